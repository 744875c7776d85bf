import { ClienteleError } from './errors.ts'
import type { Clock } from './ports.ts'

/** The part of an `AbortSignal` that is used here. */
export interface Abortable {
  readonly aborted: boolean
  readonly reason: unknown
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/**
 * `work`, or a rejection with the signal's reason as soon as it aborts, even when `work` never
 * looks at the signal.
 */
export const orAbort = <Result>(signal: Abortable, work: Promise<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })

/** Waits `ms` by the clock. Rejects with the signal's reason, and leaves no timer behind. */
export const sleep = (clock: Clock, ms: number, signal: Abortable): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = () => {
      clock.clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = clock.setTimeout(() => {
      signal.removeEventListener('abort', abort)
      resolve()
    }, ms)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
  })

/**
 * Runs `work` with a signal that aborts after `ms`, or when one of the given signals does.
 *
 * @throws ClienteleError `timeout` when time is up.
 */
export const withDeadline = async <Result>(
  clock: Clock,
  ms: number,
  signals: readonly (Abortable | undefined)[],
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> => {
  const controller = new AbortController()
  const undo = signals.map(signal => {
    const abort = () => controller.abort(signal?.reason)
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort)
    return () => signal?.removeEventListener('abort', abort)
  })
  const timer = clock.setTimeout(() => {
    controller.abort(new ClienteleError('timeout', `No answer within ${ms} ms`))
  }, ms)
  const stop = () => clock.clearTimeout(timer)
  controller.signal.addEventListener('abort', stop)
  try {
    return await orAbort(controller.signal, work(controller.signal))
  } finally {
    stop()
    for (const off of undo) off()
  }
}
