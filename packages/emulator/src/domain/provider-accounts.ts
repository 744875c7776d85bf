import { normalEmail } from '../model/identifiers.ts'
import type { Instance } from '../model/instance.ts'
import { newRecord } from '../model/new-record.ts'
import type { ProviderAccountRecord } from '../model/records/provider-account.ts'
import type { UserRecord } from '../model/records/user.ts'

/** Who a provider says someone is. */
export interface ProviderIdentity {
  /** Left out or `null`: the provider tells none. */
  readonly emailAddress?: string | null | undefined
  /** Left out or `null`: the provider tells none. */
  readonly firstName?: string | null | undefined
  /** Left out or `null`: the provider tells none. */
  readonly lastName?: string | null | undefined
}

/** The accounts that a provider has. */
export const accountsAt = (instance: Instance, strategy: string): ProviderAccountRecord[] =>
  instance.database.providerAccounts.where(account => account.strategy === strategy)

/** The account of this email address at a provider, made now if there is none. */
export const accountOf = (
  instance: Instance,
  strategy: string,
  identity: ProviderIdentity,
): ProviderAccountRecord => {
  const emailAddress = identity.emailAddress ? normalEmail(identity.emailAddress) : null
  const known = accountsAt(instance, strategy).find(
    account => account.emailAddress === emailAddress,
  )
  if (known && emailAddress !== null) return known
  const account: ProviderAccountRecord = {
    ...newRecord(instance, 'eac'),
    strategy,
    providerUserId: instance.ids.secret('provider-user').slice(0, 21),
    emailAddress,
    firstName: identity.firstName || null,
    lastName: identity.lastName || null,
    approvedScopes: '',
    userId: null,
  }
  instance.database.providerAccounts.set(account)
  return account
}

/**
 * The user to whom an account belongs: by an earlier sign-in, or because both have the same address
 * and the user proved to own it. Such accounts are linked.
 */
export const ownerOf = (
  instance: Instance,
  account: ProviderAccountRecord,
): UserRecord | undefined => {
  const { users } = instance.database
  const owner = users.get(account.userId ?? '')
  if (owner || account.emailAddress === null) return owner
  const holder = users.holderOf(account.emailAddress)
  const isProven = holder?.emailAddresses.some(
    email => email.verified && email.emailAddress === account.emailAddress,
  )
  const found = isProven ? holder : undefined
  if (found) account.userId = found.id
  return found
}
