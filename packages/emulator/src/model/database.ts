import { createRecordTable } from './record-table.ts'
import type { ProviderAccountRecord, TicketRecord } from './records/access.ts'
import type { IdentificationVerificationRecord, PendingTotpRecord } from './records/account.ts'
import type { SignInRecord, SignUpRecord } from './records/attempts.ts'
import type { ClientRecord, DevBrowserRecord } from './records/client.ts'
import type { ImageRecord } from './records/image.ts'
import type {
  MembershipRecord,
  OrganizationInvitationRecord,
  OrganizationRecord,
  OrganizationSuggestionRecord,
} from './records/organization.ts'
import type { ReverificationRecord } from './records/reverification.ts'
import type { SessionRecord } from './records/session.ts'
import type { UsageRecord } from './records/usage.ts'
import { createUserTable } from './user-table.ts'

// What the emulated instance knows, as plain JSON records in tables by id. Times are epoch
// milliseconds.

/** All that an emulator remembers of its instance. */
export const createDatabase = () => ({
  users: createUserTable(),
  clients: createRecordTable<ClientRecord>(),
  sessions: createRecordTable<SessionRecord>(),
  /** By the id of the session. */
  reverifications: createRecordTable<ReverificationRecord>(),
  signIns: createRecordTable<SignInRecord>(),
  signUps: createRecordTable<SignUpRecord>(),
  devBrowsers: createRecordTable<DevBrowserRecord>(),
  providerAccounts: createRecordTable<ProviderAccountRecord>(),
  tickets: createRecordTable<TicketRecord>(),
  /** By the id of what they verify. */
  identificationVerifications: createRecordTable<IdentificationVerificationRecord>(),
  pendingTotps: createRecordTable<PendingTotpRecord>(),
  organizations: createRecordTable<OrganizationRecord>(),
  memberships: createRecordTable<MembershipRecord>(),
  organizationInvitations: createRecordTable<OrganizationInvitationRecord>(),
  organizationSuggestions: createRecordTable<OrganizationSuggestionRecord>(),
  images: createRecordTable<ImageRecord>(),
  usages: createRecordTable<UsageRecord>(),
})

export type Database = ReturnType<typeof createDatabase>
