import { primaryEmailOf } from '../../model/identifiers.ts'
import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { membershipIn } from '../organizations.ts'

/** Which users are meant: all of it must fit, and of a list any value may. */
export interface UserFilter {
  readonly user_id?: readonly string[] | undefined
  readonly external_id?: readonly string[] | undefined
  readonly email_address?: readonly string[] | undefined
  readonly phone_number?: readonly string[] | undefined
  readonly web3_wallet?: readonly string[] | undefined
  readonly username?: readonly string[] | undefined
  readonly organization_id?: readonly string[] | undefined
  readonly query?: string | undefined
  readonly email_address_query?: string | undefined
  readonly phone_number_query?: string | undefined
  readonly username_query?: string | undefined
  readonly name_query?: string | undefined
  readonly banned?: boolean | undefined
  readonly provider?: string | undefined
  readonly provider_user_id?: readonly string[] | undefined
  readonly created_at_before?: number | undefined
  readonly created_at_after?: number | undefined
  readonly last_active_at_before?: number | undefined
  readonly last_active_at_after?: number | undefined
  readonly last_active_at_since?: number | undefined
  readonly last_sign_in_at_before?: number | undefined
  readonly last_sign_in_at_after?: number | undefined
}

const emailsOf = (user: Readonly<UserRecord>) => user.emailAddresses.map(each => each.emailAddress)
const phonesOf = (user: Readonly<UserRecord>) => user.phoneNumbers.map(each => each.phoneNumber)
const walletsOf = (user: Readonly<UserRecord>) => user.web3Wallets.map(each => each.web3Wallet)
const namesOf = ({ firstName, lastName }: Readonly<UserRecord>) => [
  [firstName, lastName].filter(name => name !== null).join(' '),
]
const usernamesOf = ({ username }: Readonly<UserRecord>) => (username === null ? [] : [username])

/** What a user is searched by. */
export const searchedTextsOf = (user: Readonly<UserRecord>): readonly string[] => [
  user.id,
  ...[emailsOf, phonesOf, walletsOf, usernamesOf, namesOf].flatMap(valuesOf => valuesOf(user)),
]

/** When a user was last seen in a session; `null` for one who never was. */
export const lastActiveAtOf = ({ database }: Instance, user: UserRecord): number | null => {
  const times = database.sessions
    .all()
    .filter(({ userId }) => userId === user.id)
    .map(({ lastActiveAt }) => lastActiveAt)
  return times.length === 0 ? user.lastSignInAt : Math.max(...times)
}

// A value with a minus before it leaves out who has it.
const isListed = (values: readonly string[] | undefined, own: readonly string[]): boolean => {
  if (!values || values.length === 0) return true
  const has = new Set(own.map(each => each.toLowerCase()))
  const wanted = values.filter(value => !value.startsWith('-'))
  const unwanted = values.filter(value => value.startsWith('-'))
  return (
    (wanted.length === 0 ||
      wanted.some(value => has.has(value.replace(/^\+(?=\D)/, '').toLowerCase()))) &&
    !unwanted.some(value => has.has(value.slice(1).toLowerCase()))
  )
}

const contains = (part: string | undefined, own: readonly string[]): boolean =>
  part === undefined || own.some(each => each.toLowerCase().includes(part.toLowerCase()))

const isBetween = (
  time: number | null,
  after: number | undefined,
  before: number | undefined,
): boolean =>
  (after === undefined || (time !== null && time > after)) &&
  (before === undefined || (time !== null && time < before))

const wasActive = (instance: Instance, user: UserRecord, filter: UserFilter): boolean => {
  const { last_active_at_after: after, last_active_at_before: before } = filter
  const { last_active_at_since: since } = filter
  // To look through all sessions takes long: only for who asks.
  if (after === undefined && before === undefined && since === undefined) return true
  const active = lastActiveAtOf(instance, user)
  return (
    isBetween(active, after, before) &&
    (since === undefined || (active !== null && active >= since))
  )
}

const isInTime = (user: UserRecord, filter: UserFilter): boolean =>
  isBetween(user.createdAt, filter.created_at_after, filter.created_at_before) &&
  isBetween(user.lastSignInAt, filter.last_sign_in_at_after, filter.last_sign_in_at_before)

const hasAccount = (
  { database }: Instance,
  user: UserRecord,
  { provider, provider_user_id: ids }: UserFilter,
): boolean =>
  (provider === undefined && ids === undefined) ||
  database.providerAccounts
    .where(({ userId }) => userId === user.id)
    .some(
      account =>
        (provider === undefined ||
          account.strategy === `oauth_${provider.replace(/^oauth_/, '')}`) &&
        (ids === undefined || ids.includes(account.providerUserId)),
    )

const fits = (instance: Instance, filter: UserFilter) => (user: UserRecord) =>
  isListed(filter.user_id, [user.id]) &&
  isListed(filter.external_id, user.externalId === null ? [] : [user.externalId]) &&
  isListed(filter.email_address, emailsOf(user)) &&
  (filter.phone_number === undefined ||
    filter.phone_number.some(phone => phonesOf(user).includes(phone))) &&
  isListed(filter.web3_wallet, walletsOf(user)) &&
  isListed(filter.username, usernamesOf(user)) &&
  (filter.organization_id === undefined ||
    filter.organization_id.some(id => membershipIn(instance, user.id, id) !== null)) &&
  contains(filter.email_address_query, emailsOf(user)) &&
  contains(filter.phone_number_query, phonesOf(user)) &&
  contains(filter.username_query, usernamesOf(user)) &&
  contains(filter.name_query, namesOf(user)) &&
  contains(filter.query, searchedTextsOf(user)) &&
  (filter.banned === undefined || user.banned === filter.banned) &&
  hasAccount(instance, user, filter) &&
  isInTime(user, filter) &&
  wasActive(instance, user, filter)

/** The users that a backend asks for, in order of creation. */
export const findUsers = (instance: Instance, filter: UserFilter): UserRecord[] =>
  instance.database.users.where(fits(instance, filter))

/** What users are sorted by, by the names of the wire. */
export const userOrders = (instance: Instance) => ({
  created_at: ({ createdAt }: UserRecord) => createdAt,
  updated_at: ({ updatedAt }: UserRecord) => updatedAt,
  email_address: (user: UserRecord) => primaryEmailOf(user)?.emailAddress ?? null,
  web3wallet: (user: UserRecord) => walletsOf(user)[0] ?? null,
  first_name: ({ firstName }: UserRecord) => firstName,
  last_name: ({ lastName }: UserRecord) => lastName,
  phone_number: (user: UserRecord) => phonesOf(user)[0] ?? null,
  username: ({ username }: UserRecord) => username,
  last_active_at: (user: UserRecord) => lastActiveAtOf(instance, user),
  last_sign_in_at: ({ lastSignInAt }: UserRecord) => lastSignInAt,
})
