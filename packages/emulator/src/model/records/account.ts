import type { VerificationRecord } from './verification.ts'

/**
 * A verification of an email address or phone number that a user has already; the id is that of the
 * address or number.
 */
export interface IdentificationVerificationRecord {
  id: string
  userId: string
  /** The client that asked for it. */
  clientId: string
  verification: VerificationRecord
}

/** An authenticator app that is not proven yet. */
export interface PendingTotpRecord {
  id: string
  userId: string
  /** base32. */
  secret: string
  createdAt: number
}
