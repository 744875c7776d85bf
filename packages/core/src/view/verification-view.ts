import type { ErrorItem, VerificationRecord, VerificationStatus } from '../records.ts'

/** How far the proof of one identifier or factor has come. */
export interface Verification {
  /** `null` while nothing was prepared. */
  readonly status: VerificationStatus | null
  /** Which way it is verified. */
  readonly strategy: string | null
  /** How many were made; `null` where they are not counted. */
  readonly attempts: number | null
  /** `null` for what does not expire or is not told. */
  readonly expireAt: Date | null
  /** What a passkey or a wallet has to sign. */
  readonly nonce: string | null
  /** Text for a wallet to sign, in place of the nonce. */
  readonly message: string | null
  /** Why it failed; `null` while it has not. */
  readonly error: ErrorItem | null
  /** Where a browser has to go to verify it; `null` for what needs no page. */
  readonly externalVerificationRedirectURL: URL | null
  /** The client that opened the link, by its id. */
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
