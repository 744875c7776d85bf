import type { Instance } from '../../model/instance.ts'
import type { ProviderAccountRecord } from '../../model/records/provider-account.ts'
import type { UserRecord } from '../../model/records/user.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import { ownerOf } from '../provider-accounts.ts'

/**
 * Whether an account can become the external account of this id: it is that one already, or it is
 * nobody's and the id has none yet.
 */
export const isFreeFor = (
  instance: Instance,
  user: UserRecord,
  id: string,
  account: ProviderAccountRecord,
): boolean => {
  const isLinked = account.userId === user.id
  const owner = ownerOf(instance, account)
  if (owner && owner !== user) return false
  return account.id === id || (!isLinked && !instance.database.providerAccounts.has(id))
}

// An external account keeps the id by which it was begun.
const renamed = (
  { database }: Instance,
  account: ProviderAccountRecord,
  id: string,
): ProviderAccountRecord => {
  const { providerAccounts, signIns, signUps } = database
  for (const attempts of [signIns, signUps])
    for (const attempt of attempts.where(each => each.providerAccountId === account.id))
      attempt.providerAccountId = id
  providerAccounts.delete(account.id)
  const moved = { ...account, id }
  providerAccounts.set(moved)
  return moved
}

/** Gives a user the account that a provider says is theirs. */
export const linkAccount = (
  instance: Instance,
  user: UserRecord,
  id: string,
  given: ProviderAccountRecord,
  { redirect }: VerificationRecord,
): void => {
  const account = given.id === id ? given : renamed(instance, given, id)
  const scopes = [account.approvedScopes, redirect?.scopes ?? '']
    .join(' ')
    .split(' ')
    .filter(Boolean)
  account.approvedScopes = [...new Set(scopes)].join(' ')
  account.userId = user.id
}
