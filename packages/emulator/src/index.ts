export type { Agent, AgentOptions } from './agent.ts'
export type { ClockPort, EmulatorClock } from './clock.ts'
export { createClock } from './clock.ts'
export type { Cookie } from './cookie-jar.ts'
export type { Emulator, EmulatorOptions } from './emulator.ts'
export { createEmulator } from './emulator.ts'
export type { FetchInput } from './http/asked.ts'
export type { Inbox, Message, MessageFilter } from './inbox.ts'
export type { JournalEntry } from './journal.ts'
export type { OAuthControl } from './oauth-control.ts'
export type {
  EmulatedOrganization,
  MemberInput,
  OrganizationControl,
  OrganizationInput,
} from './organization-control.ts'
export type { ClientControl, EmulatedClient, EmulatedSession, SessionControl } from './outside.ts'
export { publishableKeyFor } from './publishable-key.ts'
export type { JwtTemplate, Settings } from './settings.ts'
export type { ProviderIdentity } from './state/provider-accounts.ts'
export type { TicketControl, TicketInput } from './ticket-control.ts'
export type { EmulatedUser, UserControl, UserInput } from './user-control.ts'
