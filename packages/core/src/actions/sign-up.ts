import type { Json } from '../records.ts'
import type { AttemptActions } from './action-table.ts'

/** All of it is optional, and what the instance requires is told by `missingFields`. */
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

export interface PrepareVerificationParams {
  readonly strategy: string
  readonly channel?: string
  readonly redirectUrl?: string
  readonly actionCompleteRedirectUrl?: string
}

export interface AttemptVerificationParams {
  readonly strategy: string
  readonly code?: string
  /** Of a wallet, over the message in the verification. */
  readonly signature?: string
}

const prepare = 'prepareVerification'
const attempt = 'attemptVerification'
const wallet = 'web3_metamask_signature'

/**
 * What a sign-up can do, and in which statuses: views, forms and the chart derive from it. Without
 * spreads, as the actions of a sign-in.
 */
export const signUpActions = {
  create: { type: 'create', from: 'any' },
  update: { type: 'act', from: 'begun' },
  upsert: { type: 'upsert' },
  prepareVerification: { type: 'prepare', from: 'begun' },
  attemptVerification: { type: 'act', from: 'begun' },
  prepareEmailAddressVerification: { type: 'prepare', as: prepare, strategy: 'email_code' },
  attemptEmailAddressVerification: { type: 'act', as: attempt, strategy: 'email_code' },
  preparePhoneNumberVerification: { type: 'prepare', as: prepare, strategy: 'phone_code' },
  attemptPhoneNumberVerification: { type: 'act', as: attempt, strategy: 'phone_code' },
  prepareWeb3WalletVerification: { type: 'prepare', as: prepare, strategy: wallet },
  attemptWeb3WalletVerification: { type: 'act', as: attempt, strategy: wallet },
  reload: { type: 'reload', from: 'readable' },
  authenticateWithRedirect: { type: 'redirect' },
} as const satisfies AttemptActions
