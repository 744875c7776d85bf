import type { AllowedComponentProps, ComponentCustomProps, Slot, VNodeProps } from 'vue'

/** Written out: what Vue infers names types that only newer versions of it have. */
export type Component<Props, Slots extends string = never> = new () => {
  readonly $props: AllowedComponentProps & ComponentCustomProps & VNodeProps & Props
  readonly $slots: { readonly [Name in Slots]?: Slot }
}
