import {
  alreadyVerified,
  identifierExists,
  lastIdentification,
  verificationMissing,
} from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { EmailAddressRecord, PhoneNumberRecord, UserRecord } from '../../model/records/user.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import type { SignedInContext } from '../context.ts'
import { findStrategy } from '../factors/strategies.ts'
import type { Claim } from '../factors/strategy.ts'
import type { Params } from '../params.ts'
import { findUserBy } from '../users.ts'

/** What a user is reached by and signs in with. */
export type Identification = EmailAddressRecord | PhoneNumberRecord

/** The verification in progress of one of them. */
export const verificationOf = (
  instance: Instance,
  { id }: Pick<Identification, 'id'>,
): VerificationRecord | null =>
  instance.database.identificationVerifications.get(id)?.verification ?? null

/** What is to be proven of an identification that a user adds. */
export const claimOf = (
  instance: Instance,
  identification: Pick<Identification, 'id'>,
  to: string,
): Claim => ({
  to,
  ownerId: identification.id,
  identificationId: identification.id,
  verification: verificationOf(instance, identification),
})

/** Takes the proof by the strategy that was begun. @throws ApiError unless it is right. */
export const proveClaim = (instance: Instance, claim: Claim, params: Params): void => {
  const prove = findStrategy(claim.verification?.strategy ?? '')?.proof?.prove
  if (!prove) throw verificationMissing()
  prove(instance, claim, params)
}

/** Keeps a verification that began. */
export const beginVerification = (
  { instance, client, user }: SignedInContext,
  { id }: Pick<Identification, 'id'>,
  verification: VerificationRecord,
): void => {
  instance.database.identificationVerifications.set({
    id,
    userId: user.id,
    clientId: client.id,
    verification,
  })
}

// Whatever became verified first, of those that can be, is the primary one.
const fillPrimary = (user: UserRecord): void => {
  user.primaryEmailAddressId ??= user.emailAddresses.find(({ verified }) => verified)?.id ?? null
  user.primaryPhoneNumberId ??=
    user.phoneNumbers.find(phone => phone.verified && !phone.reservedForSecondFactor)?.id ?? null
}

/** @throws ApiError when somebody has it, the user itself included. */
export const assertNotTaken = (
  instance: Instance,
  user: UserRecord,
  param: string,
  identifier: string,
): void => {
  const own = [
    ...user.emailAddresses.map(each => each.emailAddress),
    ...user.phoneNumbers.map(each => each.phoneNumber),
  ]
  if (own.includes(identifier) || findUserBy(instance, identifier)) throw identifierExists(param)
}

// Somebody else may have verified the same meanwhile.
const assertNotClaimed = (instance: Instance, identification: Identification): void => {
  const isEmail = 'emailAddress' in identification
  const identifier = isEmail ? identification.emailAddress : identification.phoneNumber
  if (findUserBy(instance, identifier))
    throw identifierExists(isEmail ? 'email_address' : 'phone_number')
}

/**
 * An email address or a phone number is proven. Its verification is kept: a link may be opened
 * again.
 *
 * @throws ApiError when it belongs to another user by now.
 */
export const completeVerification = (
  instance: Instance,
  user: UserRecord,
  identification: Identification,
): void => {
  assertNotClaimed(instance, identification)
  identification.verified = true
  if ('verificationStrategy' in identification)
    identification.verificationStrategy =
      verificationOf(instance, identification)?.strategy ?? 'email_code'
  fillPrimary(user)
}

/** Takes the code that was sent. @throws ApiError unless it is right. */
export const attemptVerification = (
  context: SignedInContext,
  identification: Identification,
  params: Params,
): void => {
  const { instance, user } = context
  params.required('code')
  if (identification.verified) throw alreadyVerified()
  const to =
    'emailAddress' in identification ? identification.emailAddress : identification.phoneNumber
  const claim = claimOf(instance, identification, to)
  if (!claim.verification) throw verificationMissing()
  assertNotClaimed(instance, identification) // before the code counts as proven
  proveClaim(instance, claim, params)
  completeVerification(instance, user, identification)
}

/** @throws ApiError when a user could not be identified without it. */
export const assertNotLast = (
  user: UserRecord,
  identification: Pick<Identification, 'id'>,
): void => {
  const left = [
    ...user.emailAddresses,
    ...user.phoneNumbers.filter(phone => !phone.reservedForSecondFactor),
    ...user.web3Wallets,
  ].filter(({ id }) => id !== identification.id)
  if (left.length === 0 && user.username === null) throw lastIdentification()
}

/** Forgets what is about an identification that the user no longer has, or not for that use. */
export const forgetIdentification = (
  instance: Instance,
  user: UserRecord,
  { id }: Identification,
): void => {
  instance.database.identificationVerifications.delete(id)
  if (user.primaryEmailAddressId === id) user.primaryEmailAddressId = null
  if (user.primaryPhoneNumberId === id) user.primaryPhoneNumberId = null
  fillPrimary(user)
}
