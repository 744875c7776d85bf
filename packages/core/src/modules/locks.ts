import { assertKnown } from '../arguments.ts'
import type { Kernel } from '../kernel.ts'
import { sleep, withTimeout } from '../time/deadline.ts'
import { startTimer } from '../time/timers.ts'
import { type Gate, type TokenKey, toKeyText } from '../tokens/cache.ts'
import { currentPage } from './page.ts'
import { tabOptions } from './tab-options.ts'

/** The part of `navigator.locks` that is used. */
export interface Locks {
  /** As `navigator.locks.request`. */
  request(
    name: string,
    options: { readonly signal?: AbortSignal; readonly ifAvailable?: boolean },
    work: (lock: unknown) => Promise<void>,
  ): Promise<unknown>
}

/** Milliseconds to wait for a lock, or for the request of another tab that holds it. */
const lockTimeout = 5000
/** Milliseconds to wait for a token that was broadcast when the other tab's request is over. */
const broadcastGrace = 100
/** A token that is valid for less, in ms, is of no use to who waited. */
const minTtl = 5000

/** A token of this key that is written from now on: another tab made it. */
const listenFor = ({ tokens }: Kernel, key: TokenKey) => {
  let stop = () => {}
  const arrival = new Promise<string>(resolve => {
    stop = tokens.onWrite(written => {
      for (const { key: other, jwt } of written)
        if (toKeyText(other) === toKeyText(key) && tokens.remaining(jwt) > minTtl) resolve(jwt)
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
  /** A lock, or nothing from a platform that never answers; one that comes late is given back. */
  const acquireNow = async (name: string) => {
    const lock = acquire(locks, name, { ifAvailable: true })
    let isLate = false
    void lock.then(late => isLate && free(late))
    return withTimeout(clock, lockTimeout, kernel.lifetime, () => lock).catch(() => {
      isLate = true
      return undefined
    })
  }
  /** For who found the lock taken: the other tab's token, or after its failure one of our own. */
  const wait = async (
    name: string,
    arrival: Promise<string>,
    request: () => Promise<string>,
  ): Promise<string> => {
    const waiting = new AbortController()
    const timedOut = new Promise<undefined>(resolve => {
      const cancel = startTimer(clock, lockTimeout, () => {
        resolve(undefined)
        waiting.abort()
      })
      waiting.signal.addEventListener('abort', cancel)
    })
    const lock = acquire(locks, name, { signal: waiting.signal })
    try {
      const first = await Promise.race([arrival, lock, timedOut])
      if (typeof first === 'string' && first !== 'busy') return first
      // The other tab is done, and its token may be on its way still.
      const token = await Promise.race([arrival, sleep(clock, broadcastGrace, kernel.lifetime)])
      return token ?? (await request())
    } finally {
      waiting.abort()
      void lock.then(free)
    }
  }
  return async (key, request, fresh) => {
    if (fresh) return request()
    const name = `clientele ${kernel.instance.publishableKey} ${toKeyText(key)}`
    const { arrival, stop } = listenFor(kernel, key)
    try {
      const lock = await acquireNow(name)
      return lock === 'busy'
        ? await wait(name, arrival, request)
        : await request().finally(() => free(lock))
    } finally {
      stop()
    }
  }
}

/** What keeps tabs apart, and how long they wait. */
export interface LocksOptions {
  /** `navigator.locks` of a page when not set; without them nothing happens. */
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
export const locks = (options: LocksOptions = {}) => {
  assertKnown('locks', options, tabOptions)
  const { locks: given } = options
  return (kernel: Kernel): void => {
    const port = given ?? (currentPage() ? globalThis.navigator?.locks : undefined)
    if (port) kernel.onDispose(kernel.tokens.guard(createGate(kernel, port)))
  }
}
