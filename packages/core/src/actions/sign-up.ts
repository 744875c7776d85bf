import type { Json } from '../records.ts'
import type {
  Newer,
  PhoneCodeChannel,
  SignUpStrategy,
  VerificationStrategy,
  Web3Strategy,
} from '../strategies.ts'
import type { AttemptActions } from './action-table.ts'

/**
 * All of it is optional, and what the instance requires is told by `missingFields`: `create({})`
 * asks for nothing else. A name that is not listed is no type, and is sent all the same: a newer
 * server may know it.
 */
export interface SignUpParams {
  readonly strategy?: SignUpStrategy | Newer | undefined
  readonly emailAddress?: string | undefined
  readonly phoneNumber?: string | undefined
  readonly emailAddressOrPhoneNumber?: string | undefined
  readonly web3Wallet?: string | undefined
  readonly username?: string | undefined
  readonly password?: string | undefined
  readonly firstName?: string | undefined
  readonly lastName?: string | undefined
  readonly ticket?: string | undefined
  readonly token?: string | undefined
  /** Continues a sign-in whose account does not exist yet. */
  readonly transfer?: boolean | undefined
  readonly legalAccepted?: boolean | undefined
  readonly unsafeMetadata?: { readonly [key: string]: Json } | undefined
  readonly locale?: string | undefined
  readonly redirectUrl?: string | undefined
  readonly actionCompleteRedirectUrl?: string | undefined
  readonly oidcPrompt?: string | undefined
  readonly oidcLoginHint?: string | undefined
  readonly enterpriseConnectionId?: string | undefined
}

/** How an identifier is verified; a link and a provider need to know where to lead. */
export type PrepareVerificationParams =
  | {
      readonly strategy: 'email_code' | Web3Strategy | Newer
      readonly redirectUrl?: string | undefined
      readonly actionCompleteRedirectUrl?: string | undefined
    }
  | { readonly strategy: 'phone_code'; readonly channel?: PhoneCodeChannel | undefined }
  | {
      readonly strategy: Exclude<VerificationStrategy, 'email_code' | 'phone_code' | Web3Strategy>
      readonly redirectUrl: string
      readonly actionCompleteRedirectUrl?: string | undefined
      readonly oidcPrompt?: string | undefined
      readonly enterpriseConnectionId?: string | undefined
    }

/** `strategy` and its proof. */
export type AttemptVerificationParams =
  | { readonly strategy: 'email_code' | 'phone_code'; readonly code: string }
  /** `signature` is the wallet's, over the message in the verification. */
  | { readonly strategy: Web3Strategy; readonly signature: string }
  | {
      readonly strategy: Newer
      readonly code?: string | undefined
      readonly signature?: string | undefined
    }

/** Nothing to say, or to verify by a link instead of a code. */
export type PrepareEmailAddressParams =
  | { readonly strategy?: 'email_code' | undefined }
  | {
      readonly strategy: 'email_link'
      readonly redirectUrl: string
      readonly actionCompleteRedirectUrl?: string | undefined
    }

export interface PreparePhoneNumberParams {
  readonly strategy?: 'phone_code' | undefined
  readonly channel?: PhoneCodeChannel | undefined
}

export interface PrepareWeb3WalletParams {
  readonly strategy?: Web3Strategy | undefined
}

export interface AttemptCodeParams {
  readonly code: string
}

export interface AttemptWeb3WalletParams {
  readonly signature: string
  readonly strategy?: Web3Strategy | undefined
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
