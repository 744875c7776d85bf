import type { SessionRecord } from '../model/records/session.ts'

/**
 * A session as its user sees it from any device: without its token, which is for its
 * own client.
 */
export const toSessionWithActivityJson = (session: SessionRecord) => ({
  object: 'session',
  id: session.id,
  status: session.status,
  expire_at: session.expireAt,
  abandon_at: session.abandonAt,
  last_active_at: session.lastActiveAt,
  last_active_token: null,
  actor: session.actor,
  tasks: session.status === 'pending' ? session.tasks.map(key => ({ key })) : null,
  // All devices are on this machine; what they are no request says.
  latest_activity: {
    object: 'session_activity',
    id: session.id.replace(/^sess_/, 'sess_activity_'),
    is_mobile: false,
    ip_address: '127.0.0.1',
    city: 'localhost',
  },
})
