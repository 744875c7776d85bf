import { fromBase64Url, fromUtf8 } from '../base64url.ts'

/** What is read of a session token. Times are epoch seconds by the server's clock. */
export interface TokenClaims {
  readonly sessionId: string | undefined
  readonly organizationId: string
  readonly issuedAt: number | undefined
  readonly expiresAt: number | undefined
  /** When the origin, as opposed to an edge, made it; the first measure of freshness. */
  readonly originIssuedAt: number | undefined
}

export interface SessionToken extends TokenClaims {
  readonly jwt: string
}

const decodePart = (part: string | undefined): Record<string, unknown> => {
  const value: unknown = JSON.parse(fromUtf8(fromBase64Url(part ?? '')))
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object')
  return value as Record<string, unknown> // as: an object of JSON
}

const number = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined

/** The claims of a token, unverified; `undefined` when it is none. */
export const parseClaims = (
  jwt: string | null | undefined,
): Readonly<Record<string, unknown>> | undefined => {
  try {
    return decodePart(jwt?.split('.')[1])
  } catch {
    return undefined
  }
}

/**
 * Reads a token without checking its signature, which is its audience's duty. `undefined` when it
 * is not a JWT.
 */
export const parseToken = (jwt: string): SessionToken | undefined => {
  const [header, payload, signature] = jwt.split('.')
  if (!signature) return undefined
  try {
    const { oiat } = decodePart(header)
    const { sid, iat, exp, org_id, o } = decodePart(payload)
    const organization = typeof o === 'object' && o !== null && 'id' in o ? o.id : org_id
    return {
      jwt,
      sessionId: text(sid),
      organizationId: text(organization) ?? '',
      issuedAt: number(iat),
      expiresAt: number(exp),
      originIssuedAt: number(oiat),
    }
  } catch {
    return undefined
  }
}
