import { type AttemptLives, createAttemptLives } from './attempt-lives.ts'
import { ClienteleError } from './errors.ts'
import { guarded } from './guarded.ts'
import { createHooks, type HookPoints } from './hooks.ts'
import { createMode, type ModeOptions } from './http/modes/create-mode.ts'
import { createTransport } from './http/transport.ts'
import { type Instance, type InstanceOptions, resolveInstance } from './http/url.ts'
import { copyState } from './initial-state.ts'
import { createNormalize, type Normalize } from './normalize/normalize-client.ts'
import { createPorts, type Ports } from './ports.ts'
import { createDedupe, type Dedupe } from './request/dedupe.ts'
import { createQueue, type Queue } from './request/queue.ts'
import { isReady } from './selectors/connection.ts'
import type { State } from './state.ts'
import { createStateStore, type Store } from './store.ts'
import type { Abortable } from './time/deadline.ts'
import { createTime, type Time } from './time/time.ts'
import { createTokenCache, type TokenCache } from './tokens/cache.ts'
import { createRateLimiter, type RateLimiter } from './tokens/rate-limiter.ts'

export interface KernelOptions
  extends InstanceOptions,
    ModeOptions,
    Partial<{ [Name in keyof Ports]: Ports[Name] | undefined }> {
  /**
   * Milliseconds after which `load()` stops waiting and goes on in the background; 7,000 when not
   * set. `Infinity` waits for the answer.
   */
  readonly loadTimeout?: number | undefined
  /** State to start from, as a server rendered it. It is copied. */
  readonly initialState?: State | undefined
  /**
   * Told of what was swallowed: storage and channel failures, and listeners that threw. Silent when
   * not set.
   */
  readonly onError?: ((error: unknown) => void) | undefined
}

/** What was received from the server. */
export interface Received {
  /** Any answer yet: a state that a server rendered is none. */
  any: boolean
  /** The last answer to `GET /client`, and what the state was when it had been applied. */
  last: { readonly text: string; readonly parts: readonly unknown[] } | null
}

interface Lifetime extends Abortable {
  /** @throws ClienteleError `disposed`. */
  throwIfAborted(): void
}

/** What actions and modules work on: one per store, nothing shared between two. */
export interface Kernel {
  /** What the publishable key names, and how requests reach it. */
  readonly instance: Instance
  /** What the application or the platform provides. */
  readonly ports: Ports
  /** The only place that knows what time it is, here and at the server. */
  readonly time: Time
  /** The state and what changes it. */
  readonly store: Store
  /** Where modules take part in what the store does. */
  readonly hooks: HookPoints
  /** Joins an action that is the same as one in progress. */
  readonly dedupe: Dedupe
  /** Mutations one at a time, and reads that they overlap once more. */
  readonly queue: Queue
  /** Tokens of sessions, in memory only. */
  readonly tokens: TokenCache
  /** Spaces requests for tokens after failures. */
  readonly rateLimiter: RateLimiter
  /** Makes records of what the server sent. */
  readonly normalize: Normalize
  /** Which generation of an attempt is alive. */
  readonly attempts: AttemptLives
  /** Milliseconds until `load()` gives up waiting. */
  readonly loadTimeout: number
  /** The credential changes with every answer: not even reads may overlap. */
  readonly rotates: boolean
  /** What came last, so that the same text is not decoded twice. */
  readonly received: Received
  /** How often reading again failed in a row, and when it last did, in steady ms. */
  readonly retryState: { tries: number; failedAt: number }
  /** Sessions whose end the server is being told of right now. */
  readonly revocationsInFlight: Set<string>
  /**
   * The session that was chosen last, while its answer is on its way: it alone is activated. A
   * later choice waits for `lookup`, the search for what an earlier one names.
   */
  readonly choice: { sessionId: string | null; lookup: Promise<unknown> }
  /** Aborts when this store is disposed. */
  readonly lifetime: Lifetime
  /** Calls back when this store is disposed. */
  onDispose(undo: () => void): void
  /** Reports what was swallowed. */
  onError(error: unknown): void
  /** Undoes every module, and ends all requests with `disposed`. */
  dispose(): void
}

const createLifetime = (
  onError: Kernel['onError'],
): Pick<Kernel, 'lifetime' | 'onDispose' | 'dispose'> => {
  // Not an AbortSignal: one lives as long as the store, and Node.js warns of a leak when many
  // requests listen to it.
  const undo = new Set<() => void>()
  let reason: ClienteleError | undefined
  const lifetime = {
    get aborted() {
      return reason !== undefined
    },
    get reason() {
      return reason
    },
    throwIfAborted: () => {
      if (reason) throw reason
    },
    addEventListener: (_: 'abort', listener: () => void) => void undo.add(listener),
    removeEventListener: (_: 'abort', listener: () => void) => void undo.delete(listener),
  }
  return {
    lifetime,
    onDispose: run => lifetime.addEventListener('abort', run),
    dispose: () => {
      // Not sooner: an error takes its stack along, which is milliseconds while a page starts.
      reason ??= new ClienteleError('disposed', 'This store was disposed')
      const all = [...undo].reverse()
      undo.clear()
      for (const run of all) guarded(onError, run)
    },
  }
}

/** A reporter of the application's may throw as well: there is nobody left to tell. */
const guardReporter =
  (report: KernelOptions['onError']): Kernel['onError'] =>
  error => {
    try {
      report?.(error)
    } catch {
      // Reporting is all that it was for.
    }
  }

const readLoadTimeout = ({ loadTimeout = 7000 }: KernelOptions): number => {
  if (loadTimeout > 0) return loadTimeout
  throw new TypeError('loadTimeout must be a positive number of milliseconds')
}

/** @throws TypeError for options that make no sense, by name. */
export const createKernel = (
  options: KernelOptions,
  selectInitialSessionId: (state: State) => string | null,
): Kernel => {
  const instance = resolveInstance(options)
  const loadTimeout = readLoadTimeout(options)
  const ports = createPorts(options)
  const onError = guardReporter(options.onError)
  const { lifetime, onDispose, dispose } = createLifetime(onError)
  const mode = createMode(instance, options, ports, lifetime, onError)
  const time = createTime(ports.clock)
  const queue = createQueue(mode.rotates)
  const tokens = createTokenCache(time, onError)
  const rateLimiter = createRateLimiter(time, ports.random)
  const hooks = createHooks(
    ports.clock,
    lifetime,
    createTransport({ instance, mode, ports }),
    selectInitialSessionId,
  )
  const { initialState } = options
  const store = createStateStore(
    initialState === undefined ? undefined : copyState(initialState),
    onError,
  )
  // The last to be undone: whatever ends before it may change the state once more.
  onDispose(store.close)
  onDispose(hooks.clear)
  onDispose(store.subscribe(isReady, ready => ready && rateLimiter.reset()))
  onDispose(() => queue.clear(lifetime.reason))
  onDispose(() => tokens.clear())
  return {
    instance,
    ports,
    time,
    store,
    hooks,
    dedupe: createDedupe(),
    queue,
    tokens,
    rateLimiter,
    normalize: createNormalize(),
    attempts: createAttemptLives(time),
    loadTimeout,
    rotates: mode.rotates,
    received: { any: false, last: null },
    retryState: { tries: 0, failedAt: Number.NEGATIVE_INFINITY },
    revocationsInFlight: new Set(),
    choice: { sessionId: null, lookup: Promise.resolve() },
    lifetime,
    onDispose,
    onError,
    dispose,
  }
}
