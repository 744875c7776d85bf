import type { Kernel } from '../../kernel.ts'
import { continueAttempt } from '../attempt.ts'

export interface AttemptVerificationParams {
  readonly strategy: string
  readonly code?: string
  readonly signature?: string
}

/** Proves that an identifier is one's own, with the code that was sent there. */
export const attemptVerification = (kernel: Kernel, params: AttemptVerificationParams): Promise<unknown> =>
  continueAttempt(kernel, 'signUp', { verb: 'attempt_verification', params: { ...params } })
