import type { Clerk, ClerkSnapshot } from '@clientele/core/clerk'
import { hasInjectionContext, type InjectionKey, inject, type ShallowRef } from 'vue'

/** What the plugin hands to the composables. */
export interface ClerkContext {
  readonly clerk: ShallowRef<Clerk>
  /** What is shown now, for as long as the app lives: a guard of a router may wait for it. */
  readonly shown: ShallowRef<ClerkSnapshot>
  /** What a server rendered with. */
  readonly initial: ClerkSnapshot
}

export const contextKey: InjectionKey<ClerkContext> = /* @__PURE__ */ Symbol('clerk')

/** @throws TypeError outside of `setup`, or in an app that does not use the plugin. */
export const useClerkContext = (): ClerkContext => {
  const context = hasInjectionContext() ? inject(contextKey, null) : null
  if (context) return context
  throw new TypeError(
    'No Clerk was found: app.use(clerkPlugin, { publishableKey }), and call this in setup()',
  )
}
