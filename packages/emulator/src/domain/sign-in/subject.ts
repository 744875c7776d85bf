import { normalPhone } from '../../model/identifiers.ts'
import type { Instance } from '../../model/instance.ts'
import type { SignInRecord } from '../../model/records/sign-in.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { isWalletAddress } from '../factors/strategies.ts'
import { blankUser, newEmailAddress, newPhoneNumber } from '../users.ts'

// Enumeration protection: what an unknown identifier looks like is a user with a password, which no
// text matches, and what was typed. A known one looks the same, whatever else its user has.
const pretendUser = (
  instance: Instance,
  signIn: SignInRecord,
  known: UserRecord | undefined,
): UserRecord => {
  const { identifier, pretendedId, createdAt } = signIn
  const user = { ...blankUser('', createdAt), passwordHash: known?.passwordHash ?? '' }
  if (identifier === null || isWalletAddress(identifier)) return user
  const id = pretendedId ?? ''
  const phone = normalPhone(identifier)
  if (identifier.includes('@')) {
    const email = known?.emailAddresses.find(
      ({ emailAddress }) => emailAddress === identifier.toLowerCase(),
    )
    user.emailAddresses = [email ?? newEmailAddress(instance, identifier, { id })]
    user.primaryEmailAddressId = user.emailAddresses[0]?.id ?? null
  } else if (phone !== null) {
    const number = known?.phoneNumbers.find(({ phoneNumber }) => phoneNumber === phone)
    user.phoneNumbers = [number ?? newPhoneNumber(instance, phone, { id })]
    user.primaryPhoneNumberId = user.phoneNumbers[0]?.id ?? null
  }
  return user
}

/** Who a sign-in is about: a user, a pretended one, or nobody while there is no identifier. */
export const subjectOf = (instance: Instance, signIn: SignInRecord): UserRecord | null => {
  const user = instance.database.users.get(signIn.userId ?? '')
  if (user) return user
  return signIn.identifier === null ? null : pretendUser(instance, signIn, undefined)
}

/**
 * The same as everybody may see it: nothing that the identifier does not tell, when the instance
 * protects that.
 */
export const shownSubjectOf = (instance: Instance, signIn: SignInRecord): UserRecord | null => {
  const subject = subjectOf(instance, signIn)
  const isHidden = instance.settings.enumerationProtection && signIn.identifier !== null
  return subject && isHidden ? pretendUser(instance, signIn, subject) : subject
}
