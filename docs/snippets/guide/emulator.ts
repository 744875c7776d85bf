import { createClientele } from '@clientele/core'
import { createEmulator } from '@clientele/emulator'

// #region create
const emulator = createEmulator()
emulator.users.create({ emailAddress: 'ada@example.com', password: 'correct horse battery' })

const { fetch } = emulator.agent() // one browser profile, with a cookie jar
export const store = createClientele({ publishableKey: emulator.publishableKey, fetch })
// #endregion create

// #region faults
const path = '/v1/client/sessions/:id/tokens'
const undo = emulator.faults.add({ kind: 'status', status: 429, retryAfter: 10, path })
emulator.clock.advance(60_000) // sessions and codes expire, timers of the emulator run
undo()
// #endregion faults
