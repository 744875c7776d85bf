// A token from the server: one request, tried again, and counted against who asks too often.

import { ClienteleError, toClienteleError } from '../../errors.ts'
import { own } from '../../is-object.ts'
import type { Kernel } from '../../kernel.ts'
import { judge } from '../../request/receive.ts'
import { readAgain, recoverIfTransient } from '../../request/recovery.ts'
import { parse } from '../../schema/parse.ts'
import { TokenJson } from '../../schema/token.ts'
import { isSignedIn, selectSession } from '../../selectors/sessions.ts'
import { withJitter } from '../../time/backoff.ts'
import { type Abort, sleep } from '../../time/deadline.ts'
import { type TokenKey, toKeyText } from '../../tokens/cache.ts'
import { parseToken } from '../../tokens/jwt.ts'
import { sessionPath } from './session.ts'

// Milliseconds before each further try of a request that the network lost, before jitter.
const retryDelays = [200, 1000]

/** @throws ClienteleError `session_not_found`. */
export const requireSession = ({ store }: Kernel, id: string) => {
  const session = selectSession(store.getState(), id)
  if (session && isSignedIn(session)) return session
  throw new ClienteleError('session_not_found', 'This session is not signed in')
}

/**
 * The server makes a template's token for the organization that it was last told of. Where each tab
 * has its own that may be another tab's.
 */
export const assertOrganization = (isRight: boolean): void => {
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

/** @throws ClienteleError `token_expires_too_soon`. */
export const assertTtl = ({ tokens }: Kernel, jwt: string, minTtl: number): string => {
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
export const requestTokenWithBackoff = async (
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
