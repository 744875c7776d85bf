import type { Kernel } from '../../kernel.ts'
import { createAttempt } from '../attempt.ts'

/** Section 4.3. Without a strategy the server decides what comes next from what was given. */
export interface SignInCreateParams {
  readonly strategy?: string
  readonly identifier?: string
  readonly password?: string
  readonly ticket?: string
  /** Of a provider that signs its tokens: `google_one_tap`, `oauth_token_…`. */
  readonly token?: string
  readonly code?: string
  /** Continues a sign-up whose account already exists. */
  readonly transfer?: boolean
  readonly redirectUrl?: string
  readonly actionCompleteRedirectUrl?: string
  readonly oidcPrompt?: string
  readonly oidcLoginHint?: string
  readonly enterpriseConnectionId?: string
  readonly signUpIfMissing?: boolean
  /** BCP 47 tag for messages that the server sends. */
  readonly locale?: string
}

export const createSignIn = (kernel: Kernel, params: SignInCreateParams): Promise<unknown> =>
  createAttempt(kernel, 'signIn', { ...params })
