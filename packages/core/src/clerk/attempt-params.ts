import type { OAuthStrategy, Strategy, Web3Strategy } from './factors.ts'

/** What begins a sign-in; without a strategy the server decides what comes next. */
export interface SignInCreateParams {
  strategy?: Strategy | undefined
  identifier?: string | undefined
  password?: string | undefined
  ticket?: string | undefined
  token?: string | undefined
  code?: string | undefined
  transfer?: boolean | undefined
  redirectUrl?: string | undefined
  actionCompleteRedirectUrl?: string | undefined
  oidcPrompt?: string | undefined
  oidcLoginHint?: string | undefined
  enterpriseConnectionId?: string | undefined
  signUpIfMissing?: boolean | undefined
  locale?: string | undefined
}

/** What has a proof of the first factor sent or begun. */
export interface PrepareFirstFactorParams {
  strategy: Strategy
  emailAddressId?: string | undefined
  phoneNumberId?: string | undefined
  web3WalletId?: string | undefined
  enterpriseConnectionId?: string | undefined
  channel?: string | undefined
  redirectUrl?: string | undefined
  actionCompleteRedirectUrl?: string | undefined
}

/** A strategy and its proof. */
export interface AttemptFirstFactorParams {
  strategy: Strategy
  code?: string | undefined
  password?: string | undefined
  signature?: string | undefined
  publicKeyCredential?: string | undefined
}

export interface PrepareSecondFactorParams {
  strategy: 'phone_code' | 'email_code' | 'email_link' | 'passkey'
  phoneNumberId?: string | undefined
  emailAddressId?: string | undefined
  redirectUrl?: string | undefined
}

export type AttemptSecondFactorParams =
  | { strategy: 'phone_code' | 'email_code' | 'totp' | 'backup_code'; code: string }
  | { strategy: 'passkey'; publicKeyCredential: string }

export interface ResetPasswordParams {
  password: string
  signOutOfOtherSessions?: boolean | undefined
}

/** A provider, and the two addresses that it leads back to: whole URLs, or paths of this page. */
export interface AuthenticateWithRedirectParams {
  strategy: OAuthStrategy | 'enterprise_sso'
  redirectUrl: string
  redirectUrlComplete: string
  identifier?: string | undefined
  emailAddress?: string | undefined
  continueSignIn?: boolean | undefined
  continueSignUp?: boolean | undefined
  legalAccepted?: boolean | undefined
  oidcPrompt?: string | undefined
  enterpriseConnectionId?: string | undefined
  unsafeMetadata?: Record<string, unknown> | undefined
}

/** What a sign-up may be given; `missingFields` tells what is left. */
export interface SignUpParams {
  strategy?: Strategy | undefined
  emailAddress?: string | undefined
  phoneNumber?: string | undefined
  emailAddressOrPhoneNumber?: string | undefined
  web3Wallet?: string | undefined
  username?: string | undefined
  password?: string | undefined
  firstName?: string | undefined
  lastName?: string | undefined
  ticket?: string | undefined
  token?: string | undefined
  transfer?: boolean | undefined
  legalAccepted?: boolean | undefined
  unsafeMetadata?: Record<string, unknown> | undefined
  locale?: string | undefined
  redirectUrl?: string | undefined
  actionCompleteRedirectUrl?: string | undefined
  oidcPrompt?: string | undefined
  oidcLoginHint?: string | undefined
}

export interface PrepareVerificationParams {
  strategy: Strategy
  redirectUrl?: string | undefined
  actionCompleteRedirectUrl?: string | undefined
  channel?: string | undefined
}

export interface AttemptVerificationParams {
  strategy: Strategy
  code?: string | undefined
  signature?: string | undefined
}

/** A wallet, by the strategy that it signs for. */
export interface Web3Params {
  strategy: Web3Strategy
}

/** What people may say about themselves when they sign up. */
export interface SignUpAbout {
  firstName?: string | undefined
  lastName?: string | undefined
  unsafeMetadata?: Record<string, unknown> | undefined
  legalAccepted?: boolean | undefined
  locale?: string | undefined
}
