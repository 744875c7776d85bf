import type { Clock } from '../ports.ts'

/** What time it is: here, by a clock that nobody can set, and at the server. */
export interface Time {
  /** Epoch ms by this machine's clock, which may be wrong and may be set. For showing only. */
  wall(): number
  /** Milliseconds since whenever, never fewer than before: what durations are measured by. */
  steady(): number
  /** Epoch ms by the server's clock, as far as it is known: what instants are compared with. */
  server(): number
  /**
   * The server's clock as a decoded answer tells it, in epoch ms; `NaN` tells nothing. An answer
   * that says less than what is known already came out of a cache.
   */
  observe(serverNow: number): void
  /** The server's clock as a token says that was just made for us: it may also have been set. */
  observeMinted(serverNow: number): void
}

/** Milliseconds of difference between an answer's date and its arrival that mean nothing. */
const tolerance = 2000
/** Milliseconds: only a token that was made this long ago sets the server's time back. */
const setBack = 60_000

/** Without a monotonic port, what the wall clock adds: set back it adds nothing. */
const createSteady = (clock: Clock): (() => number) => {
  if (clock.monotonic) return () => clock.monotonic?.() ?? 0
  let last = clock.now()
  let passed = 0
  return () => {
    const now = clock.now()
    passed += Math.max(0, now - last)
    last = now
    return passed
  }
}

/** The one module that knows what time it is. */
export const createTime = (clock: Clock): Time => {
  const steady = createSteady(clock)
  let server = clock.now()
  let wall = server
  let steadied = steady()
  /** The server's clock by the steady one alone, which counts too little after a sleep. */
  const atLeast = () => server + steady() - steadied
  // A clock that was set back or a steady one that slept: whichever says that more time has passed
  // is believed. Too much costs one request, whose answer sets things right; too little would hand
  // out what has expired.
  const now = () => Math.max(atLeast(), server + clock.now() - wall)
  const set = (next: number) => {
    server = next
    wall = clock.now()
    steadied = steady()
  }
  let isKnown = false
  const observe = (serverNow: number) => {
    if (Number.isNaN(serverNow)) return
    if (isKnown && serverNow < atLeast() - tolerance) return
    set(isKnown ? Math.max(serverNow, atLeast()) : serverNow)
    isKnown = true
  }
  return {
    wall: () => clock.now(),
    steady,
    server: now,
    observe,
    observeMinted: serverNow => {
      if (isKnown && serverNow < now() - setBack) set(serverNow)
      else observe(serverNow)
    },
  }
}
