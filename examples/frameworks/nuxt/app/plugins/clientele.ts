import type { State } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'
import { readState, stateHeaders } from '@clientele/core/server'
import { createClientelePlugin } from '@clientele/vue'

export default defineNuxtPlugin(async ({ vueApp }) => {
  const config = useRuntimeConfig()
  const { clerkPublishableKey: publishableKey, clerkProxyUrl: proxyUrl } = config.public
  const state = useState<State | undefined>('clientele')
  if (import.meta.server) {
    const server = { publishableKey, proxyUrl: config.clerkFrontendApi }
    state.value = await readState({ headers: useRequestHeaders(['cookie']) }, server)
    for (const [name, value] of Object.entries(stateHeaders)) useResponseHeader(name).value = value
  }
  const initialState = state.value
  const modules = browserModules()
  vueApp.use(createClientelePlugin({ publishableKey, proxyUrl, initialState, modules }))
})
