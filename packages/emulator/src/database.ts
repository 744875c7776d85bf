import type { ProviderAccountRecord, TicketRecord } from './records/access.ts'
import type { IdentificationVerificationRecord, PendingTotpRecord } from './records/account.ts'
import type { SignInRecord, SignUpRecord } from './records/attempts.ts'
import type { ClientRecord, DevBrowserRecord } from './records/client.ts'
import type { MembershipRecord, OrganizationRecord } from './records/organization.ts'
import type { SessionRecord } from './records/session.ts'
import { UserTable } from './state/user-table.ts'

// What the emulated instance knows, as plain JSON records in tables by id. Times are epoch milliseconds.

/** All that an emulator remembers of its instance. */
export const createDatabase = () => ({
  users: new UserTable(),
  clients: new Map<string, ClientRecord>(),
  sessions: new Map<string, SessionRecord>(),
  signIns: new Map<string, SignInRecord>(),
  signUps: new Map<string, SignUpRecord>(),
  devBrowsers: new Map<string, DevBrowserRecord>(),
  providerAccounts: new Map<string, ProviderAccountRecord>(),
  tickets: new Map<string, TicketRecord>(),
  /** By the id of what they verify. */
  identificationVerifications: new Map<string, IdentificationVerificationRecord>(),
  /** By the id of the user. */
  pendingTotps: new Map<string, PendingTotpRecord>(),
  organizations: new Map<string, OrganizationRecord>(),
  memberships: new Map<string, MembershipRecord>(),
})

export type Database = ReturnType<typeof createDatabase>
