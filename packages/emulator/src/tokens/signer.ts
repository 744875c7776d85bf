import { decodeJwt, type JWTPayload, SignJWT } from 'jose'
import { importSigningKey, keyId, type SigningKey } from '../keys.ts'

/** Signs with the emulator's key. RS256 is deterministic: equal claims give the same text. */
export interface Signer {
  sign(claims: JWTPayload, header?: Readonly<Record<string, unknown>>): Promise<string>
}

export const createSigner = (): Signer => {
  let key: Promise<SigningKey> | undefined
  return {
    sign: async (claims, header = {}) => {
      key ??= importSigningKey()
      return new SignJWT(claims)
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keyId, ...header })
        .sign(await key)
    },
  }
}

/** The claims of a client token, unverified: what it says is checked against the database. */
export const readClientToken = (jwt: string): { id: string; rotatingToken: string } | null => {
  try {
    const { id, rotating_token: rotatingToken } = decodeJwt(jwt)
    return typeof id === 'string' && typeof rotatingToken === 'string'
      ? { id, rotatingToken }
      : null
  } catch {
    return null
  }
}
