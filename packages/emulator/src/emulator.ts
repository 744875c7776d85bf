import { createControlApp } from './admin/app.ts'
import { readControlRequest } from './admin/read-request.ts'
import { type Agent, type AgentOptions, createAgent } from './client/agent.ts'
import { type AttemptControl, createAttemptControl } from './control/attempts.ts'
import { createFaultControl, type FaultControl } from './control/faults.ts'
import { createOAuthControl, type OAuthControl } from './control/oauth.ts'
import { createOrganizationControl, type OrganizationControl } from './control/organizations.ts'
import { type Keeping, keeping } from './control/persistence.ts'
import { type RequestLog, toRequestLog } from './control/request-log.ts'
import { applySeed } from './control/seed/apply-seed.ts'
import type { Seed } from './control/seed/seed.ts'
import {
  type ClientControl,
  createClientControl,
  createSessionControl,
  type SessionControl,
} from './control/sessions.ts'
import { createChangeFeed } from './control/snapshot/changes.ts'
import { readSnapshot, restoreSnapshot } from './control/snapshot/restore.ts'
import type { Snapshot } from './control/snapshot/snapshot.ts'
import { takeSnapshot } from './control/snapshot/take.ts'
import { createTicketControl, type TicketControl } from './control/tickets.ts'
import { createUserControl, type UserControl } from './control/users.ts'
import { type FetchInput, toAsked } from './http/asked.ts'
import { createTurns } from './lib/run-exclusive.ts'
import type { EmulatorClock } from './model/clock.ts'
import type { Inbox } from './model/inbox.ts'
import { createInstance, type InstanceOptions } from './model/instance.ts'
import { mergeSettings, type Settings, type SettingsPatch } from './model/settings.ts'
import { type Control, createExchange } from './network/handler.ts'
import { issuerOf } from './tokens/session-token.ts'

/** How an emulator is made; all of it is optional. */
export interface EmulatorOptions extends InstanceOptions {
  /** A path that stands before `/v1` and `/.well-known`, as behind a proxy: `/__clerk`. */
  readonly pathPrefix?: string | undefined
}

/** One emulated instance of the Frontend API. */
export interface Emulator {
  /** For the clients of this instance. */
  readonly publishableKey: string
  /** The host in that key. Requests are answered for whatever host they name. */
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
   * Adds users, tickets, settings and faults to what it knows; a scenario has such a seed.
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
  /** For the data file of `listen`. */
  readonly [keeping]: Keeping
}

/**
 * An emulator of the Frontend API that runs in this process, with nothing in it.
 *
 * @example
 * const emulator = createEmulator()
 * emulator.users.create({ emailAddress: 'jane@example.com', password: 'correct horse' })
 * const { fetch } = emulator.agent()
 */
export const createEmulator = (options: EmulatorOptions = {}): Emulator => {
  const instance = createInstance(options)
  const takeTurn = createTurns()
  const changes = createChangeFeed(instance)
  const controlApp = createControlApp()
  const control: Control = {
    read: (asked, url) => readControlRequest(asked, url, instance.host),
    answer: async request =>
      controlApp.fetch(new Request(request.url, { method: request.method }), { emulator, request }),
  }
  const exchange = createExchange(instance, takeTurn, control, options.pathPrefix)
  const base = issuerOf(instance)
  const { messages, latest, waitFor, clear } = instance.inbox
  const emulator: Emulator = {
    publishableKey: instance.publishableKey,
    host: instance.host,
    clock: instance.clock,
    users: createUserControl(instance),
    sessions: createSessionControl(instance),
    clients: createClientControl(instance),
    attempts: createAttemptControl(instance),
    inbox: { messages, latest, waitFor, clear },
    oauth: createOAuthControl(instance),
    tickets: createTicketControl(instance),
    organizations: createOrganizationControl(instance),
    faults: createFaultControl(instance),
    settings: {
      read: () => instance.settings,
      patch: patch => {
        instance.settings = mergeSettings(patch, instance.settings)
        return instance.settings
      },
    },
    get requests() {
      return toRequestLog(instance.journal.entries())
    },
    fetch: async (input, init) => (await exchange(toAsked(input, init, base))).response,
    agent: agentOptions => createAgent(exchange, base, instance.clock, agentOptions),
    seed: seed => applySeed(emulator, seed),
    export: () => takeSnapshot(instance),
    import: snapshot => restoreSnapshot(instance, readSnapshot(snapshot)),
    reset: instance.reset,
    [keeping]: {
      take: wantsAll => takeTurn(async () => changes.take(wantsAll)),
      stop: changes.stop,
    },
  }
  return emulator
}
