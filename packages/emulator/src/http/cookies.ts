import { parse } from 'hono/utils/cookie'
import { isLoopbackUrl } from '../lib/loopback.ts'
import type { Instance } from '../model/instance.ts'
import type { Incoming } from './incoming.ts'

interface CookieOptions {
  /** s; 0 deletes the cookie. */
  readonly maxAge: number
  /** Reaches the hosts of this domain as well; empty or absent: this host only. */
  readonly domain?: string
  readonly httpOnly: boolean
  readonly secure: boolean
  /** Sent with what pages of other sites ask, too. */
  readonly crossSite?: boolean
}

/**
 * Whether a page of this machine that is served by HTTP asks here by HTTPS: a browser takes the two
 * for different sites, and would keep the cookies to itself.
 */
export const needsCrossSite = ({ headers, url }: Incoming): boolean => {
  const origin = headers.get('origin') ?? ''
  return url.protocol === 'https:' && origin.startsWith('http:') && isLoopbackUrl(origin)
}

/**
 * A `Set-Cookie` header for every path. By hand: Hono's refuses more than 400 days, which settings
 * may ask for.
 */
export const setCookie = (
  name: string,
  value: string,
  { maxAge, domain, httpOnly, secure, crossSite }: CookieOptions,
): string =>
  [
    `${name}=${value}`,
    'Path=/',
    domain && `Domain=${domain}`,
    `Max-Age=${maxAge}`,
    `SameSite=${crossSite ? 'None' : 'Lax'}`,
    httpOnly && 'HttpOnly',
    secure && 'Secure',
  ]
    .filter(Boolean)
    .join('; ')

/** The value of a cookie in a `Cookie` header. */
export const readCookie = (header: string | null, name: string): string | null =>
  parse(header ?? '', name)[name] ?? null

/** The `Set-Cookie` header that hands a client its token. */
export const clientCookie = ({ settings }: Instance, incoming: Incoming, token: string): string =>
  setCookie('__client', token, {
    maxAge: Math.floor(settings.cookieLifetime / 1000),
    httpOnly: true,
    secure: incoming.url.protocol === 'https:',
    crossSite: needsCrossSite(incoming),
  })
