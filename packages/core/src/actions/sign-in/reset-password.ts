import type { Kernel } from '../../kernel.ts'
import { continueAttempt } from '../attempt.ts'

export interface ResetPasswordParams {
  readonly password: string
  readonly signOutOfOtherSessions?: boolean
}

/** Sets a new password, once a `reset_password_…` code has proved who asks. */
export const resetPassword = (
  kernel: Kernel,
  params: ResetPasswordParams,
  id?: string,
): Promise<unknown> =>
  continueAttempt(kernel, 'signIn', { action: 'resetPassword', id, params: { ...params } })
