import { createControlApp } from './admin/app.ts'
import { type ControlRequest, readControlRequest } from './admin/read-request.ts'
import { createAgent } from './client/agent.ts'
import { createAttemptControl } from './control/attempts.ts'
import type { Emulator } from './control/emulator.ts'
import { createFaultControl } from './control/faults.ts'
import { createOAuthControl } from './control/oauth.ts'
import { createOrganizationControl } from './control/organizations.ts'
import { persistence } from './control/persistence.ts'
import { toRequestLog } from './control/request-log.ts'
import { applySeed } from './control/seed/apply-seed.ts'
import { type Seed, SeedSchema } from './control/seed/seed.ts'
import { createClientControl, createSessionControl } from './control/sessions.ts'
import { checkSettings, patchSettings } from './control/settings.ts'
import { createChangeFeed } from './control/snapshot/changes.ts'
import { readSnapshot, restoreSnapshot } from './control/snapshot/restore.ts'
import { takeSnapshot } from './control/snapshot/take.ts'
import { createTicketControl } from './control/tickets.ts'
import { createUserControl } from './control/users.ts'
import { createWebhookControl } from './control/webhooks.ts'
import { receive } from './http/received-request.ts'
import { readInput } from './lib/input-errors.ts'
import { publicKeyPem } from './lib/keys.ts'
import { createRunExclusive } from './lib/run-exclusive.ts'
import { createInstance, type InstanceOptions } from './model/instance.ts'
import { type Control, createHandler } from './network/handler.ts'
import { createNetwork } from './network/network.ts'
import type { SendPort } from './network/webhooks/deliver.ts'

/** How an emulator is made; all of it is optional. */
export interface EmulatorOptions extends InstanceOptions {
  /** A path that stands before `/v1` and `/.well-known`, as behind a proxy: `/__clerk`. */
  readonly pathPrefix?: string | undefined
  /** Sends webhooks; `fetch` of the platform when not set. */
  readonly fetch?: SendPort | undefined
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
  checkSettings(instance.settings)
  const { fetch: send = (url, init) => fetch(url, init) } = options
  const network = createNetwork(instance, send)
  const runExclusive = createRunExclusive()
  const changes = createChangeFeed(network)
  const controlApp = createControlApp()
  const answer = (request: ControlRequest) => async () =>
    controlApp.fetch(new Request(request.url, { method: request.method }), {
      emulator,
      request,
      database: instance.database,
    })
  const control: Control = (received, url) => {
    const request = readControlRequest(received, url, instance.host)
    return request instanceof Promise ? request.then(answer) : answer(request)
  }
  const handle = createHandler(network, runExclusive, control, options.pathPrefix)
  const base = instance.issuer
  let initial: Seed = {}
  const { messages, latest, waitFor, clear } = instance.inbox
  const emulator: Emulator = {
    publishableKey: instance.publishableKey,
    secretKey: instance.secretKey,
    jwtKey: publicKeyPem,
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
    webhooks: createWebhookControl(network),
    faults: createFaultControl(network),
    settings: {
      read: () => instance.settings,
      patch: patch => {
        network.webhooks.notify() // by the settings so far
        patchSettings(instance, patch)
        network.webhooks.notify()
        return instance.settings
      },
    },
    get requests() {
      return toRequestLog(instance.journal.entries())
    },
    fetch: async (input, init) => (await handle(receive(input, init, base))).response,
    agent: agentOptions => createAgent(handle, base, instance.clock, agentOptions),
    seed: seed => applySeed(emulator, seed),
    export: () => takeSnapshot(network),
    import: snapshot => restoreSnapshot(network, readSnapshot(snapshot)),
    reset: network.reset,
    restore: () => {
      network.reset()
      applySeed(emulator, initial)
    },
    setInitial: seed => {
      initial = structuredClone(readInput(SeedSchema, 'seed', seed))
    },
    [persistence]: {
      take: wantsAll => runExclusive(async () => changes.take(wantsAll)),
      stop: changes.stop,
    },
  }
  return emulator
}
