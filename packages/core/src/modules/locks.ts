import { sleep } from '../deadline.ts'
import type { Kernel } from '../kernel.ts'
import { type Gate, type TokenKey, toKeyText } from '../tokens/cache.ts'

/** The part of `navigator.locks` that is used. */
export interface Locks {
  request(
    name: string,
    options: { readonly signal?: AbortSignal; readonly ifAvailable?: boolean },
    work: (lock: unknown) => Promise<void>,
  ): Promise<unknown>
}

// Milliseconds to wait for another tab's request, and, once it is over, for word of what came of
// it.
const patience = 5000
const grace = 100
/** A token with less life than this, in ms, is of no use to who waited. */
const usefulLife = 5000

/** A token of this key that is written from now on: another tab made it. */
const listenFor = ({ tokens }: Kernel, key: TokenKey) => {
  let stop = () => {}
  const arrival = new Promise<string>(resolve => {
    stop = tokens.onWrite((written, jwt) => {
      if (toKeyText(written) === toKeyText(key) && tokens.life(jwt) > usefulLife) resolve(jwt)
    })
  })
  return { arrival, stop }
}

type Release = () => void

/**
 * @returns what gives the lock back; `busy` when another tab has it; nothing when there are no
 * locks to be had.
 */
const acquire = (locks: Locks, name: string, options: Parameters<Locks['request']>[1]) =>
  new Promise<Release | 'busy'>((resolve, reject) => {
    const hold = (lock: unknown) =>
      new Promise<void>(release => {
        resolve(lock ? release : 'busy')
        if (!lock) release()
      })
    locks.request(name, options, hold).catch(reject)
  }).catch(() => undefined)

const free = (lock: Release | 'busy' | undefined): void => {
  if (typeof lock === 'function') lock()
}

const createGate = (kernel: Kernel, locks: Locks): Gate => {
  const { clock } = kernel.ports
  /** For who found the lock taken: the other tab's token, or after its failure one of our own. */
  const wait = async (
    name: string,
    arrival: Promise<string>,
    ask: () => Promise<string>,
  ): Promise<string> => {
    const waiting = new AbortController()
    const timer = clock.setTimeout(() => waiting.abort(), patience)
    const lock = acquire(locks, name, { signal: waiting.signal })
    try {
      const first = await Promise.race([arrival, lock])
      if (typeof first === 'string' && first !== 'busy') return first
      // The other tab is done, and word of its token may be on its way still.
      const word = await Promise.race([arrival, sleep(clock, grace, kernel.lifetime)])
      return word ?? (await ask())
    } finally {
      clock.clearTimeout(timer)
      waiting.abort()
      void lock.then(free)
    }
  }
  return async (key, ask, fresh) => {
    if (fresh) return ask()
    const name = `clientele ${kernel.instance.publishableKey} ${toKeyText(key)}`
    const { arrival, stop } = listenFor(kernel, key)
    try {
      const lock = await acquire(locks, name, { ifAvailable: true })
      return lock === 'busy'
        ? await wait(name, arrival, ask)
        : await ask().finally(() => free(lock))
    } finally {
      stop()
    }
  }
}

export interface LocksOptions {
  /** `navigator.locks` when not set; without them nothing happens. */
  readonly locks?: Locks | undefined
}

/**
 * Beside `tabs`: one tab asks for a token, the others wait for what it tells them. Locks are a
 * courtesy between tabs: without them, or when they fail or are held for too long, each asks for
 * itself.
 *
 * @example
 * createClientele({ publishableKey, modules: [tabs(), locks()] })
 */
export const locks =
  ({ locks: port = globalThis.navigator?.locks }: LocksOptions = {}) =>
  (kernel: Kernel): void => {
    if (port) kernel.tokens.guard(createGate(kernel, port))
  }
