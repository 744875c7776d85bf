import type { Kernel } from '../../kernel.ts'
import type { FactorRecord } from '../../records.ts'
import { prepareAttempt } from '../attempt.ts'

/**
 * A factor as `supportedFirstFactors` has it, or as much of one as the strategy needs; a link needs
 * to know where to lead.
 */
export interface PrepareFirstFactorParams extends FactorRecord {
  readonly redirectUrl?: string
  readonly actionCompleteRedirectUrl?: string
}

/** Has the server send a code or a link, or make whatever else the strategy needs. */
export const prepareFirstFactor = (
  kernel: Kernel,
  params: PrepareFirstFactorParams,
  id?: string,
): Promise<unknown> =>
  prepareAttempt(kernel, 'signIn', { action: 'prepareFirstFactor', id, params: { ...params } })
