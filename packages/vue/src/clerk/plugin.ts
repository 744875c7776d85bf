import type { State } from '@clientele/core'
import { Clerk, type ClerkOptions, clerkSource } from '@clientele/core/clerk'
import { type App, type Plugin, shallowRef, triggerRef } from 'vue'
import { clienteleKey } from '../plugin.ts'
import { contextKey } from './context.ts'

/** What `app.use(clerkPlugin, …)` takes: options of `new Clerk()`, and these. */
export interface PluginOptions extends Omit<ClerkOptions, 'initialState'> {
  readonly publishableKey?: string | undefined
  /** A `Clerk` that was made elsewhere; who made it disposes of it. */
  readonly Clerk?: Clerk | undefined
  /** State to start from, as the server rendered it. */
  readonly initialState?: State | undefined
  /** There is no prebuilt UI to fetch; taken so that code moves in as it is. */
  readonly prefetchUI?: boolean | undefined
  /** Nothing is ever reported; taken likewise. */
  readonly telemetry?: false | { readonly disabled?: boolean } | undefined
}

/** Follows the store, and ends it with the app. */
const follow = (app: App, clerk: Clerk, update: () => void, isOwn: boolean): void => {
  const stop = clerk.clientele.snapshots.subscribe(update)
  // Not `onUnmount`, which older versions of Vue do not have.
  const { unmount } = app
  app.unmount = () => {
    unmount()
    stop()
    if (isOwn) clerk.clientele.dispose()
  }
  // Its status says why, and the client may still arrive.
  clerk.load().catch(() => {})
}

/**
 * Makes a `Clerk` for an app, and lets its composables find it. It loads by itself in a browser; a
 * server renders what `initialState` says, or that nothing is known.
 *
 * @throws TypeError for a wrong option, by name.
 * @example
 * createApp(App).use(clerkPlugin, { publishableKey }).mount('#app')
 */
export const clerkPlugin: Plugin<[PluginOptions]> = {
  install: (
    app,
    { publishableKey = '', Clerk: given, prefetchUI: _, telemetry: __, ...options } = {},
  ) => {
    const clerk = given ?? new Clerk(publishableKey, options)
    const { get, getInitial } = clerkSource(clerk)
    const known = shallowRef(clerk)
    const shown = shallowRef(get())
    app.provide(clienteleKey, clerk.clientele)
    app.provide(contextKey, { clerk: known, shown, initial: getInitial() })
    const update = () => {
      const { client } = shown.value
      shown.value = get()
      // It stays the same object: who watches it wants to hear when it is loaded.
      if (client !== shown.value.client) triggerRef(known)
    }
    if (typeof document !== 'undefined') follow(app, clerk, update, !given)
  },
}
