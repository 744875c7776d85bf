import { z } from 'zod'
import { freeRecord } from '../lib/free-json.ts'
import { readInput } from '../lib/input-errors.ts'
import { isPlainUrl } from '../lib/one-line.ts'
import { slugPattern } from '../lib/slug.ts'
import type {
  MembershipRecord,
  OrganizationInvitationRecord,
  OrganizationRecord,
  OrganizationSuggestionRecord,
} from '../model/records/organization.ts'

const key = /^org:[a-z0-9_]+(:[a-z0-9_]+)?$/

export const MemberSchema = z.strictObject({
  /** The user who belongs to it. */
  userId: z.string().min(1),
  /** `org:member` when not set. */
  role: z.string().regex(key, 'a key such as org:admin').optional(),
  /** What it may do beside what the role allows: `org:invoices:read`. */
  permissions: z.array(z.string().regex(key, 'a key such as org:invoices:read')).optional(),
  /** What a backend keeps with the membership. */
  publicMetadata: freeRecord.optional(),
})

export const InvitationSchema = z.strictObject({
  /** Whose owner is invited. */
  emailAddress: z.string().includes('@'),
  /** `org:member` when not set. */
  role: z.string().regex(key, 'a key such as org:admin').optional(),
  /** What the membership will have. */
  publicMetadata: freeRecord.optional(),
  /** Where the link of the message leads on to, with `__clerk_ticket` in its query. */
  redirectUrl: z.string().refine(isPlainUrl, 'an absolute URL, in one line').optional(),
})

export const OrganizationSchema = z.strictObject({
  /** Made by the instance when not set. */
  id: z.string().min(1).optional(),
  /** As its members see it. */
  name: z.string().min(1),
  /** Made from the name when not set. */
  slug: z.string().regex(slugPattern, 'lower-case letters, digits and hyphens').optional(),
  /** What a backend keeps with it. */
  publicMetadata: freeRecord.optional(),
  /** Members and pending invitations; 0 for any number, as the instance says when not set. */
  maxMemberships: z.number().int().nonnegative().optional(),
  /** Its administrators may delete it: true when not set. */
  adminDeleteEnabled: z.boolean().optional(),
  /** Users of the instance. */
  members: z.array(MemberSchema).optional(),
  /** Who is invited, by a message in the inbox. */
  invitations: z.array(InvitationSchema).optional(),
})

/** What can be said of a new organization. */
export type OrganizationInput = z.input<typeof OrganizationSchema>
/** Who is made a member, and as what. */
export type MemberInput = z.input<typeof MemberSchema>
/** Who is invited to an organization, and as what. */
export type InvitationInput = z.input<typeof InvitationSchema>

/** An invitation as the instance knows it; times are epoch milliseconds. */
export type EmulatedInvitation = Readonly<OrganizationInvitationRecord>

/** A suggestion as the instance knows it; times are epoch milliseconds. */
export type EmulatedSuggestion = Readonly<OrganizationSuggestionRecord>

/** An organization as the instance knows it; times are epoch milliseconds. */
export type EmulatedOrganization = Readonly<OrganizationRecord> & {
  readonly members: readonly Readonly<MembershipRecord>[]
}

/** @throws WrongInput that names each wrong field. */
export const parseOrganizationInput = <Input>(schema: z.ZodType<Input>, input: Input): Input =>
  structuredClone(readInput(schema, 'organization', input))
