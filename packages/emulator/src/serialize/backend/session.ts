import type { SessionRecord } from '../../model/records/session.ts'

/** A session as a backend sees it: without its token, and with the ids of user and client. */
export const toSessionJson = (session: SessionRecord) => ({
  object: 'session',
  id: session.id,
  user_id: session.userId,
  client_id: session.clientId,
  actor: session.actor,
  status: session.status,
  last_active_organization_id: session.lastActiveOrganizationId,
  last_active_at: session.lastActiveAt,
  expire_at: session.expireAt,
  abandon_at: session.abandonAt,
  updated_at: session.updatedAt,
  created_at: session.createdAt,
  ...(session.status === 'pending' ? { tasks: session.tasks.map(key => ({ key })) } : {}),
})
