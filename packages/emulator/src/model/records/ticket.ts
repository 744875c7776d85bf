import { z } from 'zod'
import { address, id, metadata, orNull, text, time } from '../fields.ts'

export const TicketSchema = z.strictObject({
  id,
  kind: z.enum(['sign_in_token', 'invitation', 'organization_invitation']),
  /** Whom a sign-in token signs in. */
  userId: orNull(text),
  /** Whom an invitation invites; that address counts as verified. */
  emailAddress: orNull(text),
  /** What whoever uses it accepts: `orginv_…`. */
  organizationInvitationId: orNull(text),
  publicMetadata: metadata,
  redirectUrl: orNull(address),
  status: z.enum(['pending', 'used', 'revoked']),
  expireAt: time,
  createdAt: time,
})

export interface TicketRecord extends z.infer<typeof TicketSchema> {}
