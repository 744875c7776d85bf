import { isShown, type PendingOptions, type ShowWhen, type Snapshot } from '@clientele/core'
import {
  type AllowedComponentProps,
  type ComponentCustomProps,
  defineComponent,
  type PropType,
  type Slot,
  type SlotsType,
  type VNodeProps,
} from 'vue'
import { useSnapshot } from './use-snapshot.ts'

/** Written out: what Vue infers names types that only newer versions of it have. */
type ShowComponent = new () => {
  readonly $props: AllowedComponentProps &
    ComponentCustomProps &
    VNodeProps &
    PendingOptions & { readonly when: ShowWhen }
  readonly $slots: { readonly default?: Slot; readonly fallback?: Slot }
}

const whole = (snapshot: Snapshot) => snapshot

const component = /* @__PURE__ */ defineComponent({
  name: 'ClienteleShow',
  // as: how Vue is told of a narrower type
  props: {
    when: { type: String as PropType<ShowWhen>, required: true },
    treatPendingAsSignedOut: { type: Boolean, default: true },
  },
  slots: Object as SlotsType<{ default?: unknown; fallback?: unknown }>, // as: likewise
  setup: (props, { slots }) => {
    const shown = useSnapshot(whole, snapshot => isShown(snapshot, props.when, props))
    return () => (shown.value ? slots.default?.({}) : slots.fallback?.({}))
  },
})

/**
 * Shows its default slot while something is true, and its slot `fallback` while it is not. A
 * session with tasks still to do is not signed in, unless `treatPendingAsSignedOut` is false. It
 * hides and does not protect: that is what the server is for.
 *
 * @throws TypeError in an app that does not use the plugin.
 * @example
 * // <Show when="loading">Loading…</Show>
 * // <Show when="signed-in"><Account /></Show>
 * // <Show when="signed-out"><SignIn /></Show>
 */
export const Show: ShowComponent = component
