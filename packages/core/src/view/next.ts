import type { FirstFactor, SecondFactor } from '../factors.ts'
import { type SignUpField, toFieldName, toFieldNames } from '../field-names.ts'
import type {
  ErrorItem,
  FactorRecord,
  SignInRecord,
  SignUpRecord,
  VerificationRecord,
} from '../records.ts'
import { remainingCooldown } from '../selectors/verification.ts'
import type { Newer, VerificationStrategy } from '../strategies.ts'
import type { Time } from '../time/time.ts'

/** What was prepared and waits for its proof. */
export interface Pending<Strategy extends string = string> {
  /** What was prepared. */
  readonly strategy: Strategy
  /** When it may be sent again; `null` for what is not sent. */
  readonly cooldownUntil: Date | null
  /** `null` for what does not expire or is not told. */
  readonly expireAt: Date | null
  /** Where a browser has to go to prove it. */
  readonly redirectUrl: string | null
}

/** Nothing is begun. */
interface Start<Field extends string> {
  /** Tells what is next apart. */
  readonly kind: 'start'
  /**
   * What most instances begin with: only the answer to a first action says what this one asks for,
   * such as that to `signUp.create({})`.
   */
  readonly fields: readonly Field[]
}

interface Factors<Kind extends string, Factor> {
  /** Tells what is next apart. */
  readonly kind: Kind
  /** What the user can choose from. */
  readonly factors: readonly Factor[]
  /** What was prepared and waits for its proof; `null` when nothing was. */
  readonly pending: Pending<StrategyOf<Factor>> | null
}

type StrategyOf<Factor> = Factor extends { readonly strategy: infer Strategy extends string }
  ? Strategy
  : never

interface Transfer<To extends string> {
  /** Tells what is next apart. */
  readonly kind: 'transfer'
  /** The attempt that goes on with it. */
  readonly to: To
  /** Why the account was not found, or exists already. */
  readonly error: ErrorItem | null
}

interface Complete {
  /** Tells what is next apart. */
  readonly kind: 'complete'
  /** What to make active. */
  readonly sessionId: string | null
}

interface Unsupported {
  /** Tells what is next apart. */
  readonly kind: 'unsupported'
  /** As the server sent it. */
  readonly status: string
}

/**
 * What a sign-in needs next: all that a form has to know. `unsupported` is a status of a newer
 * server, as it came.
 */
export type SignInNext =
  | Start<'identifier'>
  | Factors<'first_factor', FirstFactor>
  | Factors<'second_factor', SecondFactor>
  | Factors<'client_trust', SecondFactor>
  | { readonly kind: 'new_password'; readonly fields: readonly ['password'] }
  | Transfer<'signUp'>
  | Complete
  | Unsupported

/**
 * What a sign-up needs next: all that a form has to know. `unsupported` is a status of a newer
 * server, as it came.
 */
export type SignUpNext =
  | Start<SignUpField>
  | {
      readonly kind: 'fields'
      readonly fields: readonly SignUpField[]
      readonly optional: readonly SignUpField[]
    }
  | {
      readonly kind: 'verify'
      readonly field: SignUpField
      readonly strategies: readonly (VerificationStrategy | Newer)[]
      readonly pending: Pending<VerificationStrategy | Newer> | null
    }
  | Transfer<'signIn'>
  | Complete
  | Unsupported

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

const toPending = <Strategy extends string>(
  verification: VerificationRecord | null | undefined,
  cooldown: Cooldown,
): Pending<Strategy> | null =>
  verification?.status === 'unverified' && verification.strategy !== null
    ? {
        strategy: verification.strategy as Strategy, // as: known ones and newer ones are all text
        cooldownUntil: cooldown(verification),
        expireAt: toDate(verification.expireAt),
        redirectUrl: verification.externalVerificationRedirectUrl,
      }
    : null

/** Factors of a record as views type them. */
export const toFactors = <Factor>(records: readonly FactorRecord[] | null) =>
  records as readonly Factor[] | null // as: whatever is no known one is a `NewerFactor`

/** Derived from the record, so that a reloaded page shows the same step. */
export const nextOfSignIn = (record: SignInRecord | null, cooldown: Cooldown): SignInNext => {
  if (!record || record.status === 'abandoned') return { kind: 'start', fields: ['identifier'] }
  const { status, firstFactorVerification: first, secondFactorVerification: second } = record
  if (first?.status === 'transferable')
    return { kind: 'transfer', to: 'signUp', error: first.error }
  const factors = toFactors<SecondFactor>(record.supportedSecondFactors) ?? []
  switch (status) {
    case 'complete':
      return { kind: 'complete', sessionId: record.createdSessionId }
    case 'needs_identifier':
      return { kind: 'start', fields: ['identifier'] }
    case 'needs_first_factor':
      return {
        kind: 'first_factor',
        factors: toFactors<FirstFactor>(record.supportedFirstFactors) ?? [],
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
export const nextOfSignUp = (record: SignUpRecord | null, cooldown: Cooldown): SignUpNext => {
  if (!record || record.status === 'abandoned')
    return { kind: 'start', fields: ['emailAddress', 'password'] }
  const { status, missingFields, optionalFields, unverifiedFields } = record
  const external = record.verifications?.externalAccount
  if (external?.status === 'transferable')
    return { kind: 'transfer', to: 'signIn', error: external.error }
  if (status === 'complete') return { kind: 'complete', sessionId: record.createdSessionId }
  if (status !== 'missing_requirements') return { kind: 'unsupported', status }
  if (missingFields.length > 0)
    return {
      kind: 'fields',
      fields: toFieldNames(missingFields),
      optional: toFieldNames(optionalFields),
    }
  const [field] = unverifiedFields
  if (field === undefined) return { kind: 'unsupported', status }
  const verification = verificationOf(record, field)
  const isPrepared = verification?.nextAction !== 'needs_prepare'
  const pending = isPrepared
    ? toPending<VerificationStrategy | Newer>(verification, cooldown)
    : null
  // as: known ones and newer ones are all text
  const strategies = (verification?.supportedStrategies ?? []) as readonly VerificationStrategy[]
  return { kind: 'verify', field: toFieldName(field), strategies, pending }
}
