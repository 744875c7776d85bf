import type { ApiFault } from '../../lib/api-error.ts'

export type VerificationStatus = 'unverified' | 'verified' | 'failed' | 'expired' | 'transferable'

/** How the caller of an attempt proved who it is: section 7. */
export type Mode = 'cookie' | 'dev-browser' | 'native'

/** A way out of the app and back: an email link, or a provider's page. */
export interface Detour {
  /** Where it leads back. */
  redirectUrl: string
  /** Where it leads back instead when the attempt is complete. */
  completeUrl: string | null
  /** The page of the provider; `null` for a link. */
  externalUrl: string | null
  /** What a provider is asked to allow, as names with blanks between them. */
  scopes: string
  mode: Mode
}

/** A challenge to prove something, once. `code` is the secret; it is never serialised. */
export interface VerificationRecord {
  /** Which way it is verified. */
  strategy: string
  /** As the Frontend API tells it. */
  status: VerificationStatus
  /** Wrong ones so far; `null` where they are not counted. */
  attempts: number | null
  /** Epoch milliseconds; `null` for what does not expire. */
  expireAt: number | null
  /**
   * What proves it: the digits that were sent, the secret part of a link or of a provider's
   * `state`.
   */
  code: string | null
  sentAt: number | null
  /**
   * The id of what is proven, such as an email address; `null` when it is pretended or has no id.
   */
  identificationId: string | null
  /** What a device has to sign: WebAuthn options, or a wallet's nonce. */
  nonce: string | null
  message: string | null
  detour: Detour | null
  /** The client that opened the link. */
  verifiedAtClient: string | null
  error: ApiFault | null
}
