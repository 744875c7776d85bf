import type { Kernel } from '../../kernel.ts'
import type { Json } from '../../records.ts'
import { createAttempt } from '../attempt.ts'

/**
 * Section 4.4; all of it is optional, and what the instance requires is told by `missingFields`.
 */
export interface SignUpParams {
  readonly strategy?: string
  readonly emailAddress?: string
  readonly phoneNumber?: string
  readonly emailAddressOrPhoneNumber?: string
  readonly web3Wallet?: string
  readonly username?: string
  readonly password?: string
  readonly firstName?: string
  readonly lastName?: string
  readonly ticket?: string
  readonly token?: string
  /** Continues a sign-in whose account does not exist yet. */
  readonly transfer?: boolean
  readonly legalAccepted?: boolean
  readonly unsafeMetadata?: { readonly [key: string]: Json }
  readonly locale?: string
  readonly redirectUrl?: string
  readonly actionCompleteRedirectUrl?: string
  readonly oidcPrompt?: string
  readonly oidcLoginHint?: string
  readonly enterpriseConnectionId?: string
}

export const createSignUp = (kernel: Kernel, params: SignUpParams): Promise<unknown> =>
  createAttempt(kernel, 'signUp', { ...params })
