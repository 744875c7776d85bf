import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { isSignedIn } from '../clients.ts'
import { closeFromOutside } from '../sessions.ts'

/** Ends every session of a user, on all devices. */
export const revokeSessionsOf = (instance: Instance, user: UserRecord): void => {
  const sessions = instance.database.sessions.where(({ userId }) => userId === user.id)
  for (const session of sessions.filter(isSignedIn)) closeFromOutside(instance, session, 'revoked')
}
