import type { ClienteleStore } from '@clientele/core'
import { type Claims, readClaims, timeClaim } from './claims.ts'
import { formatDate } from './date.ts'

/** What is known of the last token of the session in use. The token itself is never shown. */
export interface TokenLife {
  readonly claims: readonly { readonly name: string; readonly text: string }[]
  /** Whole seconds. */
  readonly left: number
  /** Whole seconds, from issue to expiry. */
  readonly lifetime: number
  /** How long it still lives, in words. */
  readonly text: string
}

const times = new Set(['iat', 'exp', 'nbf'])

const readable = (claims: Claims, name: string): string => {
  const ms = times.has(name) ? timeClaim(claims, name) : undefined
  const value = claims[name]
  if (ms !== undefined) return formatDate(new Date(ms))
  return typeof value === 'string' ? value : JSON.stringify(value)
}

/** `undefined` while there is no token at hand. */
export const readTokenLife = ({ session }: ClienteleStore, now: number): TokenLife | undefined => {
  const jwt = session?.lastActiveToken?.getRawString()
  const claims = jwt === undefined ? undefined : readClaims(jwt)
  if (!claims) return undefined
  const end = timeClaim(claims, 'exp') ?? now
  const begin = timeClaim(claims, 'iat') ?? now
  const left = Math.max(0, Math.ceil((end - now) / 1000))
  return {
    claims: Object.keys(claims).map(name => ({ name, text: readable(claims, name) })),
    left,
    lifetime: Math.max(1, Math.round((end - begin) / 1000)),
    text: left === 0 ? 'Expired: the next getToken() fetches another.' : `Expires in ${left} s`,
  }
}

/** What to say where a token would be. @param isSignedIn `undefined` while it is not known */
export const describeNoToken = (isSignedIn: boolean | undefined): string => {
  if (isSignedIn === undefined) return 'It is not known yet whether there is one.'
  return isSignedIn
    ? 'There is no token at hand: ask for one.'
    : 'Nobody is signed in, so there is no token.'
}
