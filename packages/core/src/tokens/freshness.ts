import type { SessionToken } from './jwt.ts'

/**
 * True when `next` may take the place of `current`: by `oiat`, then by `iat`; the newcomer wins a
 * tie. Only tokens of one session and organization compare; between others the
 * newcomer wins.
 */
export const isAtLeastAsFresh = (next: SessionToken, current: SessionToken): boolean => {
  if (next.sessionId !== current.sessionId || next.organizationId !== current.organizationId)
    return true
  const origin = (next.originIssuedAt ?? -1) - (current.originIssuedAt ?? -1)
  if (origin !== 0)
    return origin > 0 || (next.originIssuedAt === undefined && current.originIssuedAt === undefined)
  return (next.issuedAt ?? 0) >= (current.issuedAt ?? 0)
}
