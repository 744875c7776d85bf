import type { Clock } from '../ports.ts'

/**
 * What time the server has, which token lives are measured by; the clock here may be wrong, set
 * anew or asleep.
 */
export interface ServerTime {
  /** Epoch ms by the server's clock, as far as it is known. */
  now(): number
  /** Tells what it says now, in epoch ms. `NaN` tells nothing. */
  observe(serverNow: number): void
}

export const createServerTime = (clock: Clock): ServerTime => {
  const steady = () => clock.monotonic?.() ?? clock.now()
  let server = clock.now()
  let wall = server
  let steadied = steady()
  return {
    // A clock that was set back or a steady one that slept: whichever says that more time has
    // passed is believed. Too much costs one request, and its answer sets things right; too little
    // would hand out what has expired.
    now: () => server + Math.max(clock.now() - wall, steady() - steadied),
    observe: serverNow => {
      if (Number.isNaN(serverNow)) return
      server = serverNow
      wall = clock.now()
      steadied = steady()
    },
  }
}
