import { z } from 'zod'
import { isHttpUrl, isLoopbackUrl } from '../lib/loopback.ts'
import { webhookSecretPattern } from '../lib/webhook-signature.ts'

export const WebhookEndpointSchema = z
  .strictObject({
    /** Where messages are sent: at this machine, unless `remote` is set. */
    url: z.string().refine(isHttpUrl, 'an http or https URL'),
    /** What they are signed with; the one that the command prints when not set. */
    secret: z.string().regex(webhookSecretPattern, 'whsec_ and base64').optional(),
    /** Only these, such as `user.created`; every event when not set. */
    events: z.array(z.string()).optional(),
    /** The receiver may be at another machine. */
    remote: z.boolean().optional(),
  })
  .refine(({ url, remote }) => remote === true || isLoopbackUrl(url), {
    path: ['url'],
    message: 'must be at this machine (127.0.0.1 or localhost), unless remote is true',
  })

/** A receiver of webhooks. */
export type WebhookEndpoint = Readonly<z.infer<typeof WebhookEndpointSchema>>
