import { z } from 'zod'
import { id, orNull, text, time } from '../fields.ts'

/** Somebody who wants to sign up and is not let in yet. */
export const WaitlistEntrySchema = z.strictObject({
  /** `wle_…` */
  id,
  /** In lower case. */
  emailAddress: text,
  status: z.enum(['pending', 'invited', 'rejected']),
  /** The invitation that it got: its ticket. */
  ticketId: orNull(text),
  createdAt: time,
  updatedAt: time,
})

export interface WaitlistEntryRecord extends z.infer<typeof WaitlistEntrySchema> {}
