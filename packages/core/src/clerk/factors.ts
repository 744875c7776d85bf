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
  strategy: Name
  emailAddressId: string
  safeIdentifier: string
  primary?: boolean
}

interface PhoneFactor<Name extends string> {
  strategy: Name
  phoneNumberId: string
  safeIdentifier: string
  primary?: boolean
  default?: boolean
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

/** How far a proof has come. */
export interface VerificationResource {
  status: 'unverified' | 'verified' | 'transferable' | 'failed' | 'expired' | null
  strategy: string | null
  attempts: number | null
  expireAt: Date | null
  nonce: string | null
  message: string | null
  error: ClerkAPIError | null
  externalVerificationRedirectURL: URL | null
  verifiedAtClient: string | null
  /** True when it was verified in this browser. */
  verifiedFromTheSameClient: () => boolean
}
