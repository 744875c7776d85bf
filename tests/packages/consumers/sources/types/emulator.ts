import { createClientele } from '@clientele/core'
import { createEmulator, type Emulator } from '@clientele/emulator'

export const emulator: Emulator = createEmulator()
export const { publishableKey } = emulator
export const clientele = createClientele({ publishableKey, fetch: emulator.agent().fetch })
export const names: readonly string[] = emulator.users.list().map(({ id }) => id)
