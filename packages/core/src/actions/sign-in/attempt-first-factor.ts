import type { Kernel } from '../../kernel.ts'
import { continueAttempt } from '../attempt.ts'

export interface AttemptFirstFactorParams {
  readonly strategy: string
  readonly code?: string
  readonly password?: string
  readonly signature?: string
}

/** Proves the first factor: with a password, or with the code that was sent. */
export const attemptFirstFactor = (kernel: Kernel, params: AttemptFirstFactorParams): Promise<unknown> =>
  continueAttempt(kernel, 'signIn', { verb: 'attempt_first_factor', params: { ...params } })
