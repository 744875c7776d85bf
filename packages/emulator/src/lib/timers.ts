/** What waits for a time to come. */
export interface Timers {
  /** Resolves once the time is `at`. @throws the reason of `signal` when that aborts first. */
  until(at: number, signal?: AbortSignal): Promise<void>
  /** Looks at the time again: to be called whenever it moved. */
  check(): void
}

/** Calls back after `ms` and returns its undo. */
export type Schedule = (callback: () => void, ms: number) => () => void

// The longest that timers of the system can wait; what is further off is looked at again then.
const longest = 2 ** 31 - 1

/**
 * @param remaining ms until a time comes; `Infinity` while the clock stands still, and never less
 * than 0.
 * @param schedule without it only `check` ends the waiting.
 */
export const createTimers = (remaining: (at: number) => number, schedule?: Schedule): Timers => {
  const waiting = new Set<() => void>()
  const until = (at: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      let cancel = () => {}
      const end = () => {
        cancel()
        waiting.delete(look)
        signal?.removeEventListener('abort', stop)
      }
      const stop = () => {
        end()
        reject(signal?.reason)
      }
      const look = () => {
        cancel()
        const ms = remaining(at)
        if (ms === 0) {
          end()
          resolve()
        } else if (schedule && ms !== Infinity) cancel = schedule(look, Math.min(ms, longest))
      }
      if (signal?.aborted) return stop()
      signal?.addEventListener('abort', stop, { once: true })
      waiting.add(look)
      look()
    })
  const check = () => {
    for (const look of [...waiting]) look()
  }
  return { until, check }
}
