import { sleep } from '../../deadline.ts'
import { ClienteleError, toClienteleError } from '../../errors.ts'
import type { Kernel } from '../../kernel.ts'
import { parse } from '../../schema/parse.ts'
import { TokenJson } from '../../schema/token.ts'
import { isSignedIn, selectSession } from '../../selectors/sessions.ts'
import { type TokenKey, toKeyText } from '../../tokens/cache.ts'
import { parseToken } from '../../tokens/jwt.ts'
import { openAnswer } from '../answer.ts'
import { withRecovery } from '../recover.ts'
import { sessionPath } from './path.ts'

export interface GetTokenParams {
  /** Name of a JWT template of the instance. */
  readonly template?: string | undefined
  /**
   * The organization to name in the claims; `null` is the personal account; left out, the session's
   * last active one.
   */
  readonly organizationId?: string | null | undefined
  /** Ask the server even when a token is at hand. */
  readonly skipCache?: boolean | undefined
  /** Milliseconds of life that the token must have left; 5,000 when not set. */
  readonly minTtl?: number | undefined
}

const usefulLife = 5000

// Milliseconds before each further try of a request that the network lost, before jitter.
const retryDelays = [200, 1000]

const requireSession = ({ store }: Kernel, id: string) => {
  const session = selectSession(store.getState(), id)
  if (session && isSignedIn(session)) return session
  throw new ClienteleError('session_not_found', 'This session is not signed in')
}

/** One request, in its turn where the credential changes with each. */
const askOnce = (
  kernel: Kernel,
  { sessionId, template, organizationId }: TokenKey,
  fresh: boolean,
) => {
  const { tokens, turns, rotates, allowance } = kernel
  const ask = async () => {
    allowance.spend(sessionId)
    const answer = await kernel.send({
      method: 'POST',
      path: sessionPath(sessionId, template ? `tokens/${encodeURIComponent(template)}` : 'tokens'),
      query: fresh ? { debug: 'skip_cache' } : undefined,
      body: template ? undefined : { organizationId },
    })
    const { body, error } = openAnswer(kernel, answer, undefined)
    if (error) throw error
    const { jwt } = parse(TokenJson, body, 'token')
    // Made for this request, so it was made now; pages of another origin are not shown the answer's
    // date.
    tokens.observe((parseToken(jwt)?.issuedAt ?? Number.NaN) * 1000)
    return jwt
  }
  return rotates ? turns.run('user', ask) : ask()
}

/** Asks again when the network lost it: a token more or less changes nothing at the server. */
const askPatiently = async (
  kernel: Kernel,
  key: TokenKey,
  fresh: boolean,
  attempt = 0,
): Promise<string> => {
  try {
    return await askOnce(kernel, key, fresh)
  } catch (thrown) {
    const delay = retryDelays[attempt]
    if (toClienteleError(thrown).code !== 'network_error' || delay === undefined) throw thrown
    await sleep(kernel.ports.clock, delay * (1 + kernel.ports.random()), kernel.lifetime)
    return askPatiently(kernel, key, fresh, attempt + 1)
  }
}

/**
 * A refusal has the client read again. When that says that the session is well, the credential
 * changed on the way, as a sign-in in another tab changes it, and asking once more is right.
 */
const askAgainIfWell = async (kernel: Kernel, key: TokenKey, fresh: boolean): Promise<string> => {
  const ask = () => withRecovery(kernel, () => askPatiently(kernel, key, fresh))
  try {
    return await ask()
  } catch (thrown) {
    const well = isSignedIn(selectSession(kernel.store.getState(), key.sessionId))
    if (toClienteleError(thrown).status !== 401 || !well) throw thrown
    return ask()
  }
}

const assertLife = ({ tokens }: Kernel, jwt: string, least: number): string => {
  const life = tokens.life(jwt)
  if (!(life <= least)) return jwt
  const seconds = Math.max(0, Math.round(life / 1000))
  throw new ClienteleError(
    'token_expires_too_soon',
    `The token has ${seconds} s to live: less than was asked for`,
  )
}

/**
 * A token made now; what failed counts against the next who asks, once however many asked at a
 * time.
 */
const askAccountably = async (kernel: Kernel, key: TokenKey, fresh: boolean): Promise<string> => {
  const { allowance, lifetime } = kernel
  const text = toKeyText(key)
  try {
    const jwt = assertLife(kernel, await askAgainIfWell(kernel, key, fresh), 0)
    allowance.succeed(text)
    return jwt
  } catch (thrown) {
    if (!lifetime.aborted) allowance.fail(text, toClienteleError(thrown))
    throw thrown
  }
}

/**
 * A token of the session with at least `minTtl` of life left, from the cache when there is one. One
 * request serves all who ask at a time; after a failure the next one waits ever longer, and
 * `retryAfter` says how long.
 *
 * A token that does not say when it ends is given as it is, and never kept.
 *
 * @throws ClienteleError `session_not_found` when the session is not signed in (any more),
 * `token_expires_too_soon`, `too_many_requests`, or as the request failed.
 */
export const getToken = async (
  kernel: Kernel,
  id: string,
  params: GetTokenParams,
): Promise<string> => {
  const { template = '', skipCache = false, minTtl = usefulLife } = params
  const session = requireSession(kernel, id)
  const organizationId =
    (params.organizationId === undefined
      ? session.lastActiveOrganizationId
      : params.organizationId) ?? ''
  const key = { sessionId: id, template, organizationId }
  const cached = skipCache ? undefined : kernel.tokens.read(key, minTtl)
  if (cached !== undefined) return cached
  const refusal = kernel.allowance.refusal(toKeyText(key))
  if (refusal) throw refusal
  const jwt = await kernel.tokens.fetch(key, skipCache, () =>
    askAccountably(kernel, key, skipCache),
  )
  // Signed out while it was under way: a token of that session must not come out any more.
  requireSession(kernel, id)
  return assertLife(kernel, jwt, minTtl)
}
