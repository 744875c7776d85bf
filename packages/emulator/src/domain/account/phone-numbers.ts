import {
  alreadyVerified,
  paramDisabled,
  paramNil,
  paramValueInvalid,
  resourceNotFound,
} from '../../lib/api-errors.ts'
import type { PhoneNumberRecord, UserRecord } from '../../model/records/user.ts'
import type { SignedInContext } from '../context.ts'
import { readProof } from '../factors/strategies.ts'
import type { Params } from '../params.ts'
import { readPhone } from '../sign-up/read-fields.ts'
import { newPhoneNumber } from '../users.ts'
import { firstBackupCodes, forgetUnusedBackupCodes } from './backup-codes.ts'
import {
  assertNotLast,
  assertNotTaken,
  attemptVerification,
  beginVerification,
  claimOf,
  forgetIdentification,
} from './identifications.ts'

/** A phone number of the caller. @throws ApiError 404 for any other. */
export const findPhoneNumber = ({ user }: SignedInContext, id: string): PhoneNumberRecord => {
  const phone = user.phoneNumbers.find(candidate => candidate.id === id)
  if (!phone) throw resourceNotFound('Phone number', id)
  return phone
}

/** Adds a phone number, which is to be verified yet. */
export const createPhoneNumber = (
  { instance, user }: SignedInContext,
  params: Params,
): PhoneNumberRecord => {
  params.required('phone_number')
  if (instance.settings.phoneNumber === 'off') throw paramDisabled('phone_number')
  const number = readPhone(params)
  if (number === null) throw paramNil('phone_number')
  assertNotTaken(instance, user, 'phone_number', number)
  const reservedForSecondFactor = params.flag('reserved_for_second_factor') ?? false
  const phone = newPhoneNumber(instance, number, { verified: false, reservedForSecondFactor })
  user.phoneNumbers.push(phone)
  return phone
}

/** Sends a code to a phone number. */
export const preparePhoneNumber = (
  context: SignedInContext,
  phone: PhoneNumberRecord,
  params: Params,
): void => {
  const proof = readProof(context.instance, 'phone_number', params)
  if (phone.verified) throw alreadyVerified()
  const claim = claimOf(context.instance, phone, phone.phoneNumber)
  beginVerification(context, phone, proof.begin(context, claim, params))
}

/**
 * Takes the code that was sent.
 *
 * @returns the backup codes that came with a first second factor; `null` when none were made.
 */
export const attemptPhoneNumber = (
  context: SignedInContext,
  phone: PhoneNumberRecord,
  params: Params,
): readonly string[] | null => {
  attemptVerification(context, phone, params)
  return firstBackupCodes(context.instance, context.user)
}

const chooseDefault = (user: UserRecord, phone: PhoneNumberRecord): void => {
  for (const each of user.phoneNumbers) each.defaultSecondFactor = each === phone
}

/**
 * Reserves a phone number for second factors, frees it, or makes it the default one of those that
 * are reserved.
 *
 * @returns the backup codes that came with a first second factor; `null` when none were made.
 */
export const updatePhoneNumber = (
  { instance, user }: SignedInContext,
  phone: PhoneNumberRecord,
  params: Params,
): readonly string[] | null => {
  const isReserved = params.flag('reserved_for_second_factor') ?? phone.reservedForSecondFactor
  const isDefault = params.flag('default_second_factor') ?? false
  if (isReserved && !phone.verified) throw paramValueInvalid('reserved_for_second_factor')
  if (isDefault && !isReserved) throw paramValueInvalid('default_second_factor')
  if (isReserved && !phone.reservedForSecondFactor) assertNotLast(user, phone)
  phone.reservedForSecondFactor = isReserved
  if (isReserved) forgetIdentification(instance, user, phone)
  else phone.defaultSecondFactor = false
  if (isDefault) chooseDefault(user, phone)
  forgetUnusedBackupCodes(instance, user)
  return firstBackupCodes(instance, user)
}

/** Deletes a phone number; another verified one takes the place of the primary one. */
export const deletePhoneNumber = (
  { instance, user }: SignedInContext,
  phone: PhoneNumberRecord,
): void => {
  if (!phone.reservedForSecondFactor) assertNotLast(user, phone)
  user.phoneNumbers = user.phoneNumbers.filter(kept => kept !== phone)
  forgetIdentification(instance, user, phone)
  forgetUnusedBackupCodes(instance, user)
}
