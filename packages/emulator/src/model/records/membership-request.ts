import { z } from 'zod'
import { id, text, time } from '../fields.ts'

/** That a user has asked to join an organization, by accepting its suggestion. */
export const MembershipRequestSchema = z.strictObject({
  /** `orgmemreq_…` */
  id,
  /** `org_…` */
  organizationId: text,
  /** `user_…` */
  userId: text,
  /** The suggestion that was accepted. */
  suggestionId: text,
  /** `accepted`: the user is a member. */
  status: z.enum(['pending', 'accepted', 'rejected']),
  /** Epoch milliseconds. */
  createdAt: time,
  /** Epoch milliseconds. */
  updatedAt: time,
})

export interface MembershipRequestRecord extends z.infer<typeof MembershipRequestSchema> {}
