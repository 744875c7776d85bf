import type { Emulator } from '@clientele/emulator'
import type { Keys } from './servers.ts'

/** The keys that the server of an application has. */
export const keysOf = (
  { publishableKey, jwtKey }: Emulator,
  kind: 'test' | 'live' = 'test',
): Keys => ({ publishableKey, secretKey: `sk_${kind}_unused`, jwtKey })
