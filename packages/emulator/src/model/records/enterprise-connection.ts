import { z } from 'zod'
import { id, text, time } from '../fields.ts'

/** What a connection can be made to. */
export const enterpriseProviders = [
  'saml_custom',
  'saml_okta',
  'saml_google',
  'saml_microsoft',
  'oidc_custom',
  'oidc_github_enterprise',
  'oidc_gitlab',
] as const

/** One try of a connection by who sets it up. */
const TestRunSchema = z.strictObject({
  id,
  status: z.enum(['pending', 'success', 'failed']),
  createdAt: time,
})

export interface EnterpriseTestRun extends z.infer<typeof TestRunSchema> {}

/** How people of a company sign in at its own provider. */
export const EnterpriseConnectionSchema = z.strictObject({
  /** `entconn_…` */
  id,
  /** The organization, or the user, that set it up. */
  ownerId: text,
  name: text,
  provider: z.enum(enterpriseProviders),
  /** Domains of email addresses, in lower case. */
  domains: z.array(text),
  active: z.boolean(),
  syncUserAttributes: z.boolean(),
  disableAdditionalIdentifications: z.boolean(),
  /** What was said of the provider, by the names of the fields; never a secret. */
  config: z.record(text, text),
  testRuns: z.array(TestRunSchema),
  /** Epoch milliseconds. */
  createdAt: time,
  /** Epoch milliseconds. */
  updatedAt: time,
})

export interface EnterpriseConnectionRecord extends z.infer<typeof EnterpriseConnectionSchema> {}
