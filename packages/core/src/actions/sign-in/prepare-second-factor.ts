import type { Kernel } from '../../kernel.ts'
import type { FactorRecord } from '../../records.ts'
import { prepareAttempt } from '../attempt.ts'

/** A factor as `supportedSecondFactors` has it, or as much of one as the strategy needs. */
export interface PrepareSecondFactorParams extends FactorRecord {
  readonly redirectUrl?: string
}

/**
 * Has the server send a code or a link for the second factor; `totp` and `backup_code` need none.
 */
export const prepareSecondFactor = (
  kernel: Kernel,
  params: PrepareSecondFactorParams,
  id?: string,
): Promise<unknown> =>
  prepareAttempt(kernel, 'signIn', { action: 'prepareSecondFactor', id, params: { ...params } })
