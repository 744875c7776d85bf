import type { Kernel } from '../../kernel.ts'
import { prepareAttempt } from '../attempt.ts'

export interface PrepareVerificationParams {
  readonly strategy: string
  readonly channel?: string
  readonly redirectUrl?: string
  readonly actionCompleteRedirectUrl?: string
}

/** Has the server send a code or a link to the identifier that is to be verified. */
export const prepareVerification = (
  kernel: Kernel,
  params: PrepareVerificationParams,
  id?: string,
): Promise<unknown> =>
  prepareAttempt(kernel, 'signUp', { action: 'prepareVerification', id, params: { ...params } })
