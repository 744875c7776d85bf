import type { Agent, AgentOptions } from '../client/agent.ts'
import type { FetchInput } from '../http/received-request.ts'
import type { EmulatorClock } from '../model/clock.ts'
import type { Inbox } from '../model/inbox.ts'
import type { Settings, SettingsPatch } from '../model/settings.ts'
import type { AttemptControl } from './attempts.ts'
import type { FaultControl } from './faults.ts'
import type { OAuthControl } from './oauth.ts'
import type { OrganizationControl } from './organizations.ts'
import type { Persistence, persistence } from './persistence.ts'
import type { RequestLog } from './request-log.ts'
import type { Seed } from './seed/seed.ts'
import type { ClientControl, SessionControl } from './sessions.ts'
import type { Snapshot } from './snapshot/snapshot.ts'
import type { TicketControl } from './tickets.ts'
import type { UserControl } from './users.ts'
import type { WebhookControl } from './webhooks.ts'

/** One emulated instance of the Frontend API. */
export interface Emulator {
  /** For the clients of this instance. */
  readonly publishableKey: string
  /** For a backend: `Authorization: Bearer …` of the Backend API. */
  readonly secretKey: string
  /**
   * The public key of its tokens as PEM, for servers that verify them without asking:
   * `CLERK_JWT_KEY`, or `jwtKey` of Clerk's SDKs.
   */
  readonly jwtKey: string
  /** The host in the publishable key. Requests are answered for whatever host they name. */
  readonly host: string
  /** What all times of the instance go by. */
  readonly clock: EmulatorClock
  /** The users of the instance. */
  readonly users: UserControl
  /** The sessions of all clients. */
  readonly sessions: SessionControl
  /** The clients of the instance: one a browser. */
  readonly clients: ClientControl
  /** The sign-ins and sign-ups of the instance. */
  readonly attempts: AttemptControl
  /** The messages that would have been sent. */
  readonly inbox: Inbox
  /** Decides what providers answer. */
  readonly oauth: OAuthControl
  /** Makes invitations and sign-in tokens. */
  readonly tickets: TicketControl
  /** The organizations of the instance. */
  readonly organizations: OrganizationControl
  /** What is told to receivers of webhooks. */
  readonly webhooks: WebhookControl
  /** What goes wrong, as data. */
  readonly faults: FaultControl
  /** How the instance is configured; a change counts from the next request. */
  readonly settings: {
    read(): Settings
    /** @throws TypeError that names each wrong setting. */
    patch(patch: SettingsPatch): Settings
  }
  /** The requests that were answered. */
  readonly requests: RequestLog
  /**
   * Answers a request in-process. It keeps no cookies: the caller's headers decide who is asking.
   *
   * @throws TypeError when a fault breaks the connection, as every `fetch` does then.
   */
  fetch(input: FetchInput, init?: RequestInit): Promise<Response>
  /** One browser profile: a fetch with a cookie jar of its own. */
  agent(options?: AgentOptions): Agent
  /**
   * Adds users, organizations, sessions, tickets, settings and faults to what it knows; a scenario
   * has such a seed.
   *
   * @throws TypeError that names each wrong field; nothing is changed then.
   */
  seed(seed: Seed): void
  /**
   * All that it knows, as JSON with its keys in order: equal states have equal texts. The journal
   * is not part of it.
   */
  export(): Snapshot
  /**
   * Puts what was exported in the place of all it knows.
   *
   * @throws TypeError that names each wrong field; nothing is changed then.
   */
  import(snapshot: unknown): void
  /** Forgets everything: equals a fresh start. */
  reset(): void
  /** Forgets everything and begins again with the seed of `setInitial`, or with nothing. */
  restore(): void
  /**
   * Says what `restore` begins with; nothing is changed now. `listen({ initial })` and `--seed` say
   * it too.
   *
   * @throws TypeError that names each wrong field.
   */
  setInitial(seed: Seed): void
  /** For the data file of `listen`. */
  readonly [persistence]: Persistence
}
