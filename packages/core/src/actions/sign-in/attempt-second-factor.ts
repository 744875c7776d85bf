import type { Kernel } from '../../kernel.ts'
import { continueAttempt } from '../attempt.ts'

/** `phone_code`, `email_code`, `totp` or `backup_code`, and the code. */
export interface AttemptSecondFactorParams {
  readonly strategy: string
  readonly code: string
}

/** Proves the second factor, or that this client may be trusted. */
export const attemptSecondFactor = (
  kernel: Kernel,
  params: AttemptSecondFactorParams,
  id?: string,
): Promise<unknown> =>
  continueAttempt(kernel, 'signIn', { action: 'attemptSecondFactor', id, params: { ...params } })
