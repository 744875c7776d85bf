import { ClienteleError } from '../errors.ts'
import { type Abort, createAbort } from '../time/deadline.ts'

/**
 * `urgent`: signing out, which waits for nobody. `user`: what someone asked for. `background`:
 * yields to all others.
 */
export type Priority = 'urgent' | 'user' | 'background'

/** What a request knows of the place it has in the queue. */
export interface Slot {
  /** Aborts when signing out ends it. */
  readonly abort: Abort
  /** Whether another request overlapped it, so that its answer may be older or newer. */
  isStale(): boolean
}

export interface QueueOptions {
  /**
   * The request goes on, or is made again, when somebody signs out meanwhile: true of reads, which
   * bring nobody back.
   */
  readonly keepOnSignOut?: boolean | undefined
}

/**
 * The order in which this store's requests may change things. Each answer carries a whole client as
 * the server saw it at that moment and nothing reliable says which of two is newer, so mutations go
 * one at a time, and an answer that overlapped another request is not believed.
 */
export interface Queue {
  /** Runs `work` when everything before it has ended; `urgent` work at once. */
  run<Result>(
    priority: Priority,
    work: (slot: Slot) => Promise<Result>,
    options?: QueueOptions,
  ): Promise<Result>
  /** Begins a read outside of the queue. @returns whether its answer is stale by now. */
  startRead(): () => boolean
  /** Something was learned, or changed by somebody else: reads under way are stale. */
  invalidateReads(): void
  /** Rejects everything that waits. */
  clear(error: unknown): void
}

interface Entry {
  readonly priority: Priority
  readonly keepOnSignOut: boolean
  readonly work: (slot: Slot) => Promise<unknown>
  readonly resolve: (result: never) => void
  readonly reject: (error: unknown) => void
}

const rank = { urgent: 0, user: 1, background: 2 }

const signedOutFirst = () => new ClienteleError('aborted', 'Signing out came first')

/** @param exclusive not even urgent work may overlap another request: it ends that one. */
export const createQueue = (exclusive: boolean): Queue => {
  let waiting: Entry[] = []
  const running = new Map<Entry, Abort>()
  let started = 0
  let invalidated = 0

  const mayStart = ({ priority }: Entry): boolean =>
    running.size === 0 || (priority === 'urgent' && !exclusive)

  /** Whether requests run beside it now, or another one has started since. */
  const watchOverlap = (others: number): (() => boolean) => {
    const before = started
    return () => others > 0 || started !== before
  }

  const start = (entry: Entry) => {
    const abort = createAbort()
    running.set(entry, abort)
    started++
    const slot = { abort, isStale: watchOverlap(running.size - 1) }
    const end = () => {
      running.delete(entry)
      next()
    }
    entry.work(slot).then(
      result => {
        end()
        entry.resolve(result as never) // as: each entry's work and promise are of one type
      },
      error => {
        // Ended by signing out: it is made again, and its caller hears of nothing.
        if (abort.aborted && entry.keepOnSignOut) add(entry)
        else entry.reject(error)
        end()
      },
    )
  }

  const next = () => {
    const entry = waiting[0]
    if (!entry || !mayStart(entry)) return
    waiting.shift()
    start(entry)
    next()
  }

  const add = (entry: Entry) => {
    const after = waiting.findIndex(({ priority }) => rank[priority] > rank[entry.priority])
    waiting.splice(after < 0 ? waiting.length : after, 0, entry)
  }

  const drop = (error: unknown, stays: (entry: Entry) => boolean) => {
    const dropped = waiting.filter(entry => !stays(entry))
    waiting = waiting.filter(stays)
    for (const entry of dropped) entry.reject(error)
  }

  const makeWay = () => {
    const error = signedOutFirst()
    drop(error, ({ keepOnSignOut }) => keepOnSignOut)
    if (!exclusive) return
    for (const [{ priority }, abort] of running) if (priority !== 'urgent') abort.abort(error)
  }

  return {
    invalidateReads: () => void invalidated++,
    startRead: () => {
      const overlaps = watchOverlap(running.size)
      const before = invalidated
      return () => overlaps() || invalidated !== before
    },
    clear: error => drop(error, () => false),
    run: (priority, work, { keepOnSignOut = priority === 'urgent' } = {}) =>
      new Promise((resolve, reject) => {
        if (priority === 'urgent') makeWay()
        add({ priority, keepOnSignOut, work, resolve, reject })
        next()
      }),
  }
}
