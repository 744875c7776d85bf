import type { EmulatorClock } from '../../model/clock.ts'
import { ConnectionDropped } from './connection-dropped.ts'

/**
 * The requests and answers that a fault holds up. Each wait ends with the reason of its signal when
 * that aborts.
 */
export interface Waits {
  /** Until `ms` have passed by the emulator's clock. */
  time(ms: number, signal: AbortSignal): Promise<void>
  /** Until another request has been answered, or the holding up is called off. */
  answer(signal: AbortSignal): Promise<void>
  /** A request was answered, or nothing is to be held back any more. */
  release(): void
  /** Breaks the connection of everything that waits. */
  breakAll(): void
}

export const createWaits = (clock: EmulatorClock): Waits => {
  const controllers = new Set<AbortController>()
  const held = new Set<() => void>()
  const wait = async (
    signal: AbortSignal,
    begin: (signal: AbortSignal) => Promise<void>,
  ): Promise<void> => {
    const controller = new AbortController()
    const stop = () => controller.abort(signal.reason)
    if (signal.aborted) stop()
    signal.addEventListener('abort', stop, { once: true })
    controllers.add(controller)
    try {
      await begin(controller.signal)
    } finally {
      controllers.delete(controller)
      signal.removeEventListener('abort', stop)
    }
  }
  const hold = (signal: AbortSignal): Promise<void> => {
    let release = () => {}
    const released = new Promise<void>((resolve, reject) => {
      release = resolve
      if (signal.aborted) reject(signal.reason)
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    })
    held.add(release)
    return released.finally(() => held.delete(release))
  }
  return {
    time: (ms, signal) => wait(signal, own => clock.wait(ms, own)),
    answer: signal => wait(signal, hold),
    release: () => {
      for (const release of [...held]) release()
    },
    breakAll: () => {
      for (const controller of [...controllers]) controller.abort(new ConnectionDropped())
    },
  }
}
