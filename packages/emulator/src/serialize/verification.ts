import type { VerificationRecord } from '../database.ts'

const objectOf = (strategy: string): string => (strategy === 'password' ? 'verification_password' : 'verification_otp')

/** A verification as section 3.7 has it: never with its code. */
export const toVerificationJson = (verification: VerificationRecord | null) =>
  verification && {
    object: objectOf(verification.strategy),
    status: verification.status,
    strategy: verification.strategy,
    attempts: verification.attempts,
    expire_at: verification.expireAt,
  }
