import type { Normalized } from '../normalize/normalize-client.ts'
import { isSignedIn, selectActiveSession } from '../selectors/sessions.ts'
import type { Recipe } from '../store.ts'
import { dropAttemptsOf } from './attempts.ts'

/** Sessions and users of an answer that carried no whole client. */
export const setSessions =
  ({ ids, sessions, users }: Pick<Normalized, 'ids' | 'sessions' | 'users'>): Recipe =>
  draft => {
    draft.sessions.ids = ids
    draft.sessions.byId = sessions
    draft.users.byId = users
  }

/** Takes these sessions, and users who have no other one, out of the tables. */
export const dropSessions =
  (dropped: readonly string[]): Recipe =>
  draft => {
    const { byId, ids } = draft.sessions
    draft.sessions.ids = ids.filter(id => !dropped.includes(id))
    draft.sessions.byId = Object.fromEntries(
      Object.entries(byId).filter(([id]) => !dropped.includes(id)),
    )
    const left = Object.values(draft.sessions.byId).map(({ userId }) => userId)
    draft.users.byId = Object.fromEntries(
      Object.entries(draft.users.byId).filter(([id]) => left.includes(id)),
    )
    clearEndedSession(draft)
  }

/** Signs these sessions out here, ahead of the server. */
export const setRevoking =
  (revoked: readonly string[]): Recipe =>
  draft => {
    draft.sessions.revoking = [...new Set([...draft.sessions.revoking, ...revoked])]
    dropSessions(revoked)(draft)
  }

/** Everybody is signed out, whoever that turns out to be. */
export const setRevokesAll =
  (revokesAll: boolean): Recipe =>
  ({ sessions }) => {
    sessions.revokesAll = revokesAll
    sessions.claimed = null
  }

/** Where each tab chooses for itself: the organization of a session in this one. */
export const setOwnOrganization =
  (sessionId: string, organizationId: string | null): Recipe =>
  ({ sessions }) => {
    sessions.organizationIds = { ...sessions.organizationIds, [sessionId]: organizationId }
  }

/** The server knows of it, or refuses to. */
export const clearRevoking =
  (settled: readonly string[]): Recipe =>
  ({ sessions }) => {
    sessions.revoking = sessions.revoking.filter(id => !settled.includes(id))
  }

export const setActiveSession =
  (id: string | null): Recipe =>
  draft => {
    const { sessions } = draft
    if (sessions.activeId !== id) dropAttemptsOf(sessions.activeId)(draft)
    sessions.activeId = id
  }

/** The active session is gone or no longer signed in: no other one takes its place. */
export const clearEndedSession: Recipe = draft => {
  if (!isSignedIn(selectActiveSession(draft))) draft.sessions.activeId = null
}
