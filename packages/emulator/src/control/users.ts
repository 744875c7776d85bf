import { deleteUser } from '../domain/account/delete-user.ts'
import { pendingTotpOf } from '../domain/account/totp.ts'
import { applyEmail, applyPassword, applyRest } from '../domain/apply-user-input.ts'
import { banUser, unbanUser } from '../domain/ban.ts'
import { totpCodeOf } from '../domain/factors/totp.ts'
import { forgiveGuesses, lockUser } from '../domain/lockout.ts'
import { readUserInput, type UserInput } from '../domain/user-input.ts'
import { createUser, digestPassword, findUserBy } from '../domain/users.ts'
import { UnknownRecord, WrongInput } from '../lib/input-errors.ts'
import { pageOf } from '../lib/list-page.ts'
import type { Instance } from '../model/instance.ts'
import type { UserRecord } from '../model/records/user.ts'
import { findUsers, type UserFilter, type UserListOptions } from './find-users.ts'

/** A user as the instance knows it; times are epoch milliseconds. */
export type EmulatedUser = Readonly<
  Omit<UserRecord, Secret> & {
    emailAddress: string | null
    phoneNumber: string | null
    passwordEnabled: boolean
    totpEnabled: boolean
  }
>

type Secret = 'passwordHash' | 'totpSecret' | 'totpUsedPeriod' | 'backupCodes'

/** The users of the instance. */
export interface UserControl {
  /**
   * Without input, a user who has nothing.
   *
   * @throws TypeError when an identifier is taken or a field is wrong.
   */
  create(input?: UserInput): EmulatedUser
  /** By id, email address or username. */
  get(idOrIdentifier: string): EmulatedUser | undefined
  /**
   * All of them, or those whose id, name or identifier has `query` in it, in order of creation.
   *
   * @throws TypeError for a number that is not whole.
   * @example
   * emulator.users.list({ query: '@example.com', limit: 50, offset: 100 })
   */
  list(options?: UserListOptions): readonly EmulatedUser[]
  /** How many such users there are, however many are listed. */
  count(options?: UserFilter): number
  /** Changes what is given; another email address takes the place of the primary one. */
  update(id: string, input: Omit<UserInput, 'id'>): EmulatedUser
  /**
   * What the user's authenticator app shows now, also while it is set up and not yet verified.
   *
   * @throws TypeError for a user without one.
   */
  totpCode(id: string): string
  /** Bans a user and revokes its sessions everywhere: it cannot sign in. */
  ban(id: string): EmulatedUser
  /** Lets a banned user sign in again. */
  unban(id: string): EmulatedUser
  /** Locks a user for as long as `lockoutDuration` of the settings says. */
  lock(id: string): EmulatedUser
  /** Unlocks a user that was locked for too many wrong tries. */
  unlock(id: string): void
  /** Deletes a user and removes its sessions everywhere. */
  delete(id: string): void
}

const toUser = ({
  passwordHash,
  totpSecret,
  totpUsedPeriod,
  backupCodes,
  ...user
}: Readonly<UserRecord>): EmulatedUser => ({
  ...structuredClone(user),
  emailAddress:
    user.emailAddresses.find(({ id }) => id === user.primaryEmailAddressId)?.emailAddress ?? null,
  phoneNumber:
    user.phoneNumbers.find(({ id }) => id === user.primaryPhoneNumberId)?.phoneNumber ?? null,
  passwordEnabled: passwordHash !== null,
  totpEnabled: totpSecret !== null,
})

const identifierFields = [
  'emailAddress',
  'phoneNumber',
  'secondFactorPhoneNumber',
  'web3Wallet',
  'username',
] as const

const checkFree = (instance: Instance, input: UserInput, self?: UserRecord): void => {
  const { id } = input
  if (id !== undefined && instance.database.users.has(id))
    throw new WrongInput('user', [{ path: ['id'], message: `There is a user ${id} already` }])
  for (const field of identifierFields) {
    const identifier = input[field]
    const holder = identifier ? findUserBy(instance, identifier) : undefined
    if (!holder || holder === self) continue
    throw new WrongInput('user', [
      { path: [field], message: `${identifier} belongs to the user ${holder.id} already` },
    ])
  }
}

export const createUserControl = (instance: Instance): UserControl => {
  const { users } = instance.database
  const read = (id: string): UserRecord => {
    const user = users.get(id)
    if (!user) throw new UnknownRecord('user', id)
    return user
  }
  const change = (work: () => UserRecord) => toUser(instance.change(work))
  const changeOne = (id: string, apply: (user: UserRecord) => void) =>
    change(() => {
      const user = read(id)
      apply(user)
      return user
    })
  return {
    create: (input = {}) =>
      change(() => {
        const given = readUserInput(input)
        checkFree(instance, given)
        const { password, phoneNumber: _, web3Wallet: __, ...rest } = given
        const passwordHash = password ? digestPassword(instance, password) : null
        const user = createUser(instance, { ...rest, passwordHash })
        applyRest(instance, user, given)
        return user
      }),
    get: idOrIdentifier => {
      const user = users.get(idOrIdentifier) ?? findUserBy(instance, idOrIdentifier)
      return user && toUser(user)
    },
    list: options => pageOf(findUsers(instance, options), options).map(toUser),
    count: filter => findUsers(instance, filter).length,
    update: (id, input) =>
      change(() => {
        const user = read(id)
        const given = readUserInput(input)
        checkFree(instance, { ...given, id: undefined }, user)
        applyEmail(instance, user, given)
        applyPassword(instance, user, given.password)
        applyRest(instance, user, given)
        const {
          username,
          firstName,
          lastName,
          publicMetadata,
          unsafeMetadata,
          externalId,
          banned,
        } = given
        const values = {
          username,
          firstName,
          lastName,
          publicMetadata,
          unsafeMetadata,
          externalId,
          banned,
        }
        Object.assign(
          user,
          Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)),
        )
        return user
      }),
    totpCode: id => {
      const user = read(id)
      const secret = user.totpSecret ?? pendingTotpOf(instance, user)?.secret
      if (secret === undefined)
        throw new TypeError(`The user ${id} has no authenticator app: give a totpSecret.`)
      return totpCodeOf(instance, secret)
    },
    ban: id => changeOne(id, user => banUser(instance, user)),
    unban: id => changeOne(id, unbanUser),
    lock: id => changeOne(id, user => lockUser(instance, user)),
    unlock: id => instance.change(() => forgiveGuesses(read(id))),
    delete: id => instance.change(() => deleteUser(instance, read(id))),
  }
}
