import type { Kernel } from '../../kernel.ts'
import { prepareAttempt } from '../attempt.ts'

/** `strategy` and what it needs, as the factor in `supportedFirstFactors` says. */
export interface PrepareFirstFactorParams {
  readonly strategy: string
  readonly emailAddressId?: string
  readonly phoneNumberId?: string
  readonly web3WalletId?: string
  readonly channel?: string
  readonly redirectUrl?: string
  readonly actionCompleteRedirectUrl?: string
  readonly enterpriseConnectionId?: string
}

/** Has the server send a code or a link, or make whatever else the strategy needs. */
export const prepareFirstFactor = (kernel: Kernel, params: PrepareFirstFactorParams, id?: string): Promise<unknown> =>
  prepareAttempt(kernel, 'signIn', { action: 'prepareFirstFactor', id, params: { ...params } })
