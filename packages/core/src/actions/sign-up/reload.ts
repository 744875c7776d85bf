import type { Kernel } from '../../kernel.ts'
import { continueAttempt } from '../attempt.ts'

/** Fetches the sign-up in progress. */
export const reloadSignUp = (kernel: Kernel, id?: string): Promise<unknown> =>
  continueAttempt(kernel, 'signUp', { action: 'reload', id })
