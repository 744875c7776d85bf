import type { Credential } from './credential.ts'
import type { Mode } from './mode.ts'

/**
 * Native applications: the credential is a token in the `Authorization` header, and each answer may
 * bring the next one, errors included. No cookies.
 *
 * @param bearer sends and expects `Bearer <token>`; otherwise the token stands alone.
 */
export const createNativeMode = (credential: Credential, bearer: boolean): Mode => {
  // Without a token the header is sent empty: leaving it out is an error for the server.
  let none = ''
  return {
    rotates: true,
    attach: async request => {
      const token = await credential.read()
      request.credentials = 'omit'
      request.query._is_native = '1'
      request.headers.authorization = token === null ? none : bearer ? `Bearer ${token}` : token
      return token
    },
    adopt: async (headers, sent) => {
      const next = headers.get('authorization')?.replace(/^Bearer /, '')
      if (next) await credential.swap(sent, next)
    },
    // The server says so where an empty header is lost, as by the `fetch` of workers: only there
    // something is in it.
    renew: async sent => {
      const had = sent || none
      none = 'Bearer'
      return !had
    },
  }
}
