import { z } from 'zod'
import { id, orNull, text, time } from '../fields.ts'
import { VerificationSchema } from './verification.ts'

/** How owners of addresses of a domain join its organization. */
export const enrollmentModes = [
  'manual_invitation',
  'automatic_invitation',
  'automatic_suggestion',
  'enterprise_sso',
] as const

/** Those that an instance offers; the other needs a connection to a company's provider. */
export const enabledModes = enrollmentModes.filter(mode => mode !== 'enterprise_sso')

const ProofSchema = z.strictObject({
  verification: VerificationSchema,
  /** Epoch milliseconds; `null` until it is proven. */
  verifiedAt: orNull(time),
})

export interface DomainProof extends z.infer<typeof ProofSchema> {}

/** A domain of email addresses that belongs to an organization. */
export const OrganizationDomainSchema = z.strictObject({
  /** `orgdmn_…` */
  id,
  /** `org_…` */
  organizationId: text,
  /** In lower case: `acme.com`. */
  name: text,
  /** In effect once the domain is verified. */
  enrollmentMode: z.enum(enrollmentModes),
  /** Where the code was sent that proves a member to have an address there. */
  affiliationEmailAddress: orNull(text),
  /** By a code to an address of the domain. */
  affiliation: orNull(ProofSchema),
  /** By a record in the DNS of the domain. */
  ownership: orNull(ProofSchema),
  /** Epoch milliseconds. */
  createdAt: time,
  /** Epoch milliseconds. */
  updatedAt: time,
})

export interface OrganizationDomainRecord extends z.infer<typeof OrganizationDomainSchema> {}
