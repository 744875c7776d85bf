import { z } from 'zod'
import { id, metadata, orNull, text, time } from '../fields.ts'
import { VerificationSchema } from './verification.ts'

const SignUpStatusSchema = z.enum(['missing_requirements', 'complete', 'abandoned'])

export type SignUpStatus = z.infer<typeof SignUpStatusSchema>

export const SignUpSchema = z.strictObject({
  id,
  clientId: text,
  status: SignUpStatusSchema,
  emailAddress: orNull(text),
  emailVerification: orNull(VerificationSchema),
  phoneNumber: orNull(text),
  phoneVerification: orNull(VerificationSchema),
  web3Wallet: orNull(text),
  web3Verification: orNull(VerificationSchema),
  externalVerification: orNull(VerificationSchema),
  providerAccountId: orNull(text),
  ticketId: orNull(text),
  publicMetadata: metadata,
  username: orNull(text),
  firstName: orNull(text),
  lastName: orNull(text),
  passwordHash: orNull(text),
  unsafeMetadata: metadata,
  legalAcceptedAt: orNull(time),
  locale: orNull(text),
  /** The id that its user will have in a backend of the application. */
  externalId: orNull(text),
  /** What a backend notes for itself. */
  customAction: z.boolean(),
  createdSessionId: orNull(text),
  createdUserId: orNull(text),
  abandonAt: time,
  createdAt: time,
})

export interface SignUpRecord extends z.infer<typeof SignUpSchema> {}
