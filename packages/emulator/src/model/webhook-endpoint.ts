import { z } from 'zod'
import { isHttpUrl, isLoopbackUrl } from '../lib/loopback.ts'
import { webhookSecretPattern } from '../lib/webhook-signature.ts'

/** What receivers are told of. */
const webhookEvents = [
  'user.created',
  'user.updated',
  'user.deleted',
  'session.created',
  'session.pending',
  'session.ended',
  'session.removed',
  'session.revoked',
  'organization.created',
  'organization.updated',
  'organization.deleted',
  'organizationMembership.created',
  'organizationMembership.updated',
  'organizationMembership.deleted',
  'organizationInvitation.created',
  'organizationInvitation.accepted',
  'organizationInvitation.revoked',
  'waitlistEntry.created',
  'waitlistEntry.updated',
  'email.created',
  'sms.created',
] as const

export const WebhookEndpointSchema = z
  .strictObject({
    /** Where messages are sent: at this machine, unless `remote` is set. */
    url: z.string().refine(isHttpUrl, 'an http or https URL'),
    /** What they are signed with; the one that the command prints when not set. */
    secret: z.string().regex(webhookSecretPattern, 'whsec_ and base64').optional(),
    /** Only these, such as `user.created`; every event when not set. */
    events: z.array(z.enum(webhookEvents)).optional(),
    /** The receiver may be at another machine. */
    remote: z.boolean().optional(),
  })
  .refine(({ url, remote }) => remote === true || isLoopbackUrl(url), {
    path: ['url'],
    message: 'must be at this machine (127.0.0.1 or localhost), unless remote is true',
  })

/** A receiver of webhooks. */
export type WebhookEndpoint = Readonly<z.infer<typeof WebhookEndpointSchema>>
