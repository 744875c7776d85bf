import type { Normalized } from '../normalize/normalize-client.ts'
import { isSignedIn } from '../selectors/sessions.ts'
import type { Recipe } from '../store.ts'

/** Sessions and users of an answer that carried no whole client. */
export const setSessions =
  ({ ids, sessions, users }: Pick<Normalized, 'ids' | 'sessions' | 'users'>): Recipe =>
  draft => {
    draft.sessions.ids = ids as string[] // as, here and below: records are readonly, drafts are not; nobody writes into one
    draft.sessions.byId = sessions as typeof draft.sessions.byId
    draft.users.byId = users as typeof draft.users.byId
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
