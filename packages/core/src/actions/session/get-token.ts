import { ClienteleError } from '../../errors.ts'
import type { Kernel } from '../../kernel.ts'
import { parse } from '../../schema/parse.ts'
import { TokenJson } from '../../schema/token.ts'
import { isSignedIn, selectSession } from '../../selectors/sessions.ts'
import { openAnswer } from '../answer.ts'
import { withRecovery } from '../recover.ts'
import { sessionPath } from './path.ts'

export interface GetTokenParams {
  /** Name of a JWT template of the instance. */
  readonly template?: string | undefined
  /** The organization to name in the claims; `null` is the personal account; left out, the session's last active one. */
  readonly organizationId?: string | null | undefined
  /** Ask the server even when a token is at hand. */
  readonly skipCache?: boolean | undefined
  /** Milliseconds of life that the token must have left; 5,000 when not set. */
  readonly minTtl?: number | undefined
}

const requireSession = ({ store }: Kernel, id: string) => {
  const session = selectSession(store.getState(), id)
  if (session && isSignedIn(session)) return session
  throw new ClienteleError('session_not_found', 'This session is not signed in')
}

/**
 * A token of the session, from the cache when one has enough life left. One request serves all who ask at a time.
 *
 * @throws ClienteleError `session_not_found` when the session is not signed in (any more), or as the request failed.
 */
export const getToken = async (kernel: Kernel, id: string, params: GetTokenParams): Promise<string> => {
  const { template = '', skipCache = false, minTtl = 5000 } = params
  const session = requireSession(kernel, id)
  const organizationId =
    (params.organizationId === undefined ? session.lastActiveOrganizationId : params.organizationId) ?? ''
  const key = { sessionId: id, template, organizationId }
  const cached = skipCache ? undefined : kernel.tokens.read(key, minTtl)
  if (cached !== undefined) return cached
  const ask = async () => {
    const answer = await kernel.send({
      method: 'POST',
      path: sessionPath(id, template ? `tokens/${encodeURIComponent(template)}` : 'tokens'),
      query: skipCache ? { debug: 'skip_cache' } : undefined,
      body: template ? undefined : { organizationId },
    })
    const { body, error } = openAnswer(kernel, answer, undefined)
    if (error) throw error
    return parse(TokenJson, body, 'token').jwt
  }
  const inTurn = kernel.rotates ? () => kernel.turns.run('user', ask) : ask
  const jwt = await kernel.tokens.fetch(key, skipCache, () => withRecovery(kernel, inTurn))
  // Signed out while it was under way: a token of that session must not come out any more.
  requireSession(kernel, id)
  return jwt
}
