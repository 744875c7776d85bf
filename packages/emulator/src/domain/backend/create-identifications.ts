import { identifierExists, paramFormatInvalid } from '../../lib/api-errors.ts'
import { normalEmail, normalPhone } from '../../model/identifiers.ts'
import type { Instance } from '../../model/instance.ts'
import { newRecord } from '../../model/new-record.ts'
import type { EmailAddressRecord, PhoneNumberRecord, UserRecord } from '../../model/records/user.ts'
import { walletStrategyOf } from '../factors/strategies.ts'
import { findUserBy, newEmailAddress, newPhoneNumber } from '../users.ts'

/** Whether an identifier is proven, or kept for its user without that. */
export type IdentificationStatus = 'verified' | 'reserved' | 'unverified'

export interface NewIdentifications {
  readonly email_address?: readonly string[] | null | undefined
  readonly email_address_identification_status?: readonly IdentificationStatus[] | null | undefined
  readonly phone_number?: readonly string[] | null | undefined
  readonly phone_number_identification_status?: readonly IdentificationStatus[] | null | undefined
  readonly web3_wallet?: readonly string[] | null | undefined
}

const emailPattern = /^[^\s@"<>(),:;[\]\\]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/

/** @throws ApiError 422 for one that somebody has. */
export const assertFree = (instance: Instance, param: string, identifier: string): void => {
  if (findUserBy(instance, identifier)) throw identifierExists(param)
}

/** An email address as a backend adds one. @throws ApiError 422 for what is none, or is taken. */
export const addEmailAddress = (
  instance: Instance,
  user: UserRecord,
  text: string,
  status: IdentificationStatus = 'verified',
): EmailAddressRecord => {
  const address = normalEmail(text)
  if (!emailPattern.test(address))
    throw paramFormatInvalid('email_address', 'a valid email address')
  assertFree(instance, 'email_address', address)
  if (user.emailAddresses.some(({ emailAddress }) => emailAddress === address))
    throw identifierExists('email_address')
  const given = { verified: status === 'verified', verificationStrategy: 'admin' }
  const email = newEmailAddress(instance, address, given)
  user.emailAddresses = [...user.emailAddresses, email]
  if (status !== 'unverified') user.primaryEmailAddressId ??= email.id
  return email
}

/** A phone number as a backend adds one. @throws ApiError 422 for what is none, or is taken. */
export const addPhoneNumber = (
  instance: Instance,
  user: UserRecord,
  text: string,
  status: IdentificationStatus = 'verified',
  reservedForSecondFactor = false,
): PhoneNumberRecord => {
  const number = normalPhone(text)
  if (number === null) throw paramFormatInvalid('phone_number', 'a valid phone number')
  assertFree(instance, 'phone_number', number)
  if (user.phoneNumbers.some(({ phoneNumber }) => phoneNumber === number))
    throw identifierExists('phone_number')
  const given = { verified: status === 'verified', reservedForSecondFactor }
  const phone = newPhoneNumber(instance, number, given)
  user.phoneNumbers = [...user.phoneNumbers, phone]
  if (status !== 'unverified' && !reservedForSecondFactor) user.primaryPhoneNumberId ??= phone.id
  return phone
}

const addWallet = (instance: Instance, user: UserRecord, address: string): void => {
  const strategy = walletStrategyOf(address)
  if (strategy === undefined) throw paramFormatInvalid('web3_wallet', 'the address of a wallet')
  assertFree(instance, 'web3_wallet', address)
  const wallet = {
    ...newRecord(instance, 'idn'),
    web3Wallet: address,
    strategy,
    verified: true,
  }
  user.web3Wallets = [...user.web3Wallets, wallet]
}

/** What a new user is reached by. @throws ApiError 422 for what is wrong, or is taken. */
export const createIdentifications = (
  instance: Instance,
  user: UserRecord,
  given: NewIdentifications,
): void => {
  const emailStatus = given.email_address_identification_status ?? []
  const phoneStatus = given.phone_number_identification_status ?? []
  for (const [index, address] of (given.email_address ?? []).entries())
    addEmailAddress(instance, user, address, emailStatus[index])
  for (const [index, number] of (given.phone_number ?? []).entries())
    addPhoneNumber(instance, user, number, phoneStatus[index])
  for (const address of given.web3_wallet ?? []) addWallet(instance, user, address)
}
