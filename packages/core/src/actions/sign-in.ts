import type { EmailLinkFactor, FirstFactor, SecondFactor } from '../factors.ts'
import type {
  Newer,
  RedirectStrategy,
  ResetPasswordStrategy,
  SignInStrategy,
  Web3Strategy,
} from '../strategies.ts'
import type { AttemptActions } from './action-table.ts'

/**
 * Without a strategy the server decides what comes next from what was given. A name that is not
 * listed is no type, and is sent all the same: a newer server may know it.
 */
export interface SignInCreateParams {
  /** How to sign in; left out, the factors of the identifier are offered. */
  readonly strategy?: SignInStrategy | Newer | undefined
  /** Email address, phone number (E.164), username or wallet address. */
  readonly identifier?: string | undefined
  /** Sent with the identifier, it verifies the first factor in the same request. */
  readonly password?: string | undefined
  /** For `ticket`: from an invitation or a sign-in token. */
  readonly ticket?: string | undefined
  /** Of a provider that signs its tokens: `google_one_tap`, `oauth_token_…`. */
  readonly token?: string | undefined
  /** For `oauth_token_…`: the authorization code of the provider. */
  readonly code?: string | undefined
  /** Continues a sign-up whose account already exists. */
  readonly transfer?: boolean | undefined
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
  /** An identifier that no account has leads on to a sign-up instead of an error. */
  readonly signUpIfMissing?: boolean | undefined
  /** BCP 47 tag for messages that the server sends. */
  readonly locale?: string | undefined
}

/** Where a link or a provider leads to. */
interface ReturnUrls {
  /** Absolute address that a provider or a link leads back to. */
  readonly redirectUrl: string
  /** Absolute address to go to once everything is done. */
  readonly actionCompleteRedirectUrl?: string | undefined
}

/** An address or a number may be left out where the server knows of one only. */
type WithoutIds<Factor> = Factor extends unknown
  ? Omit<Factor, 'emailAddressId' | 'phoneNumberId'> & {
      readonly [Id in Extract<keyof Factor, 'emailAddressId' | 'phoneNumberId'>]?:
        | Factor[Id]
        | undefined
    }
  : never

/** What is typed at once is not prepared; what leads elsewhere needs to know where from there. */
type Sent<Factor> = WithoutIds<
  Exclude<
    Factor,
    { readonly strategy: 'password' | 'totp' | 'backup_code' | 'email_link' | RedirectStrategy }
  >
>
type SentLink = WithoutIds<EmailLinkFactor> & ReturnUrls

/** A factor as `supportedFirstFactors` has it, or as much of one as the strategy needs. */
export type PrepareFirstFactorParams =
  | Sent<FirstFactor>
  | SentLink
  | (ReturnUrls & {
      readonly strategy: RedirectStrategy
      readonly oidcPrompt?: string | undefined
      readonly enterpriseConnectionId?: string | undefined
    })

/** `strategy` and its proof. */
export type AttemptFirstFactorParams =
  | { readonly strategy: 'password'; readonly password: string }
  | {
      readonly strategy: 'email_code' | 'phone_code' | ResetPasswordStrategy
      readonly code: string
    }
  /** `signature` is the wallet's, over the message in the verification. */
  | { readonly strategy: Web3Strategy; readonly signature: string }
  /** `publicKeyCredential` is JSON text. */
  | { readonly strategy: 'passkey'; readonly publicKeyCredential: string }
  | {
      readonly strategy: Newer
      readonly code?: string | undefined
      readonly password?: string | undefined
      readonly signature?: string | undefined
    }

/** A factor as `supportedSecondFactors` has it, or as much of one as the strategy needs. */
export type PrepareSecondFactorParams = Sent<SecondFactor> | SentLink

/** `strategy`, and the code. */
export interface AttemptSecondFactorParams {
  /** One of `supportedSecondFactors`. */
  readonly strategy: 'phone_code' | 'email_code' | 'totp' | 'backup_code' | Newer
  /** As it was sent, as the authenticator app shows it, or a backup code. */
  readonly code: string
}

/** What sets a new password in a sign-in that asks for one. */
export interface ResetPasswordParams {
  /** The new one. */
  readonly password: string
  /** Ends the sessions of the user on other devices. */
  readonly signOutOfOtherSessions?: boolean | undefined
}

/**
 * What a sign-in can do, and in which statuses: views, forms and the chart derive from it. Without
 * spreads, which bundlers take for effects: a form for signing up would bring this table along.
 */
export const signInActions = {
  create: { type: 'create', from: 'any' },
  prepareFirstFactor: { type: 'prepare', from: 'first' },
  attemptFirstFactor: { type: 'act', from: 'first' },
  prepareSecondFactor: { type: 'prepare', from: 'second' },
  attemptSecondFactor: { type: 'act', from: 'second' },
  resetPassword: { type: 'act', from: 'reset' },
  reload: { type: 'reload', from: 'readable' },
  authenticateWithRedirect: { type: 'redirect' },
} as const satisfies AttemptActions
