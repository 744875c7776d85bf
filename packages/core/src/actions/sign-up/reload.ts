import type { Kernel } from '../../kernel.ts'
import { continueAttempt } from '../attempt.ts'

/** Fetches the sign-up in progress. */
export const reloadSignUp = (kernel: Kernel): Promise<unknown> => continueAttempt(kernel, 'signUp', { method: 'GET' })
