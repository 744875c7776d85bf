import { z } from 'zod'
import { id, orNull, text, time } from '../fields.ts'
import { VerificationSchema } from './verification.ts'

const SignInStatusSchema = z.enum([
  'needs_identifier',
  'needs_first_factor',
  'needs_second_factor',
  'needs_client_trust',
  'needs_new_password',
  'complete',
  'abandoned',
])

export type SignInStatus = z.infer<typeof SignInStatusSchema>

export const SignInSchema = z.strictObject({
  id,
  clientId: text,
  status: SignInStatusSchema,
  identifier: orNull(text),
  /**
   * `null` while there is no identifier, and when enumeration protection pretends that there is a
   * user.
   */
  userId: orNull(text),
  /** The id of the email address that is pretended then. */
  pretendedId: orNull(text),
  firstFactorVerification: orNull(VerificationSchema),
  secondFactorVerification: orNull(VerificationSchema),
  /** When each factor was proven, for the session's `factor_verification_age`. */
  secondFactorVerifiedAt: orNull(time),
  clientTrustState: orNull(z.enum(['new', 'known'])),
  /** The account at a provider that nobody here has: what a transfer to a sign-up takes over. */
  providerAccountId: orNull(text),
  /** The ticket that began it. */
  ticketId: orNull(text),
  createdSessionId: orNull(text),
  abandonAt: time,
  createdAt: time,
})

export interface SignInRecord extends z.infer<typeof SignInSchema> {}
