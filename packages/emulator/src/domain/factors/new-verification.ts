import type { VerificationRecord } from '../../model/records/verification.ts'

/** A verification of `strategy` with what is particular to it; nothing proven yet. */
export const newVerification = (
  strategy: string,
  own: Partial<VerificationRecord> = {},
): VerificationRecord => ({
  strategy,
  status: 'unverified',
  attempts: 0,
  expireAt: null,
  code: null,
  sentAt: null,
  identificationId: null,
  nonce: null,
  message: null,
  redirect: null,
  verifiedAtClient: null,
  error: null,
  ...own,
})

/** One that is proven as it is made: a password, a code from an app, a ticket. */
export const verifiedBy = (strategy: string): VerificationRecord =>
  newVerification(strategy, { status: 'verified', attempts: 1 })
