import { findStrategy } from '../domain/factors/strategies.ts'
import type { VerificationRecord } from '../model/records/verification.ts'

/** What the JSON of a verification is called, by how it was verified. */
export const verificationObjectOf = (strategy: string): string => {
  if (strategy === 'admin') return 'verification_admin'
  if (strategy.startsWith('from_')) return 'verification_from_oauth'
  return findStrategy(strategy)?.object ?? 'verification_otp'
}

/** A verification in an attempt or an identification: never with its code. */
export const toVerificationJson = (verification: VerificationRecord | null) =>
  verification && {
    object: verificationObjectOf(verification.strategy),
    status: verification.status,
    strategy: verification.strategy,
    attempts: verification.attempts,
    expire_at: verification.expireAt,
    ...findStrategy(verification.strategy)?.particularsOf?.(verification),
  }
