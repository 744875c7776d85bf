import type { SignInRecord, UserRecord } from '../../database.ts'
import type { Instance } from '../../instance.ts'
import type { FactorJson } from '../../strategies/first-factor.ts'
import { firstFactors } from '../../strategies/first-factors.ts'

// Enumeration protection: an unknown identifier looks like a user with a password, which no text matches, and an address.
const pretendUser = ({ identifier, pretendedId, createdAt }: SignInRecord): UserRecord => {
  const id = pretendedId ?? ''
  const emailAddress = identifier?.includes('@') ? identifier : null
  const email = { id, verified: true, verificationStrategy: 'email_code', createdAt, updatedAt: createdAt }
  return {
    id: '',
    username: null,
    firstName: null,
    lastName: null,
    emailAddresses: emailAddress === null ? [] : [{ ...email, emailAddress }],
    primaryEmailAddressId: id,
    passwordHash: '',
    passwordUpdatedAt: null,
    publicMetadata: {},
    unsafeMetadata: {},
    externalId: null,
    banned: false,
    legalAcceptedAt: null,
    lastSignInAt: null,
    createdAt,
    updatedAt: createdAt,
  }
}

/** Who a sign-in is about: a user, a pretended one, or nobody while there is no identifier. */
export const subjectOf = (instance: Instance, signIn: SignInRecord): UserRecord | null => {
  if (signIn.identifier === null) return null
  return instance.database.users.get(signIn.userId ?? '') ?? pretendUser(signIn)
}

/** The first factors that a user can sign in with. */
export const firstFactorsOf = (user: UserRecord): FactorJson[] => firstFactors.flatMap(factor => factor.factorsOf(user))
