import type { Instance } from '../model/instance.ts'
import type { ClientRecord } from '../model/records/client.ts'
import type { SessionRecord } from '../model/records/session.ts'
import { moveTo } from './transitions.ts'

/** A new client without sessions or attempts. */
export const createClient = (instance: Instance): ClientRecord => {
  const now = instance.clock.now()
  const client: ClientRecord = {
    id: instance.ids.next('client'),
    rotatingToken: instance.ids.secret('rotating-token'),
    superseded: [],
    rotatingTokenNonce: null,
    sessionIds: [],
    recentSessionIds: [],
    lastActiveSessionId: null,
    lastAuthenticationStrategy: null,
    trustedUserIds: [],
    captchaSolved: false,
    signInId: null,
    signUpId: null,
    cookieExpiresAt: null,
    origin: null,
    createdAt: now,
    updatedAt: now,
  }
  instance.database.clients.set(client)
  return client
}

/**
 * Gives the client another rotating token; the one before is accepted for the grace of the
 * settings.
 */
export const rotateToken = (instance: Instance, client: ClientRecord): void => {
  const now = instance.clock.now()
  const until = now + instance.settings.rotationGrace
  const stillAccepted = client.superseded.filter(earlier => earlier.until > now)
  client.superseded =
    until > now ? [...stillAccepted, { token: client.rotatingToken, until }] : stillAccepted
  client.rotatingToken = instance.ids.secret('rotating-token')
}

/** Whether a rotating token is the client's present one, or superseded too recently to refuse. */
export const acceptsToken = (
  instance: Instance,
  client: ClientRecord,
  rotatingToken: string,
): boolean =>
  client.rotatingToken === rotatingToken ||
  client.superseded.some(
    ({ token, until }) => token === rotatingToken && until > instance.clock.now(),
  )

/**
 * The sessions a client shows: ended and removed ones are gone, those that someone else closed stay
 * until the next sign-in.
 */
export const sessionsOf = (instance: Instance, client: ClientRecord): SessionRecord[] =>
  client.sessionIds.flatMap(id => {
    const session = instance.database.sessions.get(id)
    return session && session.status !== 'ended' && session.status !== 'removed' ? [session] : []
  })

export const isSignedIn = (session: SessionRecord): boolean =>
  session.status === 'active' || session.status === 'pending'

export const signedInSessionsOf = (instance: Instance, client: ClientRecord): SessionRecord[] =>
  sessionsOf(instance, client).filter(isSignedIn)

/** Remembers which session of a client was used last. */
export const markRecent = (client: ClientRecord, sessionId: string): void => {
  client.recentSessionIds = [...client.recentSessionIds.filter(id => id !== sessionId), sessionId]
  client.lastActiveSessionId = sessionId
}

/**
 * After a session is over: the most recently used one that is still signed in takes its place, or
 * none.
 */
export const chooseLastActive = (instance: Instance, client: ClientRecord): void => {
  const signedIn = new Set(signedInSessionsOf(instance, client).map(session => session.id))
  if (client.lastActiveSessionId !== null && signedIn.has(client.lastActiveSessionId)) return
  client.lastActiveSessionId = client.recentSessionIds.filter(id => signedIn.has(id)).at(-1) ?? null
}

/** Deletes a client; its sessions end and are kept for the record only. */
export const deleteClient = (instance: Instance, client: ClientRecord): void => {
  for (const session of signedInSessionsOf(instance, client)) {
    session.status = 'ended'
  }
  const { signIns, signUps } = instance.database
  for (const attempt of [signIns.get(client.signInId ?? ''), signUps.get(client.signUpId ?? '')]) {
    if (attempt) moveTo(attempt, 'abandoned')
  }
  instance.database.clients.delete(client.id)
  const devBrowsers = instance.database.devBrowsers.where(({ clientId }) => clientId === client.id)
  for (const devBrowser of devBrowsers) devBrowser.clientId = null
}
