import { z } from 'zod'
import { id, orNull, text, time } from '../fields.ts'

/** A key by which programs act for a user or an organization. Its secret is told once. */
export const ApiKeySchema = z.strictObject({
  /** `ak_…` */
  id,
  /** `user_…` or `org_…` */
  subject: text,
  name: text,
  description: orNull(text),
  /** SHA-256 of the secret. */
  secretDigest: text,
  revoked: z.boolean(),
  revocationReason: orNull(text),
  /** Epoch milliseconds; `null` for one that does not expire. */
  expireAt: orNull(time),
  /** `user_…` */
  createdBy: text,
  createdAt: time,
  updatedAt: time,
})

export interface ApiKeyRecord extends z.infer<typeof ApiKeySchema> {}
