import type { FactorRecord } from './records.ts'
import type { Newer, OAuthStrategy, PhoneCodeChannel, Web3Strategy } from './strategies.ts'

/** What a strategy needs to know of an e-mail address. */
interface OfEmailAddress {
  /** The address, as far as the server shows it. */
  readonly safeIdentifier?: string | undefined
  readonly emailAddressId: string
  readonly primary?: boolean | null | undefined
}

/** What a strategy needs to know of a phone number. */
interface OfPhoneNumber {
  /** The number, as far as the server shows it. */
  readonly safeIdentifier?: string | undefined
  readonly phoneNumberId: string
  readonly primary?: boolean | null | undefined
  /** Whether it is the second factor to ask for first. */
  readonly default?: boolean | null | undefined
  readonly channel?: PhoneCodeChannel | null | undefined
}

export interface PasswordFactor {
  readonly strategy: 'password'
}
export interface EmailCodeFactor extends OfEmailAddress {
  readonly strategy: 'email_code'
}
export interface EmailLinkFactor extends OfEmailAddress {
  readonly strategy: 'email_link'
}
export interface PhoneCodeFactor extends OfPhoneNumber {
  readonly strategy: 'phone_code'
}
export interface ResetPasswordEmailCodeFactor extends OfEmailAddress {
  readonly strategy: 'reset_password_email_code'
}
export interface ResetPasswordPhoneCodeFactor extends OfPhoneNumber {
  readonly strategy: 'reset_password_phone_code'
}
export interface PasskeyFactor {
  readonly strategy: 'passkey'
  readonly passkeyId?: string | undefined
}
export interface Web3Factor {
  readonly strategy: Web3Strategy
  readonly web3WalletId: string
  readonly primary?: boolean | null | undefined
}
export interface OAuthFactor {
  readonly strategy: OAuthStrategy
}
export interface EnterpriseFactor {
  readonly strategy: 'enterprise_sso' | 'saml'
  readonly enterpriseConnectionId?: string | undefined
}
export interface TotpFactor {
  readonly strategy: 'totp'
}
export interface BackupCodeFactor {
  readonly strategy: 'backup_code'
}

/** One of a newer server, with whatever it says of it. */
export interface NewerFactor extends Omit<FactorRecord, 'strategy'> {
  readonly strategy: Newer
}

/** One way to pass the first factor: `strategy` tells which. */
export type FirstFactor =
  | PasswordFactor
  | EmailCodeFactor
  | EmailLinkFactor
  | PhoneCodeFactor
  | ResetPasswordEmailCodeFactor
  | ResetPasswordPhoneCodeFactor
  | PasskeyFactor
  | Web3Factor
  | OAuthFactor
  | EnterpriseFactor
  | NewerFactor

/** One way to pass the second factor: `strategy` tells which. */
export type SecondFactor =
  | PhoneCodeFactor
  | EmailCodeFactor
  | EmailLinkFactor
  | TotpFactor
  | BackupCodeFactor
  | NewerFactor
