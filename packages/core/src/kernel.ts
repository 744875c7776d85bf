import type { Abortable } from './deadline.ts'
import { ClienteleError } from './errors.ts'
import type { Explanation } from './explanation.ts'
import { createMode, type ModeOptions } from './http/modes/create-mode.ts'
import { createTransport, type Send, type WireAnswer } from './http/transport.ts'
import { type Instance, type InstanceOptions, resolveInstance } from './http/url.ts'
import { createNormalize, type Normalize } from './normalize/normalize-client.ts'
import type { SeenAnswer } from './normalize/parse-client.ts'
import { createPorts, type Ports } from './ports.ts'
import { isForeign } from './quarantine.ts'
import { isReady } from './selectors/connection.ts'
import type { State } from './state.ts'
import { createStateStore, type Store } from './store.ts'
import { type Allowance, createAllowance } from './tokens/allowance.ts'
import { createTokenCache, type TokenCache } from './tokens/cache.ts'
import { createTurns, type Turns } from './turns.ts'

export interface KernelOptions
  extends InstanceOptions,
    ModeOptions,
    Partial<{ [Name in keyof Ports]: Ports[Name] | undefined }> {
  /**
   * Milliseconds after which `load()` stops waiting and goes on in the background; 7,000 when not
   * set.
   */
  readonly loadTimeout?: number | undefined
  /** State to start from, as a server rendered it. */
  readonly initialState?: State | undefined
  /**
   * Told of what was swallowed: storage and channel failures, and listeners that threw. Silent when
   * not set.
   */
  readonly onError?: ((error: unknown) => void) | undefined
}

/** What actions and modules work on: one per Clientele, nothing shared between two. */
export interface Kernel {
  readonly instance: Instance
  readonly ports: Ports
  readonly store: Store
  /** A module may put its own around it. */
  send: Send
  readonly turns: Turns
  readonly tokens: TokenCache
  readonly allowance: Allowance
  readonly normalize: Normalize
  readonly loadTimeout: number
  /** The credential changes with every answer: not even reads may overlap. */
  readonly rotates: boolean
  /**
   * Chooses the session to begin with, when the client becomes known; a module may have its own
   * say.
   */
  selectInitialSessionId: (state: State) => string | null
  /**
   * Whether the server has answered yet, and the answer that the state was last taken from, if that
   * is all of it.
   */
  readonly seen: { answer: boolean; client: SeenAnswer | null }
  /** How often asking again failed in a row, and when it last did, in epoch ms. */
  readonly weather: { tries: number; at: number }
  /** Sessions whose end the server is being told of right now. */
  readonly ending: Set<string>
  /** Aborts when this Clientele is disposed. */
  readonly lifetime: Abortable
  /** Runs `work` once however many ask for the same `key` while it runs. */
  once<Result>(key: string, work: () => Promise<Result>): Promise<Result>
  /**
   * What the transition comes from that is being made: an answer, or in words; nothing for this
   * program itself.
   */
  cause: WireAnswer | string | undefined
  /** What happened; empty unless a module keeps it. */
  explain(): Explanation
  /**
   * Asked before an attempt is acted on; a guard that throws refuses the action, and nothing is
   * sent.
   */
  readonly guards: Set<(kind: 'signIn' | 'signUp', status: string, action: string) => void>
  onDispose(undo: () => void): void
  onError(error: unknown): void
  dispose(): void
}

const createOnce = (): Kernel['once'] => {
  const running = new Map<string, Promise<unknown>>()
  return <Result>(key: string, work: () => Promise<Result>) => {
    const current = running.get(key)
    // as: the same key is only ever asked with the same kind of work
    if (current) return current as Promise<Result>
    const started = work().finally(() => running.delete(key))
    running.set(key, started)
    return started
  }
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
    addEventListener: (_: 'abort', listener: () => void) => void undo.add(listener),
    removeEventListener: (_: 'abort', listener: () => void) => void undo.delete(listener),
  }
  const attempt = (run: () => void) => {
    try {
      run()
    } catch (error) {
      onError(error)
    }
  }
  return {
    lifetime,
    onDispose: run => lifetime.addEventListener('abort', run),
    dispose: () => {
      // Not sooner: an error takes its stack along, which is milliseconds while a page starts.
      reason ??= new ClienteleError('disposed', 'This Clientele was disposed')
      const all = [...undo].reverse()
      undo.clear()
      for (const run of all) attempt(run)
    },
  }
}

/** @throws TypeError for options that make no sense; see {@link resolveInstance}. */
export const createKernel = (
  options: KernelOptions,
  selectInitialSessionId: Kernel['selectInitialSessionId'],
): Kernel => {
  const instance = resolveInstance(options)
  const { loadTimeout = 7000 } = options
  if (!(loadTimeout > 0))
    throw new TypeError('loadTimeout must be a positive number of milliseconds')
  const ports = createPorts(options)
  const onError = (error: unknown) => options.onError?.(error)
  const mode = createMode(instance, options, ports, onError)
  const { lifetime, onDispose, dispose } = createLifetime(onError)
  const turns = createTurns()
  const tokens = createTokenCache(ports.clock, onError)
  const allowance = createAllowance(ports.clock, ports.random)
  const store = createStateStore(options.initialState, onError)
  onDispose(store.subscribe(isReady, ready => ready && allowance.forgive()))
  onDispose(() => turns.clear(lifetime.reason))
  onDispose(() => tokens.clear())
  return {
    instance,
    ports,
    store,
    send: createTransport({
      instance,
      mode,
      ports,
      lifetime,
      isForeign: answer => {
        const foreign = isForeign(store.getState(), answer)
        if (foreign)
          onError(
            new ClienteleError('client_replaced', 'The server answered for another, empty client'),
          )
        return foreign
      },
    }),
    turns,
    tokens,
    allowance,
    normalize: createNormalize(),
    loadTimeout,
    rotates: mode.rotates,
    selectInitialSessionId,
    seen: { answer: false, client: null },
    weather: { tries: 0, at: 0 },
    ending: new Set(),
    lifetime,
    cause: undefined,
    explain: () => ({ signedOut: null, events: [] }),
    guards: new Set(),
    once: createOnce(),
    onDispose,
    onError,
    dispose,
  }
}
