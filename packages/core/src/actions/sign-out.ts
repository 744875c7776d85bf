import { assertKnown } from '../arguments.ts'
import { ClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { selectSession } from '../selectors/sessions.ts'
import { revokeAllSessions, revokeSession } from './revoke-sessions.ts'

/** What is signed out of. */
export interface SignOutParams {
  /** The session to end; left out, all of them. */
  readonly sessionId?: string | undefined
}

/**
 * Ends all sessions of this client, or one: here at once, at the server as soon as it can be
 * reached. Without any there is nothing to do, and nothing is sent. Before the client is known
 * everybody is signed out, whoever that turns out to be.
 *
 * @throws ClienteleError `session_not_found` for an id that this client does not have.
 */
export const signOut = async (kernel: Kernel, params: SignOutParams = {}): Promise<void> => {
  assertKnown('signOut', params, 'sessionId')
  const { sessionId } = params
  const { store, lifetime } = kernel
  lifetime.throwIfAborted()
  const state = store.getState()
  if (sessionId === undefined || sessionId === kernel.choice.sessionId)
    kernel.choice.sessionId = null
  if (sessionId === undefined) {
    if (state.sessions.ids.length > 0 || !state.client.loaded) await revokeAllSessions(kernel)
    return
  }
  if (state.client.loaded && !selectSession(state, sessionId))
    throw new ClienteleError('session_not_found', 'This client has no such session')
  await revokeSession(kernel, sessionId)
}
