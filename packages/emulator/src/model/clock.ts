import { createTimers, type Schedule } from '../lib/timers.ts'

/** Where an emulator reads the time: epoch milliseconds. */
export interface ClockPort {
  /** Epoch milliseconds. */
  now(): number
  /**
   * Calls back after `ms` of its time and returns the undo. Without it, what waits goes on only
   * when the emulator's clock is moved.
   */
  schedule?: Schedule
  /** The same for what need not be waited for: it keeps no process alive. */
  scheduleInBackground?: Schedule
}

/**
 * The emulator's time: it follows its port until it is frozen, moved or set. All times are epoch
 * milliseconds.
 */
export interface EmulatorClock {
  /** Epoch milliseconds. */
  now(): number
  /** Time stands still until it is moved. */
  readonly frozen: boolean
  /** Moves the clock by `ms`, whether it is frozen or not. */
  advance(ms: number): void
  /** Stops the clock at this moment; `advance` and `set` still move it. */
  freeze(): void
  /** Lets a frozen clock run on from where it stands. */
  resume(): void
  /** Moves the clock to `ms`. */
  set(ms: number): void
  /** Follows the port again, as at the start. */
  reset(): void
  /**
   * Resolves once `ms` have passed by this clock. @throws the reason of `signal` when that aborts
   * first.
   */
  wait(ms: number, signal?: AbortSignal): Promise<void>
  /** The same, and no process is kept alive for it. */
  waitInBackground(ms: number, signal?: AbortSignal): Promise<void>
  /** How it differs from its port: ms ahead, and where it stands still. */
  reading(): ClockReading
  /** Sets the clock as a snapshot had it. */
  restore(reading: ClockReading): void
}

export interface ClockReading {
  readonly offset: number
  readonly frozenAt: number | null
}

const finite = (ms: number): number => {
  if (!Number.isFinite(ms)) throw new TypeError('The clock takes a finite number of milliseconds.')
  return ms
}

const hasUnref = (timer: unknown): timer is { unref(): void } =>
  typeof timer === 'object' && timer !== null && 'unref' in timer

const systemPort: ClockPort = {
  now: () => Date.now(),
  schedule: (callback, ms) => {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout(timer)
  },
  scheduleInBackground: (callback, ms) => {
    const timer: unknown = setTimeout(callback, ms)
    // Only the timers of Node have it.
    if (hasUnref(timer)) timer.unref()
    return () => clearTimeout(timer as number) // as: what setTimeout has given
  },
}

/** A clock over `port`, which is the system's time unless another is given. */
export const createClock = (port: ClockPort = systemPort): EmulatorClock => {
  let state: ClockReading = { offset: 0, frozenAt: null }
  const now = () => Math.floor(state.frozenAt ?? port.now() + state.offset)
  const remaining = (at: number) => {
    const ms = Math.max(0, at - now())
    return ms > 0 && state.frozenAt !== null ? Infinity : ms
  }
  const alarms = createTimers(remaining, port.schedule)
  const background = createTimers(remaining, port.scheduleInBackground ?? port.schedule)
  const restore = (reading: ClockReading) => {
    state = { offset: finite(reading.offset), frozenAt: reading.frozenAt }
    alarms.check()
    background.check()
  }
  const set = (ms: number) => {
    if (state.frozenAt !== null) restore({ ...state, frozenAt: finite(ms) })
    else restore({ ...state, offset: finite(ms) - port.now() })
  }
  return {
    now,
    get frozen() {
      return state.frozenAt !== null
    },
    set,
    advance: ms => set(now() + finite(ms)),
    freeze: () => restore({ ...state, frozenAt: now() }),
    resume: () => {
      if (state.frozenAt !== null) restore({ offset: state.frozenAt - port.now(), frozenAt: null })
    },
    reset: () => restore({ offset: 0, frozenAt: null }),
    wait: (ms, signal) => alarms.until(now() + finite(ms), signal),
    waitInBackground: (ms, signal) => background.until(now() + finite(ms), signal),
    reading: () => state,
    restore,
  }
}
