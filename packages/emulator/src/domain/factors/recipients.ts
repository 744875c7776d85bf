import { paramValueInvalid, strategyForUserInvalid } from '../../lib/api-errors.ts'
import type { EmailAddressRecord, PhoneNumberRecord, UserRecord } from '../../model/records/user.ts'
import type { Params } from '../params.ts'

/** The email addresses that a user proved to own, the primary one first. */
export const verifiedEmails = (user: UserRecord): EmailAddressRecord[] => {
  const verified = user.emailAddresses.filter(email => email.verified)
  const isPrimary = (email: EmailAddressRecord) => email.id === user.primaryEmailAddressId
  return [...verified.filter(isPrimary), ...verified.filter(email => !isPrimary(email))]
}

/**
 * The phone numbers that a user proved to own: those for first factors, or those that are reserved
 * for second ones, of which the default one comes first.
 */
export const verifiedPhones = (user: UserRecord, reserved: boolean): PhoneNumberRecord[] => {
  const verified = user.phoneNumbers.filter(
    phone => phone.verified && phone.reservedForSecondFactor === reserved,
  )
  return reserved
    ? verified.sort((a, b) => Number(b.defaultSecondFactor) - Number(a.defaultSecondFactor))
    : verified
}

/**
 * The one that a request names by `param`, or the first.
 *
 * @throws ApiError when there is none, or none of that id.
 */
export const chosen = <Recipient extends { readonly id: string }>(
  usable: readonly Recipient[],
  params: Params,
  param: string,
): Recipient => {
  const id = params.text(param)
  const found = id === null ? usable[0] : usable.find(candidate => candidate.id === id)
  if (found) return found
  throw id === null ? strategyForUserInvalid() : paramValueInvalid(param)
}
