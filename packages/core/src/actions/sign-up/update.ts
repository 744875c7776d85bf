import type { Kernel } from '../../kernel.ts'
import { continueAttempt } from '../attempt.ts'
import type { SignUpParams } from './create.ts'

/** Adds to the sign-up in progress what was missing. */
export const updateSignUp = (kernel: Kernel, params: SignUpParams): Promise<unknown> =>
  continueAttempt(kernel, 'signUp', { method: 'PATCH', params: { ...params } })
