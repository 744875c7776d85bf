import { z } from 'zod'
import { isPlainUrl } from '../lib/one-line.ts'

const address = z.string().refine(isPlainUrl, 'an absolute URL, in one line')

/** An application that others sign in to by this instance. */
export const OAuthApplicationSchema = z.strictObject({
  /** As who is asked for consent sees it. */
  name: z.string().min(1),
  /** Its home page. */
  url: address.optional(),
  /** Its logo. */
  logoUrl: address.optional(),
  /** Where it may be led back to. */
  redirectUris: z.array(address).optional(),
  /** What it may ask for; `profile` and `email` when not set. */
  scopes: z.array(z.string().regex(/^\S+$/, 'a scope such as email')).optional(),
})

export type OAuthApplication = Readonly<z.infer<typeof OAuthApplicationSchema>>
