import { own } from '../is-object.ts'
import type { SessionRecord, UserRecord } from '../records.ts'
import type { State } from '../state.ts'

/** On this client as somebody's: `active`, and `pending` too, whose user has tasks still to do. */
export const isSignedIn = (session: Pick<SessionRecord, 'status'> | undefined): boolean =>
  session?.status === 'active' || session?.status === 'pending'

export const selectSession = ({ sessions }: State, id: string): SessionRecord | undefined =>
  own(sessions.byId, id)

export const selectUser = ({ users }: State, { userId }: SessionRecord): UserRecord | null =>
  (userId !== null && own(users.byId, userId)) || null

/** In the server's order. */
export const selectSignedInSessions = (state: State): readonly SessionRecord[] =>
  state.sessions.ids.flatMap(id => selectSession(state, id) ?? []).filter(isSignedIn)

/** The session to begin with: the last active one, else the first that is signed in. */
export const selectInitialSessionId = (state: State): string | null => {
  const signedIn = selectSignedInSessions(state)
  const last = signedIn.find(session => session.id === state.client.lastActiveSessionId)
  return (last ?? signedIn[0])?.id ?? null
}

/** The organization that a session works in; `null` is the personal account. */
export const selectOrganizationId = (
  { sessions }: State,
  { id, lastActiveOrganizationId }: SessionRecord,
): string | null => {
  const chosen = own(sessions.organizationIds, id)
  return chosen === undefined ? lastActiveOrganizationId : chosen
}

/** The active session; `undefined` when there is none. */
export const selectActiveSession = (state: State): SessionRecord | undefined =>
  state.sessions.activeId === null ? undefined : selectSession(state, state.sessions.activeId)
