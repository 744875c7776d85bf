import { isShown, type PendingSessionOptions, type ShowWhen } from '@clientele/core/clerk'
import { defineComponent, h, type PropType, type SlotsType } from 'vue'
import type { Component } from './component.ts'
import { useClerkContext } from './context.ts'
import { useShown } from './use-shown.ts'

/** What is shown, and when. */
export interface ShowProps extends PendingSessionOptions {
  /** `signed-in`, `signed-out`, what must be allowed, or a function that decides by `has`. */
  readonly when: ShowWhen
  /** Shown while it is not so, once it is known who is here; a slot of this name goes first. */
  readonly fallback?: unknown
}

// Left out is not false.
const treatPendingAsSignedOut = { type: Boolean, default: undefined }

const show = /* @__PURE__ */ defineComponent({
  name: 'ClerkShow',
  props: {
    // as: how Vue is told of a narrower type
    when: { type: [String, Object, Function] as PropType<ShowWhen>, required: true },
    fallback: null as unknown as PropType<unknown>, // as: likewise
    treatPendingAsSignedOut,
  },
  slots: Object as SlotsType<{ default?: unknown; fallback?: unknown }>, // as: likewise
  setup: (props, { slots }) => {
    const { clerk } = useClerkContext()
    const shown = useShown()
    return () => {
      if (shown.value.session === undefined) return null
      return isShown(clerk.value, shown.value, props.when, props)
        ? slots.default?.({})
        : (slots.fallback?.({}) ?? props.fallback)
    }
  },
})

/**
 * Shows its default slot to whom it concerns, and its slot `fallback` to the others; nothing until
 * it is known who is here. It hides and does not protect: that is what the server is for.
 *
 * @throws TypeError in an app that does not use the plugin.
 * @example
 * // <Show when="signed-in"><Account /></Show>
 * // <Show :when="{ role: 'org:admin' }" fallback="Ask an administrator"><Settings /></Show>
 */
export const Show: Component<ShowProps, 'default' | 'fallback'> = show

const create = (
  name: string,
  when: 'signed-in' | 'signed-out',
): Component<PendingSessionOptions, 'default'> =>
  defineComponent({
    name,
    props: { treatPendingAsSignedOut },
    setup:
      (props, { slots }) =>
      () =>
        h(show, { ...props, when }, slots),
  })

/** Shows its slot to who is signed in. */
export const SignedIn = /* @__PURE__ */ create('SignedIn', 'signed-in')

/** Shows its slot to who is signed out. */
export const SignedOut = /* @__PURE__ */ create('SignedOut', 'signed-out')
