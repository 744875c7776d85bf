import { assertKnown } from '../arguments.ts'
import { createClientele } from '../clientele.ts'
import { resolveInstance } from '../http/url.ts'
import type { Fetch } from '../ports.ts'
import type { IdentityRecord } from '../records.ts'
import { createInitialState, type State } from '../state.ts'
import { readIdentity } from './read-identity.ts'
import { type Credential, readCredential, type StateRequest } from './request-cookies.ts'

export type { StateRequest } from './request-cookies.ts'

/** Which instance a server reads, and how long that may take. */
export interface ReadStateOptions {
  /** `pk_test_…` or `pk_live_…`, as the page has it. */
  readonly publishableKey: string
  /** The absolute URL by which this server reaches the Frontend API, where that is a proxy. */
  readonly proxyUrl?: string | undefined
  /** The domain of a satellite application. */
  readonly domain?: string | undefined
  /** Milliseconds that the Frontend API may take; 1,000 when not set. */
  readonly timeout?: number | undefined
  /** `fetch` of the platform when not set. */
  readonly fetch?: Fetch | undefined
}

/** What a response has to say that holds a state: it is for one visitor alone. */
export const stateHeaders = {
  'cache-control': 'private, no-store',
  vary: 'Cookie',
} as const

const claiming = (identity: IdentityRecord | null): State => {
  const state = createInitialState()
  return { ...state, sessions: { ...state.sessions, claimed: { identity } } }
}

/** `fetch` with the visitor's own cookie, past every cache of the server's. */
const sendAs =
  (fetch: Fetch, { clientToken }: Credential): Fetch =>
  async (input, init) => {
    const headers = new Headers(init?.headers)
    if (clientToken) headers.set('cookie', `__client=${clientToken}`)
    return fetch(input, { ...init, headers })
  }

/** The client as the Frontend API tells it, in time; else `undefined`. */
const askServer = async (
  credential: Credential,
  { timeout = 1000, fetch = globalThis.fetch, ...options }: ReadStateOptions,
): Promise<State | undefined> => {
  const store = createClientele({
    ...options,
    loadTimeout: timeout,
    fetch: sendAs(fetch, credential),
    storage: {
      getItem: () => credential.devBrowser ?? null,
      setItem: () => {},
      removeItem: () => {},
    },
  })
  try {
    await store.load()
    return store.client && store.store.getState()
  } catch {
    // A refusal is the page's business, which asks for itself.
    return undefined
  } finally {
    store.dispose()
  }
}

/**
 * What is known of a visitor from the cookies of a request, to render a page with and to give to
 * `createClientele({ initialState })`, on the server as in the browser. Costs at most one request,
 * and at most `timeout`.
 *
 * Where the visitor's client can be read (its cookie `__client` reaches this server, as with a
 * proxy on the same site, or its development browser is known) it is the whole client. Else it is
 * who is here, if anybody, by the cookies that backends read: `isSignedIn` and the ids of
 * `useAuth()` are known, `client`, `session` and `user` are `undefined` until the page has asked.
 *
 * For showing only: nothing is verified here. What a server does must depend on a verified token.
 *
 * @returns `undefined` where nothing is known, also when the Frontend API is slow or refuses.
 * @throws TypeError for wrong options; never for what a visitor or the network does.
 * @example
 * const initialState = await readState(request, { publishableKey })
 */
export const readState = async (
  request: StateRequest,
  options: ReadStateOptions,
): Promise<State | undefined> => {
  assertKnown('readState', options, 'publishableKey, proxyUrl, domain, timeout, fetch')
  const instance = resolveInstance(options)
  if (instance.baseUrl.startsWith('/'))
    throw new TypeError(
      'proxyUrl must be absolute for readState(): the address by which this server reaches it',
    )
  const credential = await readCredential(request, instance)
  const known = credential.clientToken || credential.devBrowser
  const state = known ? await askServer(credential, options) : undefined
  if (state) return state
  const identity = readIdentity(credential, instance)
  return identity === undefined ? undefined : claiming(identity)
}
