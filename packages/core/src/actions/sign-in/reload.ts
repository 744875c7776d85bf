import type { Kernel } from '../../kernel.ts'
import { continueAttempt } from '../attempt.ts'
import type { ReloadParams } from '../reload.ts'

/** Fetches the sign-in in progress. */
export const reloadSignIn = (
  kernel: Kernel,
  { rotatingTokenNonce }: ReloadParams = {},
  id?: string,
): Promise<unknown> =>
  continueAttempt(kernel, 'signIn', {
    action: 'reload',
    id,
    query:
      rotatingTokenNonce === undefined ? undefined : { rotating_token_nonce: rotatingTokenNonce },
  })
