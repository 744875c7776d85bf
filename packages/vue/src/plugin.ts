import { type ClienteleOptions, type ClienteleStore, createClientele } from '@clientele/core'
import type { App, InjectionKey, Plugin } from 'vue'

/**
 * Carries the store to the composables. `provide(clienteleKey, other)` puts another store in its
 * place further down.
 */
export const clienteleKey: InjectionKey<ClienteleStore> = /* @__PURE__ */ Symbol('clientele')

/** Which store the components of an app use. */
interface GivenStore {
  /**
   * Made once, outside of components (on a server: one a request); who makes it also loads and
   * disposes of it.
   */
  readonly clientele: ClienteleStore
}

/** A store, or the options of one that the plugin makes, loads and disposes of. */
export type ClientelePluginOptions =
  | GivenStore
  | (ClienteleOptions & { readonly clientele?: undefined })

/** Not `onUnmount`, which older versions of Vue do not have. */
export const onUnmounted = (app: App, run: () => void): void => {
  const { unmount } = app
  app.unmount = () => {
    unmount()
    run()
  }
}

/**
 * Lets the composables of an app find the store.
 *
 * Given options in place of a store, it makes one for the app, loads it where there is a page, and
 * disposes of it with the app.
 *
 * @throws TypeError for a wrong option, by name, when the app takes the plugin.
 * @example
 * const plugin = createClientelePlugin({ publishableKey, modules: browserModules() })
 * createApp(App).use(plugin).mount('#app')
 */
export const createClientelePlugin = (options: ClientelePluginOptions): Plugin => ({
  install: app => {
    if (options.clientele) return void app.provide(clienteleKey, options.clientele)
    const { clientele: _, ...own } = options
    const store = createClientele(own)
    app.provide(clienteleKey, store)
    if (typeof document === 'undefined') return undefined
    onUnmounted(app, store.dispose)
    void store.load()
    return undefined
  },
})
