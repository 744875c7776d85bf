import type { Kernel } from '../../kernel.ts'
import { continueAttempt } from '../attempt.ts'
import type { SignUpParams } from './create.ts'

/** Adds to the sign-up in progress what was missing. */
export const updateSignUp = (kernel: Kernel, params: SignUpParams, id?: string): Promise<unknown> =>
  continueAttempt(kernel, 'signUp', { action: 'update', id, params: { ...params } })
