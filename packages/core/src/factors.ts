import type { FactorRecord } from './records.ts'
import type { Newer, OAuthStrategy, PhoneCodeChannel, Web3Strategy } from './strategies.ts'

/** What a strategy needs to know of an e-mail address. */
interface OfEmailAddress {
  /** The address, as far as the server shows it. */
  readonly safeIdentifier?: string | undefined
  /** What `prepareFirstFactor` takes. */
  readonly emailAddressId: string
  /** The user's primary address. */
  readonly primary?: boolean | null | undefined
}

/** What a strategy needs to know of a phone number. */
interface OfPhoneNumber {
  /** The number, as far as the server shows it. */
  readonly safeIdentifier?: string | undefined
  /** What `prepareFirstFactor` takes. */
  readonly phoneNumberId: string
  /** The user's primary number. */
  readonly primary?: boolean | null | undefined
  /** Whether it is the second factor to ask for first. */
  readonly default?: boolean | null | undefined
  /** What carries the code; the server chooses when it is absent. */
  readonly channel?: PhoneCodeChannel | null | undefined
}

/** The user has a password. */
export interface PasswordFactor {
  /** Tells factors apart. */
  readonly strategy: 'password'
}
/** A code is sent to an email address. */
export interface EmailCodeFactor extends OfEmailAddress {
  /** Tells factors apart. */
  readonly strategy: 'email_code'
}
/** A link is sent to an email address. */
export interface EmailLinkFactor extends OfEmailAddress {
  /** Tells factors apart. */
  readonly strategy: 'email_link'
}
/** A code is sent to a phone number. */
export interface PhoneCodeFactor extends OfPhoneNumber {
  /** Tells factors apart. */
  readonly strategy: 'phone_code'
}
/** A code that is sent to an email address allows a new password. */
export interface ResetPasswordEmailCodeFactor extends OfEmailAddress {
  /** Tells factors apart. */
  readonly strategy: 'reset_password_email_code'
}
/** A code that is sent to a phone number allows a new password. */
export interface ResetPasswordPhoneCodeFactor extends OfPhoneNumber {
  /** Tells factors apart. */
  readonly strategy: 'reset_password_phone_code'
}
/** A device of the user signs. */
export interface PasskeyFactor {
  /** Tells factors apart. */
  readonly strategy: 'passkey'
  /** Absent: any of the user's passkeys. */
  readonly passkeyId?: string | undefined
}
/** A wallet of the user signs. */
export interface Web3Factor {
  /** Tells factors apart, and says which wallet signs. */
  readonly strategy: Web3Strategy
  /** The wallet that signs. */
  readonly web3WalletId: string
  /** The user's primary wallet. */
  readonly primary?: boolean | null | undefined
}
/** An account at a provider. */
export interface OAuthFactor {
  /** Tells factors apart, and says which provider. */
  readonly strategy: OAuthStrategy
}
/** An account at the company's provider. */
export interface EnterpriseFactor {
  /** Tells factors apart; `saml` is what older servers say. */
  readonly strategy: 'enterprise_sso' | 'saml'
  /** Which connection of the company it is. */
  readonly enterpriseConnectionId?: string | undefined
}
/** A code of an authenticator app. */
export interface TotpFactor {
  /** Tells factors apart. */
  readonly strategy: 'totp'
}
/** One of the codes that the user has kept for this. */
export interface BackupCodeFactor {
  /** Tells factors apart. */
  readonly strategy: 'backup_code'
}

/** One of a newer server, with whatever it says of it. */
export interface NewerFactor extends Omit<FactorRecord, 'strategy'> {
  /** As the server sent it. */
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
