import type { Kernel } from '../../kernel.ts'
import { continueAttempt } from '../attempt.ts'

export interface PrepareFirstFactorParams {
  readonly strategy: string
  readonly emailAddressId?: string
  readonly phoneNumberId?: string
  readonly redirectUrl?: string
}

/** Has the server send a code, or whatever else the strategy needs. */
export const prepareFirstFactor = (kernel: Kernel, params: PrepareFirstFactorParams): Promise<unknown> =>
  continueAttempt(kernel, 'signIn', { verb: 'prepare_first_factor', params: { ...params } })
