import type { PendingOptions, Snapshot } from '@clientele/core'
import {
  type AllowedComponentProps,
  type ComponentCustomProps,
  defineComponent,
  type PropType,
  type Slot,
  type SlotsType,
  type VNodeProps,
} from 'vue'
import { toSignedIn } from './to-signed-in.ts'
import { useSnapshot } from './use-snapshot.ts'

/**
 * What may be waited for. More than one can be true at a time: what is shown while `degraded` is
 * the last known.
 */
export type ShowWhen = 'loading' | 'signed-in' | 'signed-out' | 'degraded'

/** What decides, with a pending session already taken for what it counts as. */
type Facts = Pick<Snapshot, 'session' | 'status'>

const isTrue: Readonly<Record<ShowWhen, (facts: Facts) => boolean>> = {
  // A refusal for good is no loading: nothing would end it.
  loading: ({ session, status }) => session === undefined && status !== 'failed',
  'signed-in': ({ session }) => !!session,
  'signed-out': ({ session }) => session === null,
  degraded: ({ status }) => status === 'degraded',
}

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
    const shown = useSnapshot(whole, ({ session, status }) =>
      isTrue[props.when]({ session: toSignedIn(session, props), status }),
    )
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
