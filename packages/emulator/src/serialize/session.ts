import type { Instance } from '../model/instance.ts'
import type { SessionRecord } from '../model/records/session.ts'
import { factorAges } from '../tokens/session-token.ts'
import { toPublicUserDataJson } from './public-user-data.ts'
import { toUserJson } from './user.ts'

/**
 * A session of a client. Ages are those of its token, so that a session does not change
 * by the minute.
 */
export const toSessionJson = (instance: Instance, session: SessionRecord) => {
  const user = instance.database.users.get(session.userId)
  return {
    object: 'session',
    id: session.id,
    status: session.status,
    expire_at: session.expireAt,
    abandon_at: session.abandonAt,
    last_active_at: session.lastActiveAt,
    last_active_token: session.token && { object: 'token', jwt: session.token.jwt },
    last_active_organization_id: session.lastActiveOrganizationId,
    actor: session.actor,
    tasks: session.status === 'pending' ? session.tasks.map(key => ({ key })) : null,
    ...(user ? { user: toUserJson(instance, user) } : {}),
    public_user_data: user ? toPublicUserDataJson(instance, user) : null,
    factor_verification_age: session.token?.factorAges ?? factorAges(instance, session),
    created_at: session.createdAt,
    updated_at: session.updatedAt,
  }
}
