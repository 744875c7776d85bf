import type { Kernel } from '../../kernel.ts'
import { createAttempt } from '../attempt.ts'

/** Section 4.3. Without a strategy the server decides what comes next from what was given. */
export interface SignInCreateParams {
  readonly strategy?: string
  readonly identifier?: string
  readonly password?: string
  readonly ticket?: string
  readonly token?: string
  readonly transfer?: boolean
  readonly redirectUrl?: string
  readonly actionCompleteRedirectUrl?: string
}

export const createSignIn = (kernel: Kernel, params: SignInCreateParams): Promise<unknown> =>
  createAttempt(kernel, 'signIn', { ...params })
