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
