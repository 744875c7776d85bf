import type { Normalized } from '../normalize/normalize-client.ts'
import type { Recipe } from '../store.ts'

/** Everything a client answer says. */
export const setClient =
  ({ client, ids, sessions, users, revoking, signIn, signUp }: Normalized): Recipe =>
  draft => {
    draft.client = client
    draft.sessions.ids = ids
    draft.sessions.byId = sessions
    draft.sessions.revoking = revoking
    draft.sessions.revokesAll = false
    draft.sessions.claimed = null
    draft.users.byId = users
    draft.attempts.signIn.data = signIn
    draft.attempts.signUp.data = signUp
  }
