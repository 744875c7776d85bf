import type { Clock } from '../ports.ts'

/** The longest delay that platforms can wait, in ms; a longer one would end at once. */
const longest = 2 ** 31 - 1

/**
 * Calls back after `ms` milliseconds, however many those are; never for `Infinity`.
 *
 * @returns what ends the wait.
 */
export const startTimer = (clock: Clock, ms: number, run: () => void): (() => void) => {
  let timer: unknown
  const wait = (left: number) => {
    const step = Math.min(left, longest)
    timer = clock.setTimeout(() => (left > step ? wait(left - step) : run()), step)
  }
  wait(Math.max(0, ms || 0))
  return () => clock.clearTimeout(timer)
}
