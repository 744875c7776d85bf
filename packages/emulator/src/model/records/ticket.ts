import { z } from 'zod'
import { address, id, metadata, orNull, text, time } from '../fields.ts'

export const TicketSchema = z.strictObject({
  /** The text of the ticket itself. */
  id,
  /** What a backend knows it by: `sit_…`, `inv_…`, `act_…`. */
  resourceId: text,
  kind: z.enum(['sign_in_token', 'invitation', 'organization_invitation', 'actor_token']),
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
  updatedAt: time,
  /** Who acts for the user in the session that it begins. */
  actor: orNull(metadata),
  /** ms that session lasts; `null` as long as any. */
  sessionLifetime: orNull(time),
})

export interface TicketRecord extends z.infer<typeof TicketSchema> {}
