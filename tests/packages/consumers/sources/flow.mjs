import { createClientele } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'
import { timeline } from '@clientele/core/timeline'
import { ClienteleProvider, useClient } from '@clientele/react'
import { createClientelePlugin, useClient as useVueClient } from '@clientele/vue'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createSSRApp, h } from 'vue'
import { renderToString as renderVueToString } from 'vue/server-renderer'

const count = client => client?.signedInSessions.length ?? 'unknown'

const InReact = () => createElement('p', null, useClient(count))

const inVue = {
  setup() {
    const sessions = useVueClient(count)
    return () => h('p', sessions.value)
  },
}

/** What an application does, and what it sees on the way. */
export const flow = async ({ publishableKey, fetch, identifier, password }) => {
  const clientele = createClientele({
    publishableKey,
    fetch,
    modules: [timeline(), ...browserModules()],
  })
  await clientele.load()
  const before = clientele.client.signedInSessions.length
  const attempt = await clientele.client.signIn.create({ identifier, password })
  await clientele.setActive({ session: attempt.createdSessionId })
  const token = await clientele.getToken()
  // What a server renders comes from a state, and so does what the browser begins with.
  const page = createClientele({ publishableKey, initialState: clientele.store.getState() })
  const react = renderToString(
    createElement(ClienteleProvider, { clientele: page }, createElement(InReact)),
  )
  const vue = await renderVueToString(
    createSSRApp(inVue).use(createClientelePlugin({ clientele: page })),
  )
  await clientele.signOut()
  const after = clientele.client.signedInSessions.length
  for (const each of [page, clientele]) each.dispose()
  return { before, parts: token.split('.').length, react, vue, after }
}
