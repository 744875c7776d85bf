import { type $Fetch, createFetch, type FetchOptions } from 'ofetch'
import type { GetTokenParams } from '../actions/session/get-token.ts'
import { assertKnown } from '../arguments.ts'

/** Where tokens come from; a store fits. */
export interface TokenSource {
  /** Resolves to `null` when nobody is signed in. */
  getToken(params?: GetTokenParams): Promise<string | null>
}

/** Where requests go, and what sends them. */
export interface AuthFetchOptions {
  /** What requests are relative to; its origin gets tokens. Left out, it is the page. */
  readonly baseURL?: string | undefined
  /** Other origins that get tokens, such as `https://api.example.com`. No one else ever does. */
  readonly origins?: readonly string[] | undefined
  /**
   * Which token, and for how many milliseconds it must still be valid: as long as a request may
   * take.
   */
  readonly token?: Omit<GetTokenParams, 'skipCache'> | undefined
  /** The global `fetch` when not set. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Further defaults of ofetch. */
  readonly defaults?: Omit<FetchOptions, 'baseURL'> | undefined
}

const toUrl = (input: RequestInfo | URL, base?: string): URL =>
  new URL(input instanceof Request ? input.url : input, base ?? globalThis.location?.href)

/** @throws TypeError for what is no origin, since no request would ever get a token then. */
const toOrigin = (text: string): string => {
  try {
    const { origin } = new URL(text)
    if (origin !== 'null') return origin
  } catch {
    // Said below.
  }
  throw new TypeError(`origins must hold such as https://api.example.com, and not ${text}`)
}

const withToken = (
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  token: string | null,
): RequestInit => {
  const headers = new Headers(
    init?.headers ?? (input instanceof Request ? input.headers : undefined),
  )
  if (token !== null) headers.set('authorization', `Bearer ${token}`)
  return { ...init, headers }
}

/** A body that is read as it is sent cannot be sent twice. */
const isRepeatable = (input: RequestInfo | URL, init: RequestInit | undefined): boolean =>
  !(input instanceof Request && input.body) && !(init?.body instanceof ReadableStream)

/**
 * An ofetch instance whose requests carry a token of the active session. While it is not
 * known who is signed in, a request waits, and fails rather than go out without one. A 401 is asked
 * again once, with a newer token; however many meet one at a time, one token is made.
 *
 * @example
 * const api = createAuthFetch(clientele, { baseURL: 'https://api.example.com' })
 * const todos = await api('/todos')
 */
export const createAuthFetch = (clientele: TokenSource, options: AuthFetchOptions = {}): $Fetch => {
  assertKnown('createAuthFetch', options, 'baseURL, origins, token, fetch, defaults')
  const { baseURL, origins = [], token: params = {}, fetch = globalThis.fetch, defaults } = options
  const page = globalThis.location?.href
  const own = baseURL ?? page
  const trusted = new Set([
    ...origins.map(toOrigin),
    ...(own === undefined ? [] : [new URL(own, page).origin]),
  ])

  /** A token that is not the one that was refused. */
  const renew = async (refused: string): Promise<string | null> => {
    const token = await clientele.getToken(params)
    return token === refused ? clientele.getToken({ ...params, skipCache: true }) : token
  }

  const send = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    if (!trusted.has(toUrl(input).origin)) return fetch(input, init)
    const token = await clientele.getToken(params)
    const answer = await fetch(input, withToken(input, init, token))
    if (answer.status !== 401 || token === null || !isRepeatable(input, init)) return answer
    const newer = await renew(token)
    return newer === null || newer === token ? answer : fetch(input, withToken(input, init, newer))
  }
  return createFetch({
    fetch: send,
    defaults: { ...defaults, ...(baseURL !== undefined && { baseURL }) },
  })
}
