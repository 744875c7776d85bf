import { sessionsOf } from '../../domain/clients.ts'
import type { Instance } from '../../model/instance.ts'
import type { ClientRecord } from '../../model/records/client.ts'
import { toSessionJson } from './session.ts'

/** A client as a backend sees it. */
export const toClientJson = (instance: Instance, client: ClientRecord) => {
  const sessions = sessionsOf(instance, client)
  return {
    object: 'client',
    id: client.id,
    session_ids: sessions.map(({ id }) => id),
    sessions: sessions.map(toSessionJson),
    sign_in_id: client.signInId,
    sign_up_id: client.signUpId,
    last_active_session_id: client.lastActiveSessionId,
    last_authentication_strategy: client.lastAuthenticationStrategy,
    updated_at: client.updatedAt,
    created_at: client.createdAt,
  }
}
