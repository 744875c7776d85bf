import { ClienteleError } from '../errors.ts'
import type { Clock } from '../ports.ts'
import { startTimer } from './timers.ts'

/** The part of an `AbortSignal` that is used here. */
export interface Abortable {
  readonly aborted: boolean
  readonly reason?: unknown
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** An `Abortable` with the platform's own signal for `fetch`. */
export interface Abort extends Abortable {
  readonly signal: AbortSignal
  abort(reason: unknown): void
}

/** Why a signal aborted. The signals of some platforms do not keep it. */
export const reasonOf = ({ reason }: Abortable): unknown =>
  reason ?? new ClienteleError('aborted', 'This was aborted')

/** An `AbortController` that keeps the reason itself. */
export const createAbort = (): Abort => {
  const controller = new AbortController()
  const { signal } = controller
  let reason: unknown
  return {
    signal,
    get aborted() {
      return signal.aborted
    },
    get reason() {
      return reason
    },
    abort: given => {
      reason ??= given
      controller.abort(given)
    },
    addEventListener: (type, listener) => signal.addEventListener(type, listener),
    removeEventListener: (type, listener) => signal.removeEventListener(type, listener),
  }
}

/**
 * `work`, or a rejection with the signal's reason as soon as it aborts, even when `work` never
 * looks at the signal.
 */
export const orAbort = <Result>(signal: Abortable, work: Promise<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    const abort = () => reject(reasonOf(signal))
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })

/** Waits `ms` by the clock. Rejects with the signal's reason, and leaves no timer behind. */
export const sleep = (clock: Clock, ms: number, signal: Abortable): Promise<void> =>
  new Promise((resolve, reject) => {
    const abort = () => {
      cancel()
      reject(reasonOf(signal))
    }
    const cancel = startTimer(clock, ms, () => {
      signal.removeEventListener('abort', abort)
      resolve()
    })
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
  })

/**
 * Runs `work` with a signal that aborts after `ms`, or when one of the given signals does.
 *
 * @param from what the error says of who was asked, after a space.
 * @throws ClienteleError `timeout` when time is up.
 */
export const withDeadline = async <Result>(
  clock: Clock,
  ms: number,
  signals: readonly (Abortable | undefined)[],
  work: (abort: Abort) => Promise<Result>,
  from = '',
): Promise<Result> => {
  const own = createAbort()
  const undo = signals.map(signal => {
    const abort = () => signal && own.abort(reasonOf(signal))
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort)
    return () => signal?.removeEventListener('abort', abort)
  })
  const cancel = startTimer(clock, ms, () =>
    own.abort(new ClienteleError('timeout', `No answer within ${ms} ms${from}`)),
  )
  own.addEventListener('abort', cancel)
  try {
    return await orAbort(own, work(own))
  } finally {
    cancel()
    for (const off of undo) off()
  }
}

/**
 * What the application or the platform is asked for, which may hang or throw: given up after `ms`.
 *
 * @throws ClienteleError `timeout`, or what `work` rejects with.
 */
export const withTimeout = <Result>(
  clock: Clock,
  ms: number,
  lifetime: Abortable,
  work: () => Result | PromiseLike<Result>,
): Promise<Result> => withDeadline(clock, ms, [lifetime], async () => work())
