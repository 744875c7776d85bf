import type { Kernel } from '../../kernel.ts'
import { continueAttempt } from '../attempt.ts'

export interface AttemptVerificationParams {
  readonly strategy: string
  readonly code?: string
  /** Of a wallet, over the message in the verification. */
  readonly signature?: string
}

/** Proves that an identifier is one's own. */
export const attemptVerification = (
  kernel: Kernel,
  params: AttemptVerificationParams,
  id?: string,
): Promise<unknown> =>
  continueAttempt(kernel, 'signUp', { action: 'attemptVerification', id, params: { ...params } })
