import type { Normalized } from '../normalize/normalize-client.ts'
import { isSignedIn } from '../selectors/sessions.ts'
import type { Recipe } from '../store.ts'

/** Sessions and users of an answer that carried no whole client. */
export const setSessions =
  ({ ids, sessions, users }: Pick<Normalized, 'ids' | 'sessions' | 'users'>): Recipe =>
  draft => {
    draft.sessions.ids = ids
    draft.sessions.byId = sessions
    draft.users.byId = users
  }

/** Signs these sessions out here, ahead of the server. */
export const setRevoking =
  (revoked: readonly string[]): Recipe =>
  draft => {
    const { byId, ids, revoking } = draft.sessions
    draft.sessions.revoking = [...new Set([...revoking, ...revoked])]
    draft.sessions.ids = ids.filter(id => !revoked.includes(id))
    draft.sessions.byId = Object.fromEntries(
      Object.entries(byId).filter(([id]) => !revoked.includes(id)),
    )
    const left = Object.values(draft.sessions.byId).map(({ userId }) => userId)
    draft.users.byId = Object.fromEntries(
      Object.entries(draft.users.byId).filter(([id]) => left.includes(id)),
    )
    clearEndedSession(draft)
  }

/** The server has heard of it, or refuses to. */
export const clearRevoking =
  (settled: readonly string[]): Recipe =>
  ({ sessions }) => {
    sessions.revoking = sessions.revoking.filter(id => !settled.includes(id))
  }

export const setActiveSession =
  (id: string | null): Recipe =>
  draft => {
    draft.sessions.activeId = id
  }

/** The active session is gone or no longer signed in: nobody takes its place unasked. */
export const clearEndedSession: Recipe = draft => {
  const { activeId, byId } = draft.sessions
  if (activeId !== null && !(Object.hasOwn(byId, activeId) && isSignedIn(byId[activeId])))
    draft.sessions.activeId = null
}
