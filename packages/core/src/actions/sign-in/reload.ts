import type { Kernel } from '../../kernel.ts'
import { continueAttempt } from '../attempt.ts'
import type { ReloadParams } from '../reload.ts'

/** Fetches the sign-in in progress. */
export const reloadSignIn = (kernel: Kernel, { rotatingTokenNonce }: ReloadParams = {}): Promise<unknown> =>
  continueAttempt(kernel, 'signIn', {
    method: 'GET',
    query: rotatingTokenNonce === undefined ? undefined : { rotating_token_nonce: rotatingTokenNonce },
  })
