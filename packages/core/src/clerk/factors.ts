import type { ClerkAPIError } from './errors.ts'

/** A provider that signs people in, such as `oauth_google`. */
export type OAuthStrategy = `oauth_${string}`

/** A wallet that signs a message, such as `web3_metamask_signature`. */
export type Web3Strategy = `web3_${string}_signature`

/** Any way to prove who somebody is. */
export type Strategy =
  | 'password'
  | 'email_code'
  | 'email_link'
  | 'phone_code'
  | 'passkey'
  | 'ticket'
  | 'totp'
  | 'backup_code'
  | 'reset_password_email_code'
  | 'reset_password_phone_code'
  | 'enterprise_sso'
  | 'google_one_tap'
  | OAuthStrategy
  | Web3Strategy

interface EmailFactor<Name extends string> {
  /** Tells factors apart. */
  strategy: Name
  /** What `prepareFirstFactor` is given. */
  emailAddressId: string
  /** The address with most of its letters hidden. */
  safeIdentifier: string
  /** The user's primary address. */
  primary?: boolean
}

interface PhoneFactor<Name extends string> {
  /** Tells factors apart. */
  strategy: Name
  /** What `prepareFirstFactor` is given. */
  phoneNumberId: string
  /** The number with most of its digits hidden. */
  safeIdentifier: string
  /** The user's primary number. */
  primary?: boolean
  /** The number that codes are sent to where none is chosen. */
  default?: boolean
  /** `sms` or `whatsapp`; the server chooses when it is absent. */
  channel?: string
}

/** One way to pass the first factor; `strategy` tells which members there are. */
export type SignInFirstFactor =
  | EmailFactor<'email_code'>
  | EmailFactor<'email_link'>
  | EmailFactor<'reset_password_email_code'>
  | PhoneFactor<'phone_code'>
  | PhoneFactor<'reset_password_phone_code'>
  | { strategy: 'password' }
  | { strategy: 'passkey' }
  | { strategy: 'enterprise_sso'; enterpriseConnectionId?: string }
  | { strategy: Web3Strategy; web3WalletId: string; primary?: boolean }
  | { strategy: OAuthStrategy }

/** One way to pass the second factor. */
export type SignInSecondFactor =
  | PhoneFactor<'phone_code'>
  | EmailFactor<'email_code'>
  | EmailFactor<'email_link'>
  | { strategy: 'totp' }
  | { strategy: 'backup_code' }
  | { strategy: 'passkey' }

/** How far a proof has come. */
export interface VerificationResource {
  /** `null` while nothing was prepared. */
  status: 'unverified' | 'verified' | 'transferable' | 'failed' | 'expired' | null
  /** Which way it is verified; `null` while nothing was prepared. */
  strategy: string | null
  /** How many were made; `null` while nothing was prepared. */
  attempts: number | null
  /** `null` for what does not expire, or was not prepared. */
  expireAt: Date | null
  /** What a passkey or a wallet has to sign. */
  nonce: string | null
  /** Text for a wallet to sign, in place of the nonce. */
  message: string | null
  /** Why it failed; `null` while it has not. */
  error: ClerkAPIError | null
  /** Where a browser has to go to verify it; `null` for what needs no page. */
  externalVerificationRedirectURL: URL | null
  /** The client that opened the link, by its id. */
  verifiedAtClient: string | null
  /** True when it was verified in this browser. */
  verifiedFromTheSameClient: () => boolean
}
