import { assertKnown } from '../../arguments.ts'
import { ClienteleError, toClienteleError } from '../../errors.ts'
import { own } from '../../is-object.ts'
import type { Kernel } from '../../kernel.ts'
import { judge } from '../../request/receive.ts'
import { readAgain, recoverIfTransient } from '../../request/recovery.ts'
import { parse } from '../../schema/parse.ts'
import { TokenJson } from '../../schema/token.ts'
import { isSignedIn, selectOrganizationId, selectSession } from '../../selectors/sessions.ts'
import { withJitter } from '../../time/backoff.ts'
import { type Abort, sleep } from '../../time/deadline.ts'
import { type TokenKey, toKeyText } from '../../tokens/cache.ts'
import { parseToken } from '../../tokens/jwt.ts'
import { requireLoaded } from '../load.ts'
import { sessionPath } from './session.ts'

/** Which token is asked for. */
export interface GetTokenParams {
  /** Name of a JWT template of the instance. */
  readonly template?: string | undefined
  /**
   * The organization to name in the claims; `null` is the personal account; left out, the session's
   * last active one. A template's token is always for that one.
   */
  readonly organizationId?: string | null | undefined
  /** Ask the server even when a token is at hand. */
  readonly skipCache?: boolean | undefined
  /** Milliseconds for which the token must still be valid; 5,000 when not set. */
  readonly minTtl?: number | undefined
}

const defaultMinTtl = 5000

// Milliseconds before each further try of a request that the network lost, before jitter.
const retryDelays = [200, 1000]

const requireSession = ({ store }: Kernel, id: string) => {
  const session = selectSession(store.getState(), id)
  if (session && isSignedIn(session)) return session
  throw new ClienteleError('session_not_found', 'This session is not signed in')
}

/**
 * The server makes a template's token for the organization that it was last told of. Where each tab
 * has its own that may be another tab's.
 */
const assertOrganization = (isRight: boolean): void => {
  if (!isRight)
    throw new ClienteleError(
      'organization_not_active',
      'Another tab chose another organization: use setActive({ organization }) first',
    )
}

/** One request, in a slot of the queue where the credential changes with each. */
const requestToken = async (
  kernel: Kernel,
  { sessionId, template, organizationId }: TokenKey,
  fresh: boolean,
): Promise<string> => {
  const { time, store, queue, rotates, rateLimiter, hooks } = kernel
  const method = 'POST'
  const path = sessionPath(
    sessionId,
    template ? `tokens/${encodeURIComponent(template)}` : 'tokens',
  )
  const request = async (signal?: Abort) => {
    // It may have had to wait for a sign-out.
    requireSession(kernel, sessionId)
    rateLimiter.consume(sessionId)
    const response = await hooks.send({
      method,
      path,
      query: fresh ? { debug: 'skip_cache' } : undefined,
      body: template ? undefined : { organizationId },
      signal,
    })
    return judge(kernel, { method, path }, response)
  }
  const { decoded, verdict, error } = await (rotates
    ? queue.run('user', ({ abort }) => request(abort), { keepOnSignOut: true })
    : request())
  if (verdict === 'contradiction') await readAgain(kernel)
  if (error) throw error
  const { jwt } = parse(TokenJson, decoded.body, 'token')
  // Made for this request, so it was made now; pages of another origin are not shown the response's
  // date.
  const token = parseToken(jwt)
  time.observeMinted((token?.issuedAt ?? Number.NaN) * 1000)
  const isChosen = own(store.getState().sessions.organizationIds, sessionId) !== undefined
  assertOrganization(
    !template || !isChosen || [organizationId, ''].includes(token?.organizationId ?? ''),
  )
  return jwt
}

/**
 * Asks again when the network lost it: a token more or less changes nothing at the server. A
 * refusal has had the client read again; when that says that the session is signed in, the
 * credential changed on the way, as a sign-in in another tab changes it, and asking once more is
 * right.
 */
const requestTokenWithRetry = async (
  kernel: Kernel,
  key: TokenKey,
  fresh: boolean,
  attempt = 0,
  wasRefused = false,
): Promise<string> => {
  const { ports, lifetime, store } = kernel
  try {
    return await requestToken(kernel, key, fresh)
  } catch (thrown) {
    const error = toClienteleError(thrown)
    const delay = retryDelays[attempt]
    if (error.code === 'network_error' && delay !== undefined) {
      await sleep(ports.clock, withJitter(delay, ports.random), lifetime)
      return requestTokenWithRetry(kernel, key, fresh, attempt + 1, wasRefused)
    }
    recoverIfTransient(kernel, error)
    const isHere = isSignedIn(selectSession(store.getState(), key.sessionId))
    if (error.status !== 401 || !isHere || wasRefused) throw thrown
    return requestTokenWithRetry(kernel, key, fresh, 0, true)
  }
}

