import { z } from 'zod'
import { id, text, time } from '../fields.ts'

/** An authenticator app that is not proven yet. */
export const PendingTotpSchema = z.strictObject({
  id,
  userId: text,
  /** base32. */
  secret: text,
  createdAt: time,
})

export interface PendingTotpRecord extends z.infer<typeof PendingTotpSchema> {}
