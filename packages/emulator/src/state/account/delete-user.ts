import type { Instance } from '../../instance.ts'
import type { UserRecord } from '../../records/user.ts'
import { isSignedIn } from '../clients.ts'
import { endMembership, membershipsOf } from '../organizations.ts'
import { closeFromOutside } from '../sessions.ts'

/** Deletes a user: its sessions are removed everywhere, its sign-ins are abandoned, its accounts at providers are nobody's. */
export const deleteUser = (instance: Instance, user: UserRecord): void => {
  const { database } = instance
  for (const session of database.sessions.values()) {
    if (session.userId === user.id && isSignedIn(session)) closeFromOutside(instance, session, 'removed')
  }
  for (const signIn of database.signIns.values()) if (signIn.userId === user.id) signIn.abandonAt = 0
  for (const account of database.providerAccounts.values()) if (account.userId === user.id) account.userId = null
  for (const [id, { userId }] of database.identificationVerifications) {
    if (userId === user.id) database.identificationVerifications.delete(id)
  }
  database.pendingTotps.delete(user.id)
  for (const membership of membershipsOf(instance, user.id)) endMembership(instance, membership)
  database.users.delete(user.id)
}
