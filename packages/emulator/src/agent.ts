import type { ClockPort } from './clock.ts'
import { type Cookie, createCookieJar } from './cookie-jar.ts'

export interface AgentOptions {
  /** Origin of the page that asks; `null` for something that is not a page and sends none. */
  readonly origin?: string | null
}

/** One browser profile: its fetch keeps cookies and sends `Origin` as a page would. */
export interface Agent {
  /** `credentials: 'omit'` neither sends nor keeps cookies; without `credentials` they are included. */
  fetch(input: RequestInfo | URL, init?: RequestInit): Promise<Response>
  /** The cookies that have not expired by the emulator's clock. */
  cookies(): readonly Cookie[]
  /** Forgets all cookies. */
  clear(): void
}

type Fetch = (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>

// Browsers send Origin across origins always, and at home only with what may change something.
const sendsOrigin = (origin: string | null, url: URL, method: string): origin is string =>
  origin !== null && (url.origin !== origin || (method !== 'GET' && method !== 'HEAD'))

/** A browser profile in front of an emulator's `fetch`. `base` is what relative URLs are relative to. */
export const createAgent = (
  send: Fetch,
  base: string,
  clock: ClockPort,
  { origin = 'https://app.emulator.test' }: AgentOptions = {},
): Agent => {
  const jar = createCookieJar(clock)
  const keepsCookies = (url: URL, credentials: RequestCredentials | undefined) =>
    credentials !== 'omit' && (credentials !== 'same-origin' || url.origin === origin)

  const fetch: Fetch = async (input, init = {}) => {
    const request = new Request(typeof input === 'string' ? new URL(input, base) : input, init)
    const url = new URL(request.url)
    // A Request made from a URL says 'same-origin' where nothing was said: ask the caller's own words.
    const withCookies = keepsCookies(url, input instanceof Request ? input.credentials : init.credentials)
    if (sendsOrigin(origin, url, request.method)) request.headers.set('Origin', origin)
    if (withCookies) jar.give(url, request.headers)
    const response = await send(request)
    if (withCookies) for (const cookie of response.headers.getSetCookie()) jar.take(url, cookie)
    return response
  }
  return { fetch, cookies: jar.all, clear: jar.clear }
}
