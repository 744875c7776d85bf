import type { z } from 'zod'
import { ApiKeySchema } from './records/api-key.ts'
import { IdentifierRuleSchema, RedirectUrlSchema } from './records/backend.ts'
import { ClientSchema } from './records/client.ts'
import { DevBrowserSchema } from './records/dev-browser.ts'
import { EnterpriseConnectionSchema } from './records/enterprise-connection.ts'
import { IdentificationVerificationSchema } from './records/identification.ts'
import { ImageSchema } from './records/image.ts'
import { JwtTemplateSchema } from './records/jwt-template.ts'
import { MachineSchema } from './records/machine.ts'
import { MembershipRequestSchema } from './records/membership-request.ts'
import {
  MembershipSchema,
  OrganizationInvitationSchema,
  OrganizationSchema,
  OrganizationSuggestionSchema,
} from './records/organization.ts'
import { OrganizationDomainSchema } from './records/organization-domain.ts'
import { PendingTotpSchema } from './records/pending-totp.ts'
import { ProviderAccountSchema } from './records/provider-account.ts'
import { ReverificationSchema } from './records/reverification.ts'
import { SessionSchema } from './records/session.ts'
import { SignInSchema } from './records/sign-in.ts'
import { SignUpSchema } from './records/sign-up.ts'
import { TicketSchema } from './records/ticket.ts'
import { UsageSchema } from './records/usage.ts'
import { UserSchema } from './records/user.ts'
import { WaitlistEntrySchema } from './records/waitlist-entry.ts'

/**
 * The tables of an instance and the schema of the records in each. Tables, their types, export,
 * import and reset follow from this list: a new kind of record is its schema and a line here.
 */
export const schemas = {
  apiKeys: ApiKeySchema,
  clients: ClientSchema,
  devBrowsers: DevBrowserSchema,
  enterpriseConnections: EnterpriseConnectionSchema,
  /** By the id of what they verify. */
  identificationVerifications: IdentificationVerificationSchema,
  identifierRules: IdentifierRuleSchema,
  images: ImageSchema,
  jwtTemplates: JwtTemplateSchema,
  machines: MachineSchema,
  membershipRequests: MembershipRequestSchema,
  memberships: MembershipSchema,
  organizationDomains: OrganizationDomainSchema,
  organizationInvitations: OrganizationInvitationSchema,
  organizationSuggestions: OrganizationSuggestionSchema,
  organizations: OrganizationSchema,
  pendingTotps: PendingTotpSchema,
  providerAccounts: ProviderAccountSchema,
  redirectUrls: RedirectUrlSchema,
  /** By the id of the session. */
  reverifications: ReverificationSchema,
  sessions: SessionSchema,
  signIns: SignInSchema,
  signUps: SignUpSchema,
  tickets: TicketSchema,
  usages: UsageSchema,
  users: UserSchema,
  waitlistEntries: WaitlistEntrySchema,
}

export type TableName = keyof typeof schemas

/** What a table holds. */
export type RecordOf<Name extends TableName> = z.infer<(typeof schemas)[Name]>
