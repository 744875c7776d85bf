import { z } from 'zod'
import type { UserRecord } from './database.ts'
import type { Instance } from './instance.ts'
import { isSignedIn } from './state/clients.ts'
import { normalPhone } from './state/identifiers.ts'
import { forgiveGuesses } from './state/lockout.ts'
import { accountOf } from './state/provider-accounts.ts'
import { closeFromOutside } from './state/sessions.ts'
import {
  createUser,
  digestPassword,
  findUserBy,
  markUserChanged,
  newEmailAddress,
  newPhoneNumber,
} from './state/users.ts'
import { digestBackupCode } from './strategies/backup-code.ts'
import { totpCodeOf } from './strategies/totp.ts'
import { isWalletAddress } from './strategies/web3.ts'
import { readInput, UnknownRecord } from './wrong-input.ts'

const metadata = z.record(z.string(), z.unknown())

const UserInput = z.strictObject({
  id: z.string().min(1).optional(),
  emailAddress: z.string().includes('@').nullish(),
  emailVerified: z.boolean().optional(),
  phoneNumber: z
    .string()
    .refine(text => normalPhone(text) !== null, 'a number such as +12015550123')
    .nullish(),
  phoneVerified: z.boolean().optional(),
  password: z.string().min(1).nullish(),
  /** A number for codes as a second factor. */
  secondFactorPhoneNumber: z
    .string()
    .refine(text => normalPhone(text) !== null, 'a number such as +12015550123')
    .nullish(),
  /** Secret of an authenticator app, base32 (RFC 4648), as its set-up key shows it. */
  totpSecret: z
    .string()
    .regex(/^[A-Z2-7]{16,}=*$/, 'base32 of at least 80 bits')
    .nullish(),
  backupCodes: z.array(z.string().min(4)).optional(),
  /** An address that signs as Ethereum's wallets do. */
  web3Wallet: z.string().refine(isWalletAddress, 'an address such as 0x and 40 hexadecimal digits').nullish(),
  /** Passkeys (ES256): the id and the public key as an uncompressed point, both base64url. */
  passkeys: z.array(z.strictObject({ credentialId: z.string().min(1), publicKey: z.string().min(1) })).optional(),
  /** Accounts at providers that sign this user in. */
  externalAccounts: z
    .array(z.strictObject({ provider: z.string().min(1), emailAddress: z.string().includes('@').optional() }))
    .optional(),
  username: z.string().min(1).nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  publicMetadata: metadata.optional(),
  unsafeMetadata: metadata.optional(),
  externalId: z.string().nullish(),
  banned: z.boolean().optional(),
})

/** What can be said about a user, all of it optional. The password may be weaker than the instance's policy. */
export type UserInput = z.input<typeof UserInput>

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
  /** @throws TypeError when an identifier is taken or a field is wrong. */
  create(input?: UserInput): EmulatedUser
  /** By id, email address or username. */
  get(idOrIdentifier: string): EmulatedUser | undefined
  list(): readonly EmulatedUser[]
  /** Changes what is given; another email address takes the place of the primary one. */
  update(id: string, input: Omit<UserInput, 'id'>): EmulatedUser
  /** What the user's authenticator app shows now. @throws TypeError for a user without one. */
  totpCode(id: string): string
  /** Unlocks a user that was locked for too many wrong tries. */
  unlock(id: string): void
  /** Deletes a user and removes its sessions everywhere. */
  delete(id: string): void
}

const toUser = ({ passwordHash, totpSecret, totpUsedPeriod, backupCodes, ...user }: UserRecord): EmulatedUser => ({
  ...structuredClone(user),
  emailAddress: user.emailAddresses.find(({ id }) => id === user.primaryEmailAddressId)?.emailAddress ?? null,
  phoneNumber: user.phoneNumbers.find(({ id }) => id === user.primaryPhoneNumberId)?.phoneNumber ?? null,
  passwordEnabled: passwordHash !== null,
  totpEnabled: totpSecret !== null,
})

const parse = (input: UserInput): UserInput => structuredClone(readInput(UserInput, 'user', input))

const checkFree = (instance: Instance, input: UserInput, self?: UserRecord): void => {
  const { id, emailAddress, phoneNumber, secondFactorPhoneNumber, web3Wallet, username } = input
  if (id !== undefined && instance.database.users.has(id)) throw new TypeError(`There is a user ${id} already.`)
  for (const identifier of [emailAddress, phoneNumber, secondFactorPhoneNumber, web3Wallet, username]) {
    const holder = identifier ? findUserBy(instance, identifier) : undefined
    if (holder && holder !== self) throw new TypeError(`${identifier} belongs to the user ${holder.id} already.`)
  }
}

const applyEmail = (instance: Instance, user: UserRecord, { emailAddress, emailVerified }: UserInput): void => {
  if (emailAddress === undefined) return
  const others = user.emailAddresses.filter(({ id }) => id !== user.primaryEmailAddressId)
  const primary = emailAddress === null ? null : newEmailAddress(instance, emailAddress, { verified: emailVerified })
  user.emailAddresses = primary ? [primary, ...others] : others
  user.primaryEmailAddressId = user.emailAddresses[0]?.id ?? null
}

