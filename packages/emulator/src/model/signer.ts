import { SignJWT } from 'jose'
import type { Claims } from '../lib/claims.ts'
import { importSigningKey, keyId, type SigningKey } from '../lib/keys.ts'
import { createTokenReader } from '../lib/read-token.ts'

/** Signs with the emulator's key. RS256 is deterministic: equal claims give the same text. */
export interface Signer {
  sign(claims: Claims, header?: Readonly<Record<string, unknown>>): Promise<string>
  /** The claims of a token that this key signed; `null` for anything else. */
  read(jwt: string): Readonly<Claims> | null
}

export const createSigner = (): Signer => {
  let key: Promise<SigningKey> | undefined
  return {
    read: createTokenReader(),
    sign: async (claims, header = {}) => {
      key ??= importSigningKey()
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keyId, ...header })
        .sign(await key)
    },
  }
}
