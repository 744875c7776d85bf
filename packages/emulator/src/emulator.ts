import { type Agent, type AgentOptions, createAgent } from './agent.ts'
import { createApp } from './app.ts'
import type { EmulatorClock } from './clock.ts'
import { readIncoming } from './http/incoming.ts'
import type { Inbox } from './inbox.ts'
import { createInstance, type InstanceOptions } from './instance.ts'
import type { JournalEntry } from './journal.ts'
import { type ClientControl, createClientControl, createSessionControl, type SessionControl } from './outside.ts'
import { mergeSettings, type Settings } from './settings.ts'
import { issuerOf } from './tokens/session-token.ts'
import { createTurns } from './turns.ts'
import { createUserControl, type UserControl } from './user-control.ts'

export interface EmulatorOptions extends InstanceOptions {
  /** A path that stands before `/v1` and `/.well-known`, as behind a proxy: `/__clerk`. */
  readonly pathPrefix?: string | undefined
}

/** What `fetch` takes: a URL, a path on the emulator's host, or a request. */
export type FetchInput = RequestInfo | URL

/** One emulated instance of the Frontend API. */
export interface Emulator {
  /** For the clients of this instance. */
  readonly publishableKey: string
  /** The host in that key. Requests are answered for whatever host they name. */
  readonly host: string
  readonly clock: EmulatorClock
  readonly users: UserControl
  readonly sessions: SessionControl
  readonly clients: ClientControl
  readonly inbox: Inbox
  readonly settings: {
    read(): Settings
    /** @throws TypeError that names each wrong setting. */
    patch(patch: Partial<Settings>): Settings
  }
  /** The requests so far, oldest first, with every secret masked. */
  readonly requests: readonly JournalEntry[]
  /** Answers a request in-process. It keeps no cookies: the caller's headers decide who is asking. */
  fetch(input: FetchInput, init?: RequestInit): Promise<Response>
  /** One browser profile: a fetch with a cookie jar of its own. */
  agent(options?: AgentOptions): Agent
  /** Forgets everything: equals a fresh start. */
  reset(): void
}

const abortable = <Result>(task: Promise<Result>, signal: AbortSignal): Promise<Result> => {
  if (signal.aborted) return Promise.reject(signal.reason)
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    task.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}

// A request stays the object it is: servers hand in their own kind, which cannot be copied.
const toRequest = (input: FetchInput, init: RequestInit | undefined, base: string): Request => {
  if (input instanceof Request && init === undefined) return input
  return new Request(typeof input === 'string' ? new URL(input, base) : input, init)
}

const withoutPrefix = (url: URL, prefix: string): URL => {
  const inner = new URL(url)
  if (prefix !== '' && inner.pathname.startsWith(`${prefix}/`)) inner.pathname = inner.pathname.slice(prefix.length)
  return inner
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
  const app = createApp()
  const takeTurn = createTurns()
  const base = issuerOf(instance)
  const prefix = options.pathPrefix?.replace(/\/+$/, '') ?? ''

  const answer = async (request: Request): Promise<Response> => {
    const url = withoutPrefix(new URL(request.url), prefix)
    const incoming = await readIncoming(request, url)
    instance.stamped.clear()
    return app.fetch(new Request(url, { method: incoming.method }), { instance, incoming })
  }
  const fetch = (input: FetchInput, init?: RequestInit): Promise<Response> => {
    const request = toRequest(input, init, base)
    if (request.signal.aborted) return Promise.reject(request.signal.reason)
    return abortable(
      takeTurn(() => answer(request)),
      request.signal,
    )
  }
  return {
    publishableKey: instance.publishableKey,
    host: instance.host,
    clock: instance.clock,
    users: createUserControl(instance),
    sessions: createSessionControl(instance),
    clients: createClientControl(instance),
    inbox: instance.inbox,
    settings: {
      read: () => instance.settings,
      patch: patch => {
        instance.settings = mergeSettings(patch, instance.settings)
        return instance.settings
      },
    },
    get requests() {
      return instance.journal.entries()
    },
    fetch,
    agent: agentOptions => createAgent(fetch, base, instance.clock, agentOptions),
    reset: instance.reset,
  }
}
