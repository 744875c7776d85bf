import type { Normalized } from '../normalize/normalize-client.ts'
import type { Recipe } from '../store.ts'

/** Everything a client answer says. */
export const setClient =
  ({ client, ids, sessions, users, signIn, signUp }: Normalized): Recipe =>
  draft => {
    draft.client = client
    draft.sessions.ids = ids as string[] // as, here and below: records are readonly, drafts are not; nobody writes into one
    draft.sessions.byId = sessions as typeof draft.sessions.byId
    draft.users.byId = users as typeof draft.users.byId
    draft.attempts.signIn.data = signIn as typeof draft.attempts.signIn.data
    draft.attempts.signUp.data = signUp as typeof draft.attempts.signUp.data
  }
