import type { Kernel } from '../../kernel.ts'
import { continueAttempt } from '../attempt.ts'

/** `strategy` and its proof. */
export interface AttemptFirstFactorParams {
  readonly strategy: string
  readonly code?: string
  readonly password?: string
  /** Of a wallet, over the message in the verification. */
  readonly signature?: string
  /** Of a passkey, as JSON text. */
  readonly publicKeyCredential?: string
}

/** Proves the first factor. */
export const attemptFirstFactor = (
  kernel: Kernel,
  params: AttemptFirstFactorParams,
  id?: string,
): Promise<unknown> =>
  continueAttempt(kernel, 'signIn', { action: 'attemptFirstFactor', id, params: { ...params } })
