import type { Credential } from './credential.ts'
import type { Mode } from './mode.ts'

/**
 * Native applications: the credential is a token in the `Authorization` header, and each answer may
 * bring the next one, errors included. No cookies.
 *
 * @param bearer sends and expects `Bearer <token>`; otherwise the token stands alone.
 */
export const createNativeMode = (credential: Credential, bearer: boolean): Mode => ({
  rotates: true,
  attach: async request => {
    const token = await credential.read()
    request.credentials = 'omit'
    request.query._is_native = '1'
    // Without a token the header is sent empty: leaving it out is an error for the server.
    request.headers.authorization = token === null ? '' : bearer ? `Bearer ${token}` : token
    return token
  },
  adopt: async (headers, sent) => {
    const next = headers.get('authorization')?.replace(/^Bearer /, '')
    if (next) await credential.swap(sent, next)
  },
  renew: async () => false,
})
