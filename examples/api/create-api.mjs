import { createRemoteJWKSet, errors, jwtVerify } from 'jose'

// #region verify
/**
 * Who sends a request, by the session token that comes with it.
 *
 * @param {string} issuer the address of the Frontend API, which signs the tokens
 */
const createVerify = issuer => {
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', issuer))
  return async (/** @type {string} */ authorization) => {
    const token = authorization.replace(/^Bearer /, '')
    const { payload } = await jwtVerify(token, keys, { issuer, clockTolerance: 5 })
    return payload
  }
}
// #endregion verify

// #region api
/**
 * The API of the three applications: `GET /api/me` answers who asks, and 401 without a valid token.
 *
 * @param {string} issuer as above
 * @returns {import('node:http').RequestListener}
 */
export const createApi = issuer => {
  const verify = createVerify(issuer)
  return async ({ url, headers }, response) => {
    const send = (/** @type {number} */ status, /** @type {object} */ body) =>
      response
        .writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
        .end(JSON.stringify(body))
    if (url !== '/api/me') return send(404, { message: 'There is only /api/me' })
    try {
      const { sub, exp } = await verify(headers.authorization ?? '')
      return send(200, { userId: sub, expiresAt: exp })
    } catch (error) {
      // Keys that cannot be fetched say nothing about the token.
      const isRefused = error instanceof errors.JOSEError && error.code !== 'ERR_JWKS_TIMEOUT'
      return isRefused
        ? send(401, { message: 'The session token is missing or not valid' })
        : send(503, { message: `The keys of ${issuer} cannot be fetched` })
    }
  }
}
// #endregion api
