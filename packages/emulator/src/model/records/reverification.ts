import type { VerificationRecord } from './verification.ts'

export type ReverificationLevel = 'first_factor' | 'second_factor' | 'multi_factor'

/** That the user of a session proves once more who it is. The id is that of the session. */
export interface ReverificationRecord {
  id: string
  userId: string
  level: ReverificationLevel
  status: 'needs_first_factor' | 'needs_second_factor' | 'complete'
  firstFactorVerification: VerificationRecord | null
  secondFactorVerification: VerificationRecord | null
}
