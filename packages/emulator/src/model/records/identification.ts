import { z } from 'zod'
import { id, text } from '../fields.ts'
import { VerificationSchema } from './verification.ts'

/**
 * A verification of an email address or phone number that a user has already; the id is that of the
 * address or number.
 */
export const IdentificationVerificationSchema = z.strictObject({
  id,
  userId: text,
  /** The client that asked for it. */
  clientId: text,
  verification: VerificationSchema,
})

export interface IdentificationVerificationRecord
  extends z.infer<typeof IdentificationVerificationSchema> {}
