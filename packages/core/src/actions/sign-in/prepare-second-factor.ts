import type { Kernel } from '../../kernel.ts'
import { prepareAttempt } from '../attempt.ts'

/** `strategy` and what it needs, as the factor in `supportedSecondFactors` says. */
export interface PrepareSecondFactorParams {
  readonly strategy: string
  readonly phoneNumberId?: string
  readonly emailAddressId?: string
  readonly redirectUrl?: string
}

/** Has the server send a code or a link for the second factor; `totp` and `backup_code` need none. */
export const prepareSecondFactor = (kernel: Kernel, params: PrepareSecondFactorParams, id?: string): Promise<unknown> =>
  prepareAttempt(kernel, 'signIn', { action: 'prepareSecondFactor', id, params: { ...params } })
