import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { endMembership, membershipsOf } from '../organizations.ts'
import { closeSessionsOfUser } from '../sessions.ts'
import { forgetPendingTotp } from './totp.ts'

/**
 * Deletes a user: its sessions are removed everywhere, its sign-ins are abandoned, its accounts at
 * providers are nobody's.
 */
export const deleteUser = (instance: Instance, user: UserRecord): void => {
  const { database } = instance
  const isTheirs = ({ userId }: { readonly userId: string | null }) => userId === user.id
  closeSessionsOfUser(instance, user, 'removed')
  for (const signIn of database.signIns.where(isTheirs)) signIn.abandonAt = 0
  for (const account of database.providerAccounts.where(isTheirs)) account.userId = null
  const verifications = database.identificationVerifications.where(isTheirs)
  for (const { id } of verifications) database.identificationVerifications.delete(id)
  forgetPendingTotp(instance, user)
  for (const table of [database.organizationSuggestions, database.membershipRequests])
    for (const { id } of table.where(isTheirs)) table.delete(id)
  for (const membership of membershipsOf(instance, user.id)) endMembership(instance, membership)
  database.users.delete(user.id)
}
