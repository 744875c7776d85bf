import type { VerificationRecord } from '../records.ts'
import { type Verification, viewVerification } from '../view/verification-view.ts'
import type { VerificationResource } from './factors.ts'

/** A verification under Clerk's names. */
export const toVerification = (
  record: VerificationRecord | null | undefined,
): VerificationResource => withSameClient(viewVerification(record))

/** The same of a verification as the store shows it. */
export const withSameClient = (shown: Verification | null): VerificationResource => {
  const view = shown ?? viewVerification(null)
  return {
    ...view,
    // as: Clerk's types do not say that a newer server may send other ones
    status: view.status as VerificationResource['status'],
    error: view.error && { ...view.error },
    verifiedFromTheSameClient: () => view.verifiedAtClient !== null,
  }
}

/** What the address of this page says of a link that led here. */
export interface EmailLinkVerification {
  status: 'verified' | 'expired' | 'failed' | 'client_mismatch'
  createdSessionId: string
  verifiedFromTheSameClient: boolean
}
