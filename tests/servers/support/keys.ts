import { createPublicKey } from 'node:crypto'
import type { Emulator } from '@clientele/emulator'
import type { Keys } from './servers.ts'

/** The keys that the server of an application has. */
export const keysOf = async (
  { fetch, publishableKey }: Emulator,
  kind: 'test' | 'live' = 'test',
): Promise<Keys> => {
  const { keys } = await (await fetch('/v1/jwks')).json()
  const jwtKey = createPublicKey({ key: keys[0], format: 'jwk' })
    .export({ type: 'spki', format: 'pem' })
    .toString()
  return { publishableKey, secretKey: `sk_${kind}_unused`, jwtKey }
}