const assertTtl = ({ tokens }: Kernel, jwt: string, minTtl: number): string => {
  const remainingMs = tokens.remaining(jwt)
  if (!(remainingMs <= minTtl)) return jwt
  const seconds = Math.max(0, Math.round(remainingMs / 1000))
  throw new ClienteleError(
    'token_expires_too_soon',
    `The token is valid for ${seconds} s: less than was asked for`,
  )
}

/**
 * A token made now; what failed counts against the next caller, once however many asked at a time.
 */
const requestTokenWithBackoff = async (
  kernel: Kernel,
  key: TokenKey,
  fresh: boolean,
): Promise<string> => {
  const { rateLimiter, lifetime } = kernel
  const text = toKeyText(key)
  try {
    const jwt = assertTtl(kernel, await requestTokenWithRetry(kernel, key, fresh), 0)
    rateLimiter.recordSuccess(text)
    return jwt
  } catch (thrown) {
    if (!lifetime.aborted) rateLimiter.recordFailure(text, toClienteleError(thrown))
    throw thrown
  }
}

/** What was asked for. @throws TypeError for what no token can be. */
const readParams = (params: GetTokenParams) => {
  assertKnown('getToken', params, 'template, organizationId, skipCache, minTtl')
  const { template = '', skipCache = false, minTtl = defaultMinTtl, organizationId } = params
  if (!(minTtl >= 0)) throw new TypeError('minTtl must be a number of milliseconds, 0 or more')
  return { template, skipCache, minTtl, organizationId }
}

type Asked = ReturnType<typeof readParams>

const fetchToken = async (kernel: Kernel, key: TokenKey, { skipCache, minTtl }: Asked) => {
  const blocked = kernel.rateLimiter.blockedBy(toKeyText(key))
  if (blocked) throw blocked
  const jwt = await kernel.tokens.fetch(key, skipCache, () =>
    requestTokenWithBackoff(kernel, key, skipCache),
  )
  // Signed out while it was under way: a token of that session must not come out any more.
  requireSession(kernel, key.sessionId)
  return assertTtl(kernel, jwt, minTtl)
}

/** A promise only where one has to wait: most calls find a token in the cache. */
const findToken = (kernel: Kernel, id: string, asked: Asked): string | Promise<string> => {
  const { template, skipCache, minTtl } = asked
  const session = requireSession(kernel, id)
  const active = selectOrganizationId(kernel.store.getState(), session) ?? ''
  const organizationId = asked.organizationId === undefined ? active : (asked.organizationId ?? '')
  if (template && organizationId !== active)
    throw new TypeError(
      "A template's token is for the active organization: leave out organizationId, or use " +
        'setActive({ organization }) first',
    )
  const key = { sessionId: id, template, organizationId }
  const cached = skipCache ? undefined : kernel.tokens.read(key, minTtl)
  if (cached !== undefined) return cached
  assertOrganization(!template || active === (session.lastActiveOrganizationId ?? ''))
  return fetchToken(kernel, key, asked)
}

/**
 * A token of the session that is valid for `minTtl` at least, from the cache when there is one. One
 * request serves all callers at a time; after a failure the next one waits ever longer, and
 * `retryAfter` says how long.
 *
 * A token that does not say when it expires is given as it is, and never kept.
 *
 * @throws ClienteleError `session_not_found` when the session is not signed in (any more),
 * `organization_not_active` when the server would make a template's token for the organization of
 * another tab, `token_expires_too_soon`, `too_many_requests`, or as the request failed.
 * @throws TypeError for a `minTtl` that is none, or a template for another organization.
 */
export const getToken = async (
  kernel: Kernel,
  id: string,
  params: GetTokenParams,
): Promise<string> => {
  kernel.lifetime.throwIfAborted()
  return findToken(kernel, id, readParams(params))
}

/**
 * A token of the active session, as soon as it is known which that is; `null` when nobody is signed
 * in.
 *
 * @throws ClienteleError as {@link getToken} does, or why the client is not known.
 */
export const getActiveToken = async (
  kernel: Kernel,
  params: GetTokenParams = {},
): Promise<string | null> => {
  kernel.lifetime.throwIfAborted()
  const asked = readParams(params)
  if (!kernel.store.getState().client.loaded) await requireLoaded(kernel)
  const { activeId } = kernel.store.getState().sessions
  return activeId === null ? null : findToken(kernel, activeId, asked)
}
