import type { ClerkSnapshot } from '@clientele/core/clerk'
import { defineComponent } from 'vue'
import type { Component } from './component.ts'
import { useShown } from './use-shown.ts'

const create = (
  name: string,
  holds: (snapshot: ClerkSnapshot) => boolean,
): Component<unknown, 'default'> =>
  defineComponent({
    name,
    setup: (_, { slots }) => {
      const shown = useShown()
      return () => (holds(shown.value) ? slots.default?.() : null)
    },
  })

/** Shows its slot once the client is known. */
export const ClerkLoaded = /* @__PURE__ */ create(
  'ClerkLoaded',
  ({ client }) => client !== undefined,
)

/** Shows its slot until the client is known, or is refused for good. */
export const ClerkLoading = /* @__PURE__ */ create(
  'ClerkLoading',
  ({ client, status }) => client === undefined && status !== 'error',
)

/** Shows its slot while the server cannot be reached: what is known is the last known. */
export const ClerkDegraded = /* @__PURE__ */ create(
  'ClerkDegraded',
  ({ status }) => status === 'degraded',
)

/** Shows its slot when the server refuses for good. */
export const ClerkFailed = /* @__PURE__ */ create('ClerkFailed', ({ status }) => status === 'error')
