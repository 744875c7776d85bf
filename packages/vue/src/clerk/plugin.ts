import { type Clerk, type ClerkAdapterOptions, clerkSource, openClerk } from '@clientele/core/clerk'
import { type App, type Plugin, shallowRef, triggerRef } from 'vue'
import { clienteleKey, onUnmounted } from '../plugin.ts'
import { contextKey } from './context.ts'

/** Follows the store, and ends it with the app. */
const follow = (app: App, clerk: Clerk, update: () => void, isOwn: boolean): void => {
  const stop = clerk.clientele.snapshots.subscribe(update)
  onUnmounted(app, () => {
    stop()
    if (isOwn) clerk.clientele.dispose()
  })
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
export const clerkPlugin: Plugin<[ClerkAdapterOptions]> = {
  install: (app, options = {}) => {
    const clerk = openClerk(options)
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
    if (typeof document !== 'undefined') follow(app, clerk, update, !options.Clerk)
  },
}
