import type { Instance } from '../http/url.ts'
import { isText } from '../is-object.ts'
import type { IdentityRecord } from '../records.ts'
import { parseClaims, parseToken } from '../tokens/jwt.ts'
import type { Credential } from './request-cookies.ts'

/** Another instance's application on this host, as on localhost, has a cookie of the same name. */
const isOurs = (issuer: unknown, { frontendApi, baseUrl }: Instance): boolean =>
  isText(issuer) &&
  [`https://${frontendApi}`, `http://${frontendApi}`, baseUrl.replace(/\/v1$/, '')].includes(issuer)

/**
 * Who is here by the cookies for backends: `null` is nobody, `undefined` where they do not say. A
 * token that has expired still says who was here last; that is believed where the client's cookie
 * says that somebody is.
 */
export const readIdentity = (
  { sessionToken, updatedAt }: Credential,
  instance: Instance,
  now = Date.now(),
): IdentityRecord | null | undefined => {
  if (updatedAt === 0) return null
  const claims = parseClaims(sessionToken)
  const token = parseToken(sessionToken)
  if (!claims || !token?.sessionId || !isText(claims.sub)) return undefined
  if (!isOurs(claims.iss, instance)) return undefined
  const isValid = (token.expiresAt ?? 0) * 1000 > now
  if (!isValid && updatedAt === undefined) return undefined
  return {
    sessionId: token.sessionId,
    userId: claims.sub,
    organizationId: token.organizationId || null,
    isPending: claims.sts === 'pending',
  }
}
