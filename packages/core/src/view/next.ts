import type {
  ErrorItem,
  FactorRecord,
  SignInRecord,
  SignUpRecord,
  VerificationRecord,
} from '../records.ts'
import { remainingCooldown } from '../selectors/verification.ts'
import type { Time } from '../time/time.ts'

/** What was prepared and waits for its proof. */
export interface Pending {
  readonly strategy: string
  /** When it may be sent again; `null` for what is not sent. */
  readonly cooldownUntil: Date | null
  readonly expireAt: Date | null
  /** Where a browser has to go to prove it. */
  readonly redirectUrl: string | null
}

/**
 * What an attempt needs next: all that a form has to know. `unsupported` is a status of a newer
 * server, as it came.
 */
export type Next =
  | { readonly kind: 'start'; readonly fields: readonly string[] }
  | {
      readonly kind: 'first_factor' | 'second_factor' | 'client_trust'
      readonly factors: readonly FactorRecord[]
      readonly pending: Pending | null
    }
  | { readonly kind: 'new_password'; readonly fields: readonly ['password'] }
  | {
      readonly kind: 'fields'
      readonly fields: readonly string[]
      readonly optional: readonly string[]
    }
  | {
      readonly kind: 'verify'
      readonly field: string
      readonly strategies: readonly string[]
      readonly pending: Pending | null
    }
  | {
      readonly kind: 'transfer'
      readonly to: 'signIn' | 'signUp'
      readonly error: ErrorItem | null
    }
  | { readonly kind: 'complete'; readonly sessionId: string | null }
  | { readonly kind: 'unsupported'; readonly status: string }

const toDate = (ms: number | null): Date | null => (ms === null ? null : new Date(ms))

/** When what was sent for a verification may be sent again. */
export type Cooldown = (verification: VerificationRecord) => Date | null

/**
 * By the clock of this machine, since that is what a form counts down by: when it was sent here as
 * that was measured, otherwise as the server's clock says.
 */
export const createCooldown =
  (time: Time, resendAt: number | null): Cooldown =>
  verification => {
    if (resendAt !== null) return new Date(resendAt)
    const remaining = remainingCooldown(verification, time.server())
    return remaining > 0 ? new Date(time.wall() + remaining) : null
  }

const toPending = (
  verification: VerificationRecord | null | undefined,
  cooldown: Cooldown,
): Pending | null =>
  verification?.status === 'unverified' && verification.strategy !== null
    ? {
        strategy: verification.strategy,
        cooldownUntil: cooldown(verification),
        expireAt: toDate(verification.expireAt),
        redirectUrl: verification.externalVerificationRedirectUrl,
      }
    : null

/** Derived from the record, so that a reloaded page shows the same step. */
export const nextOfSignIn = (record: SignInRecord | null, cooldown: Cooldown): Next => {
  if (!record || record.status === 'abandoned') return { kind: 'start', fields: ['identifier'] }
  const { status, firstFactorVerification: first, secondFactorVerification: second } = record
  if (first?.status === 'transferable')
    return { kind: 'transfer', to: 'signUp', error: first.error }
  const factors = record.supportedSecondFactors ?? []
  switch (status) {
    case 'complete':
      return { kind: 'complete', sessionId: record.createdSessionId }
    case 'needs_identifier':
      return { kind: 'start', fields: ['identifier'] }
    case 'needs_first_factor':
      return {
        kind: 'first_factor',
        factors: record.supportedFirstFactors ?? [],
        pending: toPending(first, cooldown),
      }
    case 'needs_second_factor':
      return { kind: 'second_factor', factors, pending: toPending(second, cooldown) }
    case 'needs_client_trust':
      return { kind: 'client_trust', factors, pending: toPending(second, cooldown) }
    case 'needs_new_password':
      return { kind: 'new_password', fields: ['password'] }
    default:
      return { kind: 'unsupported', status }
  }
}

const verificationOf = (
  { verifications }: SignUpRecord,
  field: string,
): VerificationRecord | null | undefined => {
  if (field === 'email_address') return verifications?.emailAddress
  if (field === 'phone_number') return verifications?.phoneNumber
  return field === 'web3_wallet' ? verifications?.web3Wallet : verifications?.externalAccount
}

/** Derived from the record, so that a reloaded page shows the same step. */
export const nextOfSignUp = (record: SignUpRecord | null, cooldown: Cooldown): Next => {
  if (!record || record.status === 'abandoned')
    return { kind: 'start', fields: ['email_address', 'password'] }
  const { status, missingFields: fields, optionalFields: optional, unverifiedFields } = record
  const external = record.verifications?.externalAccount
  if (external?.status === 'transferable')
    return { kind: 'transfer', to: 'signIn', error: external.error }
  if (status === 'complete') return { kind: 'complete', sessionId: record.createdSessionId }
  if (status !== 'missing_requirements') return { kind: 'unsupported', status }
  if (fields.length > 0) return { kind: 'fields', fields, optional }
  const [field] = unverifiedFields
  if (field === undefined) return { kind: 'unsupported', status }
  const verification = verificationOf(record, field)
  const pending =
    verification?.nextAction === 'needs_prepare' ? null : toPending(verification, cooldown)
  return { kind: 'verify', field, strategies: verification?.supportedStrategies ?? [], pending }
}
