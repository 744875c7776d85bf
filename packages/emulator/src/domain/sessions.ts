import { alreadySignedIn, sessionExists } from '../lib/api-errors.ts'
import type { Instance } from '../model/instance.ts'
import type { ClientRecord } from '../model/records/client.ts'
import type { SessionRecord, SessionStatus } from '../model/records/session.ts'
import type { UserRecord } from '../model/records/user.ts'
import {
  chooseLastActive,
  isSignedIn,
  markRecent,
  rotateToken,
  sessionsOf,
  signedInSessionsOf,
} from './clients.ts'

/**
 * Signs a user in on a client by `strategy`: the new session comes last and becomes the last active
 * one.
 *
 * @param isOwn whether the client itself asked: its token is superseded then, and it gets the next
 * one with the answer.
 */
export const startSession = (
  instance: Instance,
  client: ClientRecord,
  user: UserRecord,
  strategy: string,
  { isOwn }: { readonly isOwn: boolean },
): SessionRecord => {
  const { clock, database, ids, settings } = instance
  const now = clock.now()
  const tasks = settings.forceOrganizationSelection ? ['choose-organization'] : []
  const session: SessionRecord = {
    id: ids.next('sess'),
    clientId: client.id,
    userId: user.id,
    status: tasks.length > 0 ? 'pending' : 'active',
    expireAt: now + settings.sessionLifetime,
    abandonAt: now + settings.sessionAbandonment,
    lastActiveAt: now,
    lastActiveOrganizationId: null,
    tasks,
    actor: null,
    firstFactorVerifiedAt: now,
    secondFactorVerifiedAt: null,
    token: null,
    createdAt: now,
    updatedAt: now,
  }
  database.sessions.set(session)
  const kept = sessionsOf(instance, client).filter(isSignedIn)
  client.sessionIds = [...kept.map(({ id }) => id), session.id]
  markRecent(client, session.id)
  client.lastAuthenticationStrategy = strategy
  client.trustedUserIds = [...new Set([...client.trustedUserIds, user.id])]
  user.lastSignInAt = now
  if (isOwn) rotateToken(instance, client)
  return session
}

/**
 * @throws ApiError when someone, or that very user, is signed in on a client already and may not be
 * once more.
 */
export const assertNotSignedInOn = (
  instance: Instance,
  clientId: string | null,
  userId: string | null,
): void => {
  const client = instance.database.clients.get(clientId ?? '')
  const signedIn = client ? signedInSessionsOf(instance, client) : []
  if (instance.settings.singleSession && signedIn.length > 0) throw sessionExists()
  const existing = signedIn.find(session => session.userId === userId)
  if (existing) throw alreadySignedIn(existing.id)
}

/** Makes a session the last active one. */
export const touchSession = (
  instance: Instance,
  client: ClientRecord,
  session: SessionRecord,
): void => {
  session.lastActiveAt = instance.clock.now()
  session.abandonAt = session.lastActiveAt + instance.settings.sessionAbandonment
  markRecent(client, session.id)
}

const close = (session: SessionRecord, status: SessionStatus): void => {
  session.status = status
  session.token = null
}

/** Closes sessions of one client, as one change of it. */
export const closeSessions = (
  instance: Instance,
  client: ClientRecord,
  sessions: readonly SessionRecord[],
  status: SessionStatus,
): void => {
  if (sessions.length === 0) return
  for (const session of sessions) close(session, status)
  chooseLastActive(instance, client)
}

/** Signs a client out of some of its sessions, by its own wish: its token is superseded. */
export const signOutOf = (
  instance: Instance,
  client: ClientRecord,
  sessions: readonly SessionRecord[],
  status: 'ended' | 'removed',
): void => {
  if (sessions.length === 0) return
  closeSessions(instance, client, sessions, status)
  rotateToken(instance, client)
}

/** Closes a session wherever it lives, as an administrator or time does. */
export const closeFromOutside = (
  instance: Instance,
  session: SessionRecord,
  status: SessionStatus,
): void => {
  const client = instance.database.clients.get(session.clientId)
  if (client) closeSessions(instance, client, [session], status)
  else close(session, status)
}

/** Closes the signed-in sessions of a user on all devices, but for one that may be kept. */
export const closeSessionsOfUser = (
  instance: Instance,
  user: UserRecord,
  status: SessionStatus,
  kept?: SessionRecord,
): void => {
  const isOther = ({ id, userId }: Readonly<SessionRecord>) => userId === user.id && id !== kept?.id
  for (const session of instance.database.sessions.where(isOther).filter(isSignedIn))
    closeFromOutside(instance, session, status)
}

/** Gives a signed-in session things to do first: it is `pending` until there are none. */
export const assignTasks = (session: SessionRecord, tasks: readonly string[]): void => {
  session.tasks = [...tasks]
  session.status = tasks.length > 0 ? 'pending' : 'active'
}
