import type { Metadata } from './user.ts'
import type { VerificationRecord } from './verification.ts'

export type SignInStatus =
  | 'needs_identifier'
  | 'needs_first_factor'
  | 'needs_second_factor'
  | 'needs_client_trust'
  | 'needs_new_password'
  | 'complete'
  | 'abandoned'

export type SignUpStatus = 'missing_requirements' | 'complete' | 'abandoned'

export interface SignInRecord {
  id: string
  clientId: string
  status: SignInStatus
  identifier: string | null
  /**
   * `null` while there is no identifier, and when enumeration protection pretends that there is a
   * user.
   */
  userId: string | null
  /** The id of the email address that is pretended then. */
  pretendedId: string | null
  firstFactorVerification: VerificationRecord | null
  secondFactorVerification: VerificationRecord | null
  /** When each factor was proven, for the session's `factor_verification_age`. */
  secondFactorVerifiedAt: number | null
  clientTrustState: 'new' | 'known' | null
  /** The account at a provider that nobody here has: what a transfer to a sign-up takes over. */
  providerAccountId: string | null
  createdSessionId: string | null
  abandonAt: number
  createdAt: number
}

export interface SignUpRecord {
  id: string
  clientId: string
  status: SignUpStatus
  emailAddress: string | null
  emailVerification: VerificationRecord | null
  phoneNumber: string | null
  phoneVerification: VerificationRecord | null
  web3Wallet: string | null
  web3Verification: VerificationRecord | null
  externalVerification: VerificationRecord | null
  providerAccountId: string | null
  ticketId: string | null
  publicMetadata: Metadata
  username: string | null
  firstName: string | null
  lastName: string | null
  passwordHash: string | null
  unsafeMetadata: Metadata
  legalAcceptedAt: number | null
  locale: string | null
  createdSessionId: string | null
  createdUserId: string | null
  abandonAt: number
  createdAt: number
}
