import { ClienteleError } from './errors.ts'

/**
 * `front`: sign-out, which aborts what waits. `user`: what someone asked for. `background`: yields
 * to all others.
 */
export type Priority = 'front' | 'user' | 'background'

/**
 * The order in which this store's requests may change things. Each answer carries a whole client as
 * the server saw it at that moment and nothing reliable says which of two is newer, so mutations go
 * one at a time, and a read that overlapped one is not believed.
 */
export interface Turns {
  /**
   * Runs `work` when its turn has come and everything before it has ended.
   *
   * @param survives a sign-out that comes meanwhile does not abort it: true of reads, which bring
   * nothing back.
   */
  run<Result>(
    priority: Priority,
    work: () => Promise<Result>,
    options?: { survives?: boolean | undefined },
  ): Promise<Result>
  /** Starts watching: the returned function tells whether any turn has run since. */
  watch(): () => boolean
  /**
   * Something was learned, or changed by somebody else: who watches is told as if a turn had run.
   */
  disturb(): void
  /** Rejects everything that waits. */
  clear(error: unknown): void
}

interface Waiting {
  readonly priority: Priority
  readonly survives: boolean
  readonly start: () => Promise<unknown>
  readonly reject: (error: unknown) => void
}

const rank = { front: 0, user: 1, background: 2 }

export const createTurns = (): Turns => {
  let waiting: Waiting[] = []
  let running = false
  let started = 0

  const next = () => {
    if (running) return
    const turn = waiting.shift()
    if (!turn) return
    running = true
    started++
    turn.start().finally(() => {
      running = false
      next()
    })
  }

  const drop = (error: unknown, stays: (turn: Waiting) => boolean) => {
    const dropped = waiting.filter(turn => !stays(turn))
    waiting = waiting.filter(stays)
    for (const turn of dropped) turn.reject(error)
  }

  return {
    disturb: () => void started++,
    clear: error => drop(error, () => false),
    run: (priority, work, { survives = priority === 'front' } = {}) =>
      new Promise((resolve, fail) => {
        if (priority === 'front')
          drop(new ClienteleError('aborted', 'Signing out came first'), turn => turn.survives)
        // Settles either way: a turn that failed must still hand over to the next.
        const start = () => work().then(resolve, fail)
        const after = waiting.findIndex(turn => rank[turn.priority] > rank[priority])
        waiting.splice(after < 0 ? waiting.length : after, 0, {
          priority,
          survives,
          start,
          reject: fail,
        })
        next()
      }),
    watch: () => {
      const overlaps = running
      const before = started
      return () => overlaps || started !== before
    },
  }
}
