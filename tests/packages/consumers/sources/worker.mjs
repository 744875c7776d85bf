// A worker that does what an application does: with an emulator in it, or, when a key is given, in
// native mode with one in the network.
import { createClientele } from '@clientele/core'
import { createEmulator } from '@clientele/emulator'
import { flow } from './flow.mjs'

const identifier = 'ada@example.com'
const password = 'correct horse battery'

const runFlow = () => {
  const emulator = createEmulator()
  emulator.users.create({ emailAddress: identifier, password })
  const { publishableKey } = emulator
  return flow({ publishableKey, fetch: emulator.agent().fetch, identifier, password })
}

const runNative = async publishableKey => {
  const store = createClientele({ publishableKey, mode: 'native' })
  await store.load()
  const attempt = await store.client.signIn.create({ identifier, password })
  await store.setActive({ session: attempt.createdSessionId })
  const token = await store.getToken()
  await store.signOut()
  store.dispose()
  return { parts: token.split('.').length, after: store.client.signedInSessions.length }
}

export default {
  fetch: async request => {
    const key = new URL(request.url).searchParams.get('key')
    return Response.json(await (key ? runNative(key) : runFlow()))
  },
}
