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

// These two are not everywhere, as in jsdom and in React Native.
const isRequest = (input: unknown): input is Request =>
  typeof Request !== 'undefined' && input instanceof Request
const isStream = (body: unknown): boolean =>
  typeof ReadableStream !== 'undefined' && body instanceof ReadableStream

/**
 * The origin of an address; `null` where it has none. The `URL` of React Native tells no parts: of
 * an address that is written plainly they are read from its text.
 */
const originOf = (input: RequestInfo | URL, base?: string): string | null => {
  const text = isRequest(input) ? input.url : String(input)
  try {
    const { origin } = new URL(text, base)
    return origin === 'null' ? null : origin
  } catch {
    return /^https?:\/\/[a-z\d.-]+(:\d+)?(?=[/?#]|$)/.exec(text)?.[0] ?? null
  }
}

/** @throws TypeError for what has no origin, since no request would ever get a token then. */
const toOrigin = (option: string, text: string, base?: string): string => {
  const origin = originOf(text, base)
  if (origin !== null) return origin
  throw new TypeError(`${option} such as https://api.example.com, and not ${text}`)
}

const withToken = (
  input: RequestInfo | URL,
  init: RequestInit | undefined,
  token: string | null,
): RequestInit => {
  const headers = new Headers(init?.headers ?? (isRequest(input) ? input.headers : undefined))
  if (token !== null) headers.set('authorization', `Bearer ${token}`)
  return { ...init, headers }
}

/** A body that is read as it is sent cannot be sent twice. */
const isRepeatable = (input: RequestInfo | URL, init: RequestInit | undefined): boolean =>
  !(isRequest(input) && input.body) && !isStream(init?.body)

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
  const own =
    baseURL === undefined ? page && originOf(page) : toOrigin('baseURL must be', baseURL, page)
  const trusted = new Set([...origins.map(each => toOrigin('origins must hold', each)), own])

  /** A token that is not the one that was refused. */
  const renew = async (refused: string): Promise<string | null> => {
    const token = await clientele.getToken(params)
    return token === refused ? clientele.getToken({ ...params, skipCache: true }) : token
  }

  const send = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    const origin = originOf(input, page)
    if (origin === null || !trusted.has(origin)) return fetch(input, init)
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
