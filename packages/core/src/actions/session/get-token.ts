import { assertKnown } from '../../arguments.ts'
import type { Kernel } from '../../kernel.ts'
import { selectOrganizationId } from '../../selectors/sessions.ts'
import { type TokenKey, toKeyText } from '../../tokens/cache.ts'
import { requireLoaded } from '../load.ts'
import {
  assertOrganization,
  assertTtl,
  requestTokenWithBackoff,
  requireSession,
} from './request-token.ts'

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