const applyPhones = (instance: Instance, user: UserRecord, input: UserInput): void => {
  const { phoneNumber, phoneVerified, secondFactorPhoneNumber } = input
  const replace = (reservedForSecondFactor: boolean, number: string | null | undefined) => {
    if (number === undefined) return
    const others = user.phoneNumbers.filter(phone => phone.reservedForSecondFactor !== reservedForSecondFactor)
    const given = { verified: phoneVerified, reservedForSecondFactor }
    user.phoneNumbers = number === null ? others : [...others, newPhoneNumber(instance, number, given)]
  }
  replace(false, phoneNumber)
  replace(true, secondFactorPhoneNumber)
  user.primaryPhoneNumberId = user.phoneNumbers.find(phone => !phone.reservedForSecondFactor)?.id ?? null
}

const applyDevices = (instance: Instance, user: UserRecord, input: UserInput): void => {
  const now = instance.clock.now()
  const made = (prefix: string) => ({ id: instance.ids.next(prefix), createdAt: now, updatedAt: now })
  const { totpSecret, backupCodes, web3Wallet, passkeys } = input
  if (totpSecret !== undefined) user.totpSecret = totpSecret
  if (backupCodes !== undefined) user.backupCodes = backupCodes.map(digestBackupCode)
  if (web3Wallet !== undefined)
    user.web3Wallets = web3Wallet ? [{ ...made('idn'), web3Wallet, strategy: 'web3_metamask_signature' }] : []
  if (passkeys !== undefined)
    user.passkeys = passkeys.map(given => ({ ...given, ...made('idn'), name: null, signCount: 0, lastUsedAt: null }))
}

const applyExternalAccounts = (instance: Instance, user: UserRecord, { externalAccounts }: UserInput): void => {
  if (externalAccounts === undefined) return
  for (const account of instance.database.providerAccounts.values())
    if (account.userId === user.id) account.userId = null
  const [email] = user.emailAddresses
  for (const { provider, emailAddress = email?.emailAddress } of externalAccounts) {
    const { firstName, lastName } = user
    accountOf(instance, `oauth_${provider}`, { emailAddress, firstName, lastName }).userId = user.id
  }
}

// What is more than a value to be replaced.
const apply = (instance: Instance, user: UserRecord, input: UserInput): void => {
  applyPhones(instance, user, input)
  applyDevices(instance, user, input)
  applyExternalAccounts(instance, user, input)
}

const applyPassword = (instance: Instance, user: UserRecord, password: UserInput['password']): void => {
  if (password === undefined) return
  user.passwordHash = password === null ? null : digestPassword(instance, password)
  user.passwordUpdatedAt = instance.clock.now()
}

export const createUserControl = (instance: Instance): UserControl => {
  const { users, sessions, signIns } = instance.database
  const find = (id: string): UserRecord => {
    const user = users.get(id)
    if (!user) throw new UnknownRecord('user', id)
    return user
  }
  return {
    create: (input = {}) => {
      const given = parse(input)
      checkFree(instance, given)
      const { password, phoneNumber: _, web3Wallet: __, ...rest } = given
      const passwordHash = password ? digestPassword(instance, password) : null
      const user = createUser(instance, { ...rest, passwordHash })
      apply(instance, user, given)
      users.set(user.id, user)
      return toUser(user)
    },
    get: idOrIdentifier => {
      const user = users.get(idOrIdentifier) ?? findUserBy(instance, idOrIdentifier)
      return user && toUser(user)
    },
    list: () => [...users.values()].map(toUser),
    update: (id, input) => {
      instance.stamped.clear()
      const user = find(id)
      const given = parse(input)
      checkFree(instance, { ...given, id: undefined }, user)
      applyEmail(instance, user, given)
      applyPassword(instance, user, given.password)
      apply(instance, user, given)
      const { username, firstName, lastName, publicMetadata, unsafeMetadata, externalId, banned } = given
      const values = { username, firstName, lastName, publicMetadata, unsafeMetadata, externalId, banned }
      Object.assign(user, Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)))
      users.set(user.id, user) // its identifiers may be others now
      markUserChanged(instance, user)
      return toUser(user)
    },
    totpCode: id => {
      const code = totpCodeOf(instance, find(id))
      if (code === null) throw new TypeError(`The user ${id} has no authenticator app: give a totpSecret.`)
      return code
    },
    unlock: id => {
      instance.stamped.clear()
      const user = find(id)
      forgiveGuesses(user)
      markUserChanged(instance, user)
    },
    delete: id => {
      find(id)
      instance.stamped.clear()
      for (const session of sessions.values()) {
        if (session.userId === id && isSignedIn(session)) closeFromOutside(instance, session, 'removed')
      }
      for (const signIn of signIns.values()) if (signIn.userId === id) signIn.abandonAt = 0
      users.delete(id)
    },
  }
}
