import type { Instance } from '../../model/instance.ts'
import type { ProviderAccountRecord } from '../../model/records/provider-account.ts'
import type { SignUpRecord } from '../../model/records/sign-up.ts'
import { verifiedBy } from '../factors/new-verification.ts'
import { findUserBy } from '../users.ts'

/**
 * Takes over what a provider says of someone, where the sign-up does not say it yet. The address
 * counts as verified.
 */
export const copyFromProvider = (
  instance: Instance,
  signUp: SignUpRecord,
  account: ProviderAccountRecord,
): void => {
  signUp.providerAccountId = account.id
  signUp.firstName ??= account.firstName
  signUp.lastName ??= account.lastName
  const { emailAddress } = account
  const isFree = emailAddress !== null && !findUserBy(instance, emailAddress)
  if (!isFree || (signUp.emailAddress !== null && signUp.emailAddress !== emailAddress)) return
  signUp.emailAddress = emailAddress
  signUp.emailVerification = verifiedBy(`from_${account.strategy}`)
}
