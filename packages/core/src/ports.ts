// What the core needs from its surroundings. Each has a default, each can be handed in: tests and
// other runtimes (React Native, service workers, servers) replace a port and never a module.

/** Time: `now()` in epoch milliseconds and one-shot timers in milliseconds. */
export interface Clock {
  /** Epoch milliseconds; it may jump. */
  now(): number
  /**
   * Milliseconds since whenever, which nobody can set; it may stand still while the machine sleeps.
   */
  monotonic?(): number
  /** Runs once. @returns what `clearTimeout` takes. */
  setTimeout(run: () => void, ms: number): unknown
  /** Nothing happens for a timer that is over. */
  clearTimeout(timer: unknown): void
}

/** The part of `Storage` that is used; `localStorage` and React Native's async storage both fit. */
export interface StoragePort {
  /** `null` for what was never kept. */
  getItem(key: string): string | null | Promise<string | null>
  /** Replaces what was kept under the key. */
  setItem(key: string, value: string): unknown
  /** Nothing happens for a key that is not there. */
  removeItem(key: string): unknown
}

/** What sends a request: the part of `fetch` that is used. */
export type Fetch = (input: string, init: RequestInit) => Promise<Response>

/** A number in [0, 1), as `Math.random` gives: used for jitter only. */
export type Random = () => number

/** What the server wants to see done. */
export interface CaptchaChallenge {
  /** What it is solved for; handed on to the widget. */
  readonly action: 'verify'
}

/**
 * Lets a person prove to be one, and gives the provider's token. Without it, a challenge is an
 * error.
 */
export type Captcha = (challenge: CaptchaChallenge) => Promise<string>

/** Leaves for another page. */
export type Navigate = (url: string) => void | Promise<void>

export interface Ports {
  /** The global `fetch` when not set. */
  readonly fetch: Fetch
  /** That of the runtime when not set. */
  readonly clock: Clock
  /** `Math.random` when not set. */
  readonly random: Random
  readonly storage: StoragePort
  /** `location.assign` when not set; a TypeError where there is no page. */
  readonly navigate: Navigate
  /** Without it a challenge is an error. */
  readonly captcha: Captcha | undefined
}

const createMemoryStorage = (): StoragePort => {
  const items = new Map<string, string>()
  return {
    getItem: key => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: key => items.delete(key),
  }
}

/**
 * The ports of this runtime. Globals are looked up at the time of use, so that a late polyfill
 * counts.
 */
export const createPorts = (given: { [Name in keyof Ports]?: Ports[Name] | undefined }): Ports => ({
  fetch:
    given.fetch ??
    ((input, init) => {
      // A TypeError would be taken for a network that fails.
      if (!globalThis.fetch)
        throw new ReferenceError('fetch is missing here: give the `fetch` option')
      return globalThis.fetch(input, init)
    }),
  clock: given.clock ?? {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    setTimeout: (run, ms) => globalThis.setTimeout(run, ms),
    // as: it came from setTimeout above
    clearTimeout: timer => globalThis.clearTimeout(timer as ReturnType<typeof setTimeout>),
  },
  random: given.random ?? (() => Math.random()),
  storage: given.storage ?? createMemoryStorage(),
  navigate:
    given.navigate ??
    (url => {
      if (!globalThis.location)
        throw new TypeError('There is no page to leave: give the `navigate` option')
      globalThis.location.assign(url)
    }),
  captcha: given.captcha,
})
