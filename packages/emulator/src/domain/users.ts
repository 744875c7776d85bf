import { hashPassword } from '../lib/passwords.ts'
import type { Metadata } from '../model/fields.ts'
import { normalEmail, normalPhone } from '../model/identifiers.ts'
import type { Instance } from '../model/instance.ts'
import type {
  EmailAddressRecord,
  PhoneNumberRecord,
  UserRecord,
  Web3WalletRecord,
} from '../model/records/user.ts'

export interface NewUser {
  readonly id?: string | undefined
  readonly emailAddress?: string | null | undefined
  readonly emailVerified?: boolean | undefined
  readonly verificationStrategy?: string | undefined
  readonly phoneNumber?: string | null | undefined
  readonly phoneVerified?: boolean | undefined
  readonly web3Wallet?: Pick<Web3WalletRecord, 'web3Wallet' | 'strategy'> | null | undefined
  readonly passwordHash?: string | null | undefined
  readonly username?: string | null | undefined
  readonly firstName?: string | null | undefined
  readonly lastName?: string | null | undefined
  readonly publicMetadata?: Metadata | undefined
  readonly unsafeMetadata?: Metadata | undefined
  readonly externalId?: string | null | undefined
  readonly banned?: boolean | undefined
  readonly legalAcceptedAt?: number | null | undefined
}

/** Digest of a password with a fresh salt. */
export const digestPassword = (instance: Instance, password: string): string =>
  hashPassword(password, instance.ids.secret('salt'))

interface NewIdentification {
  readonly id?: string
  readonly verified?: boolean | undefined
}

const identification = (instance: Instance, { id, verified = true }: NewIdentification) => {
  const now = instance.clock.now()
  return { id: id ?? instance.ids.next('idn'), verified, createdAt: now, updatedAt: now }
}

export const newEmailAddress = (
  instance: Instance,
  emailAddress: string,
  given: NewIdentification & { readonly verificationStrategy?: string | undefined } = {},
): EmailAddressRecord => ({
  ...identification(instance, given),
  emailAddress: normalEmail(emailAddress),
  verificationStrategy: given.verificationStrategy ?? 'email_code',
})

export const newPhoneNumber = (
  instance: Instance,
  phoneNumber: string,
  given: NewIdentification & { readonly reservedForSecondFactor?: boolean | undefined } = {},
): PhoneNumberRecord => ({
  ...identification(instance, given),
  phoneNumber: normalPhone(phoneNumber) ?? phoneNumber,
  reservedForSecondFactor: given.reservedForSecondFactor ?? false,
  defaultSecondFactor: false,
})

/** A user of whom nothing is known. */
export const blankUser = (id: string, now: number): UserRecord => ({
  id,
  username: null,
  firstName: null,
  lastName: null,
  image: null,
  emailAddresses: [],
  primaryEmailAddressId: null,
  phoneNumbers: [],
  primaryPhoneNumberId: null,
  web3Wallets: [],
  passkeys: [],
  passwordHash: null,
  passwordUpdatedAt: null,
  totpSecret: null,
  totpUsedPeriod: null,
  backupCodes: [],
  failedAttempts: 0,
  lockedUntil: null,
  publicMetadata: {},
  unsafeMetadata: {},
  privateMetadata: {},
  locale: null,
  deleteSelfEnabled: null,
  createOrganizationEnabled: null,
  createOrganizationsLimit: null,
  bypassClientTrust: false,
  externalId: null,
  banned: false,
  legalAcceptedAt: null,
  lastSignInAt: null,
  createdAt: now,
  updatedAt: now,
})

const identificationsOf = (instance: Instance, given: NewUser) => {
  const {
    emailAddress,
    emailVerified,
    verificationStrategy,
    phoneNumber,
    phoneVerified,
    web3Wallet,
  } = given
  const email =
    emailAddress == null
      ? []
      : [newEmailAddress(instance, emailAddress, { verified: emailVerified, verificationStrategy })]
  const phone =
    phoneNumber == null ? [] : [newPhoneNumber(instance, phoneNumber, { verified: phoneVerified })]
  return {
    emailAddresses: email,
    primaryEmailAddressId: email[0]?.id ?? null,
    phoneNumbers: phone,
    primaryPhoneNumberId: phone[0]?.id ?? null,
    web3Wallets: web3Wallet ? [{ ...identification(instance, {}), ...web3Wallet }] : [],
  }
}

/** A new user. Whether its identifiers are free is for the caller to check. */
export const createUser = (instance: Instance, given: NewUser): UserRecord => {
  const now = instance.clock.now()
  const identifications = identificationsOf(instance, given)
  const user: UserRecord = {
    ...blankUser(given.id ?? instance.ids.next('user'), now),
    ...identifications,
    username: given.username ?? null,
    firstName: given.firstName ?? null,
    lastName: given.lastName ?? null,
    passwordHash: given.passwordHash ?? null,
    passwordUpdatedAt: given.passwordHash == null ? null : now,
    publicMetadata: given.publicMetadata ?? {},
    unsafeMetadata: given.unsafeMetadata ?? {},
    externalId: given.externalId ?? null,
    banned: given.banned ?? false,
    legalAcceptedAt: given.legalAcceptedAt ?? null,
  }
  instance.database.users.set(user)
  return user
}

/** The user with this email address, phone number, wallet or username, however it is written. */
export const findUserBy = (instance: Instance, identifier: string): UserRecord | undefined =>
  instance.database.users.holderOf(identifier)
