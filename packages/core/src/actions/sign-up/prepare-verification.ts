import type { Kernel } from '../../kernel.ts'
import { continueAttempt } from '../attempt.ts'

export interface PrepareVerificationParams {
  readonly strategy: string
  readonly redirectUrl?: string
}

/** Has the server send a code to the identifier that is to be verified. */
export const prepareVerification = (kernel: Kernel, params: PrepareVerificationParams): Promise<unknown> =>
  continueAttempt(kernel, 'signUp', { verb: 'prepare_verification', params: { ...params } })
