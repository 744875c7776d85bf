import { ClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { selectSession } from '../selectors/sessions.ts'
import { revokeSessions } from './revoke-sessions.ts'

export interface SignOutParams {
  /** The session to end; left out, all of them. */
  readonly sessionId?: string | undefined
}

/**
 * Ends all sessions of this client, or one: here at once, at the server as soon as it can be
 * reached. Without any there is nothing to do, and nothing is sent.
 *
 * @throws ClienteleError `session_not_found` for an id that this client does not have.
 */
export const signOut = async (kernel: Kernel, { sessionId }: SignOutParams = {}): Promise<void> => {
  const state = kernel.store.getState()
  if (sessionId !== undefined && !selectSession(state, sessionId))
    throw new ClienteleError('session_not_found', 'This client has no such session')
  const all = sessionId === undefined
  const ids = all ? state.sessions.ids : [sessionId]
  if (ids.length > 0 || !state.client.known) await revokeSessions(kernel, ids, all)
}
