export type { Agent, AgentOptions } from './client/agent.ts'
export type { Cookie } from './client/cookie-jar.ts'
export type { AttemptControl, EmulatedAttempt, EmulatedVerification } from './control/attempts.ts'
export type { Emulator } from './control/emulator.ts'
export type { FaultControl } from './control/faults.ts'
export type { OrganizationFilter, OrganizationListOptions } from './control/find-organizations.ts'
export type { UserFilter, UserListOptions } from './control/find-users.ts'
export type { OAuthControl } from './control/oauth.ts'
export type { OrganizationControl } from './control/organizations.ts'
export type { ExpectedRequests, RequestFilter, RequestLog } from './control/request-log.ts'
export type { Scenario } from './control/scenarios/scenario.ts'
export { findScenario, scenarios } from './control/scenarios/scenarios.ts'
export type { Seed } from './control/seed/seed.ts'
export type {
  ClientControl,
  EmulatedClient,
  EmulatedSession,
  SessionControl,
  SessionInput,
  SessionListOptions,
} from './control/sessions.ts'
export type { Snapshot } from './control/snapshot/snapshot.ts'
export type { TicketControl, TicketInput } from './control/tickets.ts'
export type { EmulatedUser, UserControl } from './control/users.ts'
export type { WebhookControl } from './control/webhooks.ts'
export type {
  EmulatedInvitation,
  EmulatedOrganization,
  EmulatedSuggestion,
  InvitationInput,
  MemberInput,
  OrganizationInput,
} from './domain/organization-input.ts'
export type { ProviderIdentity } from './domain/provider-accounts.ts'
export type { UserInput } from './domain/user-input.ts'
export type { EmulatorOptions } from './emulator.ts'
export { createEmulator } from './emulator.ts'
export type { FetchInput } from './http/received-request.ts'
export type { ListOptions, SearchOptions } from './lib/list-page.ts'
export { publishableKeyFor } from './lib/publishable-key.ts'
export type { ClockPort, EmulatorClock } from './model/clock.ts'
export { createClock } from './model/clock.ts'
export type { Inbox, Message, MessageFilter } from './model/inbox.ts'
export type { JournalEntry } from './model/journal.ts'
export type { PresetName, SettingsInput } from './model/presets.ts'
export type { JwtTemplate, Settings, SettingsPatch } from './model/settings.ts'
export type { WebhookEndpoint } from './model/webhook-endpoint.ts'
export type { Fault } from './network/faults/fault.ts'
export type { ListedFault } from './network/faults/fault-list.ts'
export type { SendPort, WebhookAttempt, WebhookDelivery } from './network/webhooks/deliver.ts'
export type { WebhookMessage } from './network/webhooks/webhooks.ts'
