import type { Open } from './records.ts'

declare enum Mark {
  newer = 'a value of a newer server',
}

/**
 * A value of a newer server than these types know: any other text. The compiler takes it for a
 * value of its own, so that comparing with a known one narrows a union, and a typo is none of
 * these.
 */
export type Newer = Mark.newer

/** A provider that people sign in with by OAuth; `custom_…` is one that the instance defines. */
export type OAuthProvider =
  | 'apple'
  | 'atlassian'
  | 'bitbucket'
  | 'box'
  | 'coinbase'
  | 'discord'
  | 'dropbox'
  | 'enstall'
  | 'facebook'
  | 'github'
  | 'gitlab'
  | 'google'
  | 'hubspot'
  | 'huggingface'
  | 'instagram'
  | 'line'
  | 'linear'
  | 'linkedin'
  | 'linkedin_oidc'
  | 'microsoft'
  | 'notion'
  | 'slack'
  | 'spotify'
  | 'tiktok'
  | 'twitch'
  | 'twitter'
  | 'vercel'
  | 'x'
  | 'xero'
  | `custom_${string}`

/** Signs in at a provider: `oauth_google`. */
export type OAuthStrategy = `oauth_${OAuthProvider}`

/** The wallets that sign a message as the proof. */
export type Web3Strategy =
  | 'web3_base_signature'
  | 'web3_coinbase_wallet_signature'
  | 'web3_metamask_signature'
  | 'web3_okx_wallet_signature'
  | 'web3_solana_signature'

/** What leads to the page of a provider and back. */
export type RedirectStrategy = OAuthStrategy | 'enterprise_sso' | 'saml'

/** What a code is sent for that sets a new password. */
export type ResetPasswordStrategy = 'reset_password_email_code' | 'reset_password_phone_code'

/** What can verify a first factor. */
export type FirstFactorStrategy =
  | 'password'
  | 'email_code'
  | 'email_link'
  | 'phone_code'
  | 'passkey'
  | ResetPasswordStrategy
  | RedirectStrategy
  | Web3Strategy

/** What can verify a second factor. */
export type SecondFactorStrategy =
  | 'phone_code'
  | 'email_code'
  | 'email_link'
  | 'totp'
  | 'backup_code'

/** What a sign-in can begin with. */
export type SignInStrategy =
  | FirstFactorStrategy
  | 'ticket'
  | 'google_one_tap'
  | `oauth_token_${string}`

/** What a sign-up can begin with. */
export type SignUpStrategy =
  | RedirectStrategy
  | Web3Strategy
  | 'ticket'
  | 'google_one_tap'
  | 'phone_code'
  | `oauth_token_${string}`

/** What an identifier of a sign-up is verified by. */
export type VerificationStrategy =
  | 'email_code'
  | 'email_link'
  | 'phone_code'
  | RedirectStrategy
  | Web3Strategy

/** How a code travels to a phone. */
export type PhoneCodeChannel = Open<'sms' | 'whatsapp'>
