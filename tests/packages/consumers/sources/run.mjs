// Runs the flow, from here or from the bundle that is named, and prints what it saw.
import { createEmulator } from '@clientele/emulator'

const { flow } = await import(process.argv[2] ?? './flow.mjs')

const identifier = 'ada@example.com'
const password = 'correct horse battery'
const emulator = createEmulator()
emulator.users.create({ emailAddress: identifier, password })
const { fetch } = emulator.agent()
const seen = await flow({ publishableKey: emulator.publishableKey, fetch, identifier, password })
// React for browsers, which is in a bundle, keeps a port open. What is installed has to end by
// itself.
process.stdout.write(JSON.stringify(seen), () => process.argv[2] && process.exit())
