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

const begun = ['missing_requirements'] as const
const wallet = 'web3_metamask_signature'
const prepare = { type: 'prepare', as: 'prepareVerification' } as const
const attempt = { type: 'act', as: 'attemptVerification' } as const

/** What a sign-up can do, and in which statuses: views, forms and the chart derive from it. */
export const signUpActions = {
  create: { type: 'create', from: ['none', ...begun, 'complete', 'abandoned'] },
  update: { type: 'act', from: begun },
  upsert: { type: 'upsert' },
  prepareVerification: { type: 'prepare', from: begun },
  attemptVerification: { type: 'act', from: begun },
  prepareEmailAddressVerification: { ...prepare, strategy: 'email_code' },
  attemptEmailAddressVerification: { ...attempt, strategy: 'email_code' },
  preparePhoneNumberVerification: { ...prepare, strategy: 'phone_code' },
  attemptPhoneNumberVerification: { ...attempt, strategy: 'phone_code' },
  prepareWeb3WalletVerification: { ...prepare, strategy: wallet },
  attemptWeb3WalletVerification: { ...attempt, strategy: wallet },
  reload: { type: 'reload', from: [...begun, 'complete'] },
  authenticateWithRedirect: { type: 'redirect' },
} as const satisfies AttemptActions
