import type { ErrorItem, VerificationRecord, VerificationStatus } from '../records.ts'

/** How far the proof of one identifier or factor has come. */
export interface Verification {
  readonly status: VerificationStatus | null
  readonly strategy: string | null
  readonly attempts: number | null
  readonly expireAt: Date | null
  readonly nonce: string | null
  readonly message: string | null
  readonly error: ErrorItem | null
  readonly externalVerificationRedirectURL: URL | null
  readonly verifiedAtClient: string | null
  /** Sign-up only: `needs_prepare`, `needs_attempt` or empty. */
  readonly nextAction: string
  /** Sign-up only. */
  readonly supportedStrategies: readonly string[]
}

const toUrl = (text: string | null | undefined): URL | null => {
  try {
    return text ? new URL(text) : null
  } catch {
    return null
  }
}

export const viewVerification = (record: VerificationRecord | null | undefined): Verification => {
  const given: Partial<VerificationRecord> = record ?? {}
  const { externalVerificationRedirectUrl, expireAt, ...rest } = given
  return {
    status: null,
    strategy: null,
    attempts: null,
    nonce: null,
    message: null,
    error: null,
    verifiedAtClient: null,
    ...rest,
    expireAt: expireAt ? new Date(expireAt) : null,
    externalVerificationRedirectURL: toUrl(externalVerificationRedirectUrl),
    nextAction: rest.nextAction ?? '',
    supportedStrategies: rest.supportedStrategies ?? [],
  }
}
