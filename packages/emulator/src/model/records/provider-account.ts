import { z } from 'zod'
import { id, orNull, text, time } from '../fields.ts'

/** An account at a provider. It may belong to a user of the instance or to nobody yet. */
export const ProviderAccountSchema = z.strictObject({
  id,
  /** `oauth_google`; `enterprise_sso` for a company's provider. */
  strategy: text,
  providerUserId: text,
  emailAddress: orNull(text),
  firstName: orNull(text),
  lastName: orNull(text),
  /** What its owner let the application do there, as names with blanks between them. */
  approvedScopes: text,
  userId: orNull(text),
  createdAt: time,
  updatedAt: time,
})

export interface ProviderAccountRecord extends z.infer<typeof ProviderAccountSchema> {}
