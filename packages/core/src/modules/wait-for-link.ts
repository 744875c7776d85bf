import { isTransient, toClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import type { VerificationStatus } from '../records.ts'
import { type Abortable, orAbort, sleep } from '../time/deadline.ts'

/** Milliseconds between two looks at whether the link was opened. */
const interval = 1000

const isVisible = (): boolean =>
  typeof document === 'undefined' || document.visibilityState !== 'hidden'

/** A signal that never aborts, for who gives none. */
export const endless: Abortable = {
  aborted: false,
  reason: undefined,
  addEventListener: () => {},
  removeEventListener: () => {},
}

/**
 * Looks once more. A look that fails says nothing of the link: the next one may not.
 *
 * @returns milliseconds until the next look.
 * @throws ClienteleError when the look is refused twice in a row: a link that is opened in this
 * browser has the credential change, and one look may cross that.
 */
const look = async (
  kernel: Kernel,
  signal: Abortable,
  ask: () => Promise<unknown>,
  isSecondRefusal: boolean,
): Promise<{ readonly next: number; readonly isRefused: boolean }> => {
  try {
    await orAbort(signal, ask())
    return { next: interval, isRefused: false }
  } catch (thrown) {
    if (signal.aborted || kernel.lifetime.aborted) throw thrown
    const error = toClienteleError(thrown)
    const isRefused = !isTransient(error)
    if (isRefused && isSecondRefusal) throw thrown
    return { next: Math.max(interval, (error.retryAfter ?? 0) * 1000), isRefused }
  }
}

/**
 * Asks once a second, while the page is visible, until a link that was sent has come to an end.
 *
 * @param read gives how far its verification is known to be.
 * @throws the signal's reason when it was aborted, and what `ask` or `read` throws for good.
 */
export const waitForLink = async (
  kernel: Kernel,
  signal: Abortable = endless,
  read: () => VerificationStatus | null,
  ask: () => Promise<unknown>,
): Promise<VerificationStatus> => {
  let next = interval
  let isRefused = false
  for (;;) {
    const status = read()
    if (status !== null && status !== 'unverified') return status
    await orAbort(signal, sleep(kernel.ports.clock, next, kernel.lifetime))
    if (!isVisible()) continue
    const looked = await look(kernel, signal, ask, isRefused)
    next = looked.next
    isRefused = looked.isRefused
  }
}
