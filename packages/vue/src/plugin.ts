import type { ClienteleStore } from '@clientele/core'
import type { InjectionKey, Plugin } from 'vue'

/**
 * Carries the store to the composables. `provide(clienteleKey, other)` puts another store in its
 * place further down.
 */
export const clienteleKey: InjectionKey<ClienteleStore> = /* @__PURE__ */ Symbol('clientele')

/** Which store the components of an app use. */
export interface ClientelePluginOptions {
  /**
   * Made once, outside of components (on a server: one a request); who makes it also loads and
   * disposes of it.
   */
  readonly clientele: ClienteleStore
}

/**
 * Lets the composables of an app find the store.
 *
 * @example
 * const clientele = createClientele({ publishableKey })
 * createApp(App).use(createClientelePlugin({ clientele })).mount('#app')
 */
export const createClientelePlugin = ({ clientele }: ClientelePluginOptions): Plugin => ({
  install: app => {
    app.provide(clienteleKey, clientele)
  },
})
