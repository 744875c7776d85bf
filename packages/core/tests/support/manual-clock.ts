import type { Clock } from '@clientele/core'

interface Timer {
  readonly at: number
  readonly run: () => void
}

/** A clock that stands still until it is told to move. */
export interface ManualClock extends Clock {
  /**
   * Moves on by `ms`, running each timer that falls due, and lets what they began go on in between.
   */
  advance(ms: number): Promise<void>
  /**
   * Resolves once something waits that falls due within `ms`: for what is begun by more than
   * promises, which nobody can know when it gets there.
   */
  whenWaiting(ms: number): Promise<void>
  /** Timers that are still to come. */
  readonly pending: number
}

/** Lets everything that only waits for promises go on. */
export const flush = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

export const createManualClock = (start = Date.UTC(2026, 0, 1)): ManualClock => {
  let now = start
  const timers = new Set<Timer>()
  const awaited = new Set<() => void>()
  const dueBefore = (end: number) =>
    [...timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
  return {
    now: () => now,
    setTimeout: (run, ms) => {
      const timer = { at: now + ms, run }
      timers.add(timer)
      for (const look of [...awaited]) look()
      return timer
    },
    clearTimeout: timer => void timers.delete(timer as Timer),
    advance: async ms => {
      const end = now + ms
      await flush()
      for (let timer = dueBefore(end); timer; timer = dueBefore(end)) {
        timers.delete(timer)
        now = timer.at
        timer.run()
        await flush()
      }
      now = end
      await flush()
    },
    whenWaiting: ms =>
      new Promise(resolve => {
        const look = () => {
          if (!dueBefore(now + ms)) return
          awaited.delete(look)
          resolve()
        }
        awaited.add(look)
        look()
      }),
    get pending() {
      return timers.size
    },
  }
}
