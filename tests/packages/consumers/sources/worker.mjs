// A worker that does what an application does, with an emulator in it.
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

export default { fetch: async () => Response.json(await runFlow()) }
