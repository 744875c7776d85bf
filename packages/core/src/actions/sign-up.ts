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
  /** Left out, the fields that are given begin the sign-up. */
  readonly strategy?: SignUpStrategy | Newer | undefined
  /** Has to be verified where the instance says so. */
  readonly emailAddress?: string | undefined
  /** E.164: `+12015550123`. */
  readonly phoneNumber?: string | undefined
  /** Either of the two: the server tells by its form. */
  readonly emailAddressOrPhoneNumber?: string | undefined
  /** Address of a wallet, which then has to sign. */
  readonly web3Wallet?: string | undefined
  /** Unique in the instance, by its rules. */
  readonly username?: string | undefined
  /** Checked against the policy of the instance by the server. */
  readonly password?: string | undefined
  /** Kept with the user; `missingFields` says whether it is required. */
  readonly firstName?: string | undefined
  /** Kept with the user; `missingFields` says whether it is required. */
  readonly lastName?: string | undefined
  /** For `ticket`: from an invitation. */
  readonly ticket?: string | undefined
  /** For `google_one_tap` and `oauth_token_…`: what the provider gave. */
  readonly token?: string | undefined
  /** Continues a sign-in whose account does not exist yet. */
  readonly transfer?: boolean | undefined
  /** The user has accepted the legal terms. */
  readonly legalAccepted?: boolean | undefined
  /** What the new user is given, readable and writable by the user. */
  readonly unsafeMetadata?: { readonly [key: string]: Json } | undefined
  /** BCP 47: `en-US`; the language of messages to the user. */
  readonly locale?: string | undefined
  /** Absolute address that a provider or a link leads back to. */
  readonly redirectUrl?: string | undefined
  /** Absolute address to go to once everything is done. */
  readonly actionCompleteRedirectUrl?: string | undefined
  /** OpenID Connect's `prompt`, handed on to the provider. */
  readonly oidcPrompt?: string | undefined
  /** OpenID Connect's `login_hint`, handed on to the provider. */
  readonly oidcLoginHint?: string | undefined
  /** Chooses one of several connections of a company. */
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

/** How a code is sent to the number of a sign-up. */
export interface PreparePhoneNumberParams {
  /** The only one that there is; may be left out. */
  readonly strategy?: 'phone_code' | undefined
  /** What carries the code; the server chooses when it is left out. */
  readonly channel?: PhoneCodeChannel | undefined
}

/** Which signature the wallet of a sign-up gives. */
export interface PrepareWeb3WalletParams {
  /** MetaMask's when not set. */
  readonly strategy?: Web3Strategy | undefined
}

/** What verifies something that a code was sent to. */
export interface AttemptCodeParams {
  /** As it was sent. */
  readonly code: string
}

/** What verifies the wallet of a sign-up. */
export interface AttemptWeb3WalletParams {
  /** The signature of the verification's `message` or `nonce`, as the wallet gives it. */
  readonly signature: string
  /** The one that was prepared. */
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
