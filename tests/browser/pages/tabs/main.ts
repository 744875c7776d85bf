import { type ClienteleStore, createClientele } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'
import { timeline } from '@clientele/core/timeline'

declare global {
  interface Window {
    /** What the tests drive. */
    clientele: ClienteleStore
    /** Resolves when the client is known. */
    loaded: Promise<unknown>
  }
}

// `?key=…` is the instance, `&proxy=…` and `&domain=…` lead to it, `&pinned` keeps the session to
// this tab.
const query = new URLSearchParams(location.search)
const activeSession = query.has('pinned') ? 'tab' : 'shared'
window.clientele = createClientele({
  publishableKey: query.get('key') ?? '',
  proxyUrl: query.get('proxy') ?? undefined,
  domain: query.get('domain') ?? undefined,
  modules: [timeline(), ...browserModules({ tabs: { activeSession } })],
})
window.loaded = window.clientele.load()
