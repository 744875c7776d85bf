import type { ClockPort } from '../model/clock.ts'

/**
 * A cookie as a page sees it; `expiresAt` is epoch milliseconds, `null` for one that lasts as long
 * as the browser.
 */
export interface Cookie {
  /** Without port: cookies do not tell ports apart. */
  readonly host: string
  /** The path that it is sent to, and all below it. */
  readonly path: string
  /** As the server set it. */
  readonly name: string
  /** As the server set it; a credential. */
  readonly value: string
  /** Epoch milliseconds; `null` ends with the browser. */
  readonly expiresAt: number | null
  /** Scripts of a page cannot read it. */
  readonly httpOnly: boolean
  /** Sent over HTTPS only. */
  readonly secure: boolean
}

/** The cookies of one browser profile. Cookies are host-only; time is that of the emulator. */
export interface CookieJar {
  take(url: URL, setCookie: string): void
  /** Sets the `Cookie` header of a request to a URL, if there is a cookie for it. */
  give(url: URL, headers: Headers): void
  all(): readonly Cookie[]
  clear(): void
}

const expiry = (attributes: Map<string, string>, now: number): number | null => {
  const maxAge = attributes.get('max-age')
  if (maxAge !== undefined && /^-?\d+$/.test(maxAge)) return now + Number(maxAge) * 1000
  const expires = Date.parse(attributes.get('expires') ?? '')
  return Number.isNaN(expires) ? null : expires
}

const parse = (url: URL, setCookie: string, now: number): Cookie => {
  const [pair = '', ...rest] = setCookie.split(';').map(part => part.trim())
  const split = (part: string): [string, string] => {
    const at = part.indexOf('=')
    return at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)]
  }
  const [name, value] = split(pair)
  const attributes = new Map(
    rest.map(split).map(([key, text]): [string, string] => [key.toLowerCase(), text]),
  )
  return {
    host: url.host,
    path: attributes.get('path') || '/',
    name,
    value,
    expiresAt: expiry(attributes, now),
    httpOnly: attributes.has('httponly'),
    secure: attributes.has('secure'),
  }
}

const reaches = (cookie: Cookie, url: URL): boolean =>
  cookie.host === url.host &&
  url.pathname.startsWith(cookie.path) &&
  (!cookie.secure || url.protocol === 'https:')

export const createCookieJar = (clock: ClockPort): CookieJar => {
  const cookies = new Map<string, Cookie>()
  const all = () => {
    for (const [key, { expiresAt }] of cookies) {
      if (expiresAt !== null && expiresAt <= clock.now()) cookies.delete(key)
    }
    return [...cookies.values()]
  }
  return {
    take: (url, setCookie) => {
      const cookie = parse(url, setCookie, clock.now())
      cookies.set(`${cookie.host} ${cookie.path} ${cookie.name}`, cookie)
    },
    give: (url, headers) => {
      const fitting = all().filter(cookie => reaches(cookie, url))
      if (fitting.length > 0)
        headers.set('Cookie', fitting.map(({ name, value }) => `${name}=${value}`).join('; '))
    },
    all,
    clear: () => cookies.clear(),
  }
}
