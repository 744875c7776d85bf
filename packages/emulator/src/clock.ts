/** Where an emulator reads the time: epoch milliseconds. */
export interface ClockPort {
  now(): number
}

/** The emulator's time: it follows its port until it is frozen, moved or set. All times are epoch milliseconds. */
export interface EmulatorClock extends ClockPort {
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
}

const finite = (ms: number): number => {
  if (!Number.isFinite(ms)) throw new TypeError('The clock takes a finite number of milliseconds.')
  return ms
}

/** A clock over `port`, which is the system's time unless another is given. */
export const createClock = (port: ClockPort = { now: () => Date.now() }): EmulatorClock => {
  let offset = 0
  let frozenAt: number | null = null
  const now = () => Math.floor(frozenAt ?? port.now() + offset)
  const set = (ms: number) => {
    if (frozenAt !== null) frozenAt = finite(ms)
    else offset = finite(ms) - port.now()
  }
  return {
    now,
    set,
    advance: ms => set(now() + finite(ms)),
    freeze: () => {
      frozenAt = now()
    },
    resume: () => {
      if (frozenAt === null) return
      offset = frozenAt - port.now()
      frozenAt = null
    },
    reset: () => {
      offset = 0
      frozenAt = null
    },
  }
}
