import { createRemoteJWKSet, jwtVerify } from 'jose'

// #region verify
const issuer = 'https://clerk.example.com' // of the emulator: http://127.0.0.1:4100
const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`))

/** Who sends this request; `null` without a valid token. */
export const userIdOf = async (request: Request): Promise<string | null> => {
  const token = request.headers.get('authorization')?.replace(/^Bearer /, '') ?? ''
  const verified = await jwtVerify(token, keys, { issuer, clockTolerance: 5 }).catch(() => null)
  return verified?.payload.sub ?? null
}
// #endregion verify
