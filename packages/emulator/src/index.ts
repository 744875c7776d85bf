export type { Agent, AgentOptions } from './agent.ts'
export type { AttemptControl, EmulatedAttempt, EmulatedVerification } from './attempt-control.ts'
export type { ClockPort, EmulatorClock } from './clock.ts'
export { createClock } from './clock.ts'
export type { Cookie } from './cookie-jar.ts'
export type { Emulator, EmulatorOptions } from './emulator.ts'
export { createEmulator } from './emulator.ts'
export type { Fault } from './faults/fault.ts'
export type { FaultControl } from './faults/fault-control.ts'
export type { ListedFault } from './faults/fault-list.ts'
export type { FetchInput } from './http/asked.ts'
export type { Inbox, Message, MessageFilter } from './inbox.ts'
export type { JournalEntry } from './journal.ts'
export type { ListOptions } from './last-of.ts'
export type { OAuthControl } from './oauth-control.ts'
export type { OrganizationControl } from './organization-control.ts'
export type {
  EmulatedInvitation,
  EmulatedOrganization,
  EmulatedSuggestion,
  InvitationInput,
  MemberInput,
  OrganizationInput,
} from './organization-input.ts'
export type { ClientControl, EmulatedClient, EmulatedSession, SessionControl } from './outside.ts'
export { publishableKeyFor } from './publishable-key.ts'
export type { ExpectedRequests, RequestFilter, RequestLog } from './request-log.ts'
export type { Scenario } from './scenarios/scenario.ts'
export { findScenario, scenarios } from './scenarios/scenarios.ts'
export type { Seed } from './seed/seed.ts'
export type { JwtTemplate, Settings, SettingsPatch } from './settings.ts'
export type { Snapshot } from './snapshot/snapshot.ts'
export type { ProviderIdentity } from './state/provider-accounts.ts'
export type { TicketControl, TicketInput } from './ticket-control.ts'
export type { EmulatedUser, UserControl } from './user-control.ts'
export type { UserInput } from './user-input.ts'
