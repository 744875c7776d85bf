import type { Instance } from '../model/instance.ts'
import type { Incoming } from './incoming.ts'

interface CookieOptions {
  /** s; 0 deletes the cookie. */
  readonly maxAge: number
  readonly httpOnly: boolean
  readonly secure: boolean
}

/** A `Set-Cookie` header of a host-only cookie for every path. */
export const setCookie = (
  name: string,
  value: string,
  { maxAge, httpOnly, secure }: CookieOptions,
): string =>
  [
    `${name}=${value}`,
    'Path=/',
    `Max-Age=${maxAge}`,
    'SameSite=Lax',
    httpOnly && 'HttpOnly',
    secure && 'Secure',
  ]
    .filter(Boolean)
    .join('; ')

/** The value of a cookie in a `Cookie` header. */
export const readCookie = (header: string | null, name: string): string | null => {
  for (const part of header?.split(';') ?? []) {
    const [key, ...value] = part.trim().split('=')
    if (key === name) return value.join('=')
  }
  return null
}

/** The `Set-Cookie` header that hands a client its token. */
export const clientCookie = ({ settings }: Instance, { url }: Incoming, token: string): string =>
  setCookie('__client', token, {
    maxAge: Math.floor(settings.cookieLifetime / 1000),
    httpOnly: true,
    secure: url.protocol === 'https:',
  })
