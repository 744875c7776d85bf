import { type FetchInput, receive } from '../http/received-request.ts'
import type { ClockPort } from '../model/clock.ts'
import type { Handler } from '../network/handler.ts'
import { type Cookie, createCookieJar } from './cookie-jar.ts'

/** Who asks: the page, and the client it begins with. */
export interface AgentOptions {
  /** Origin of the page that asks; `null` for something that is not a page and sends none. */
  readonly origin?: string | null
}

/** One browser profile: its fetch keeps cookies and sends `Origin` as a page would. */
export interface Agent {
  /**
   * `credentials: 'omit'` neither sends nor keeps cookies; without `credentials` they are included.
   */
  fetch(input: FetchInput, init?: RequestInit): Promise<Response>
  /** The cookies that have not expired by the emulator's clock. */
  cookies(): readonly Cookie[]
  /** Forgets all cookies. */
  clear(): void
}

// Browsers send Origin across origins always, and at home only with what may change something.
const sendsOrigin = (origin: string | null, url: URL, method: string): origin is string =>
  origin !== null && (url.origin !== origin || (method !== 'GET' && method !== 'HEAD'))

/**
 * A browser profile in front of an emulator's `fetch`. `base` is what relative URLs are relative
 * to.
 */
export const createAgent = (
  handle: Handler,
  base: string,
  clock: ClockPort,
  { origin = 'https://app.emulator.test' }: AgentOptions = {},
): Agent => {
  const jar = createCookieJar(clock)
  const keepsCookies = (url: URL, credentials: RequestCredentials | undefined) =>
    credentials !== 'omit' && (credentials !== 'same-origin' || url.origin === origin)

  const fetch: Agent['fetch'] = async (input, init = {}) => {
    const received = receive(input, init, base)
    const url = new URL(received.request.url)
    // A Request made from a URL says 'same-origin' where nothing was said: ask the caller's own
    // words.
    const withCookies = keepsCookies(
      url,
      input instanceof Request ? input.credentials : init.credentials,
    )
    if (sendsOrigin(origin, url, received.request.method)) received.headers.set('Origin', origin)
    if (withCookies) jar.give(url, received.headers)
    const { response, setCookies } = await handle(received)
    if (withCookies) for (const line of setCookies) jar.take(url, line)
    return response
  }
  return { fetch, cookies: jar.all, clear: jar.clear }
}
