import { expireDueOfAll } from '../domain/expire-due.ts'
import { type ListOptions, pageOf } from '../lib/list-page.ts'
import type { Instance } from '../model/instance.ts'
import type { SignInRecord } from '../model/records/sign-in.ts'
import type { SignUpRecord } from '../model/records/sign-up.ts'
import type { VerificationRecord } from '../model/records/verification.ts'
import { toSignInJson } from '../serialize/sign-in.ts'
import { toSignUpJson } from '../serialize/sign-up.ts'

/** Something to be proven, without what proves it. */
export type EmulatedVerification = Readonly<
  Pick<VerificationRecord, 'strategy' | 'status' | 'attempts' | 'expireAt'> & { of: string }
>

/** A sign-in or a sign-up as the instance knows it; times are epoch milliseconds. */
export interface EmulatedAttempt {
  /** `sia_…` or `sua_…`. */
  readonly id: string
  /** Which of the two it is. */
  readonly kind: 'sign-in' | 'sign-up'
  /** The client it belongs to. */
  readonly clientId: string
  /** As the Frontend API tells it. */
  readonly status: string
  /** What was typed first; `null` when nothing was. */
  readonly identifier: string | null
  /**
   * What can be done next: the strategies of factors, or the fields that are missing or not
   * verified.
   */
  readonly next: readonly string[]
  /** Those that were prepared. */
  readonly verifications: readonly EmulatedVerification[]
  /** `null` until it is complete. */
  readonly createdSessionId: string | null
  /** Epoch milliseconds. */
  readonly createdAt: number
  /** Epoch milliseconds; when it cannot go on any more. */
  readonly abandonAt: number
}

/** The sign-ins and sign-ups of the instance. */
export interface AttemptControl {
  /** All attempts, those that are over included, in order of creation. */
  list(options?: ListOptions): readonly EmulatedAttempt[]
}

const toVerifications = (
  records: Readonly<Record<string, VerificationRecord | null>>,
): EmulatedVerification[] =>
  Object.entries(records).flatMap(([of, record]) => {
    if (!record) return []
    const { strategy, status, attempts, expireAt } = record
    return [{ of, strategy, status, attempts, expireAt }]
  })

const common = ({
  id,
  clientId,
  status,
  createdSessionId,
  createdAt,
  abandonAt,
}: SignInRecord | SignUpRecord) => ({
  id,
  clientId,
  status,
  createdSessionId,
  createdAt,
  abandonAt,
})

const ofSignIn = (instance: Instance, signIn: SignInRecord): EmulatedAttempt => {
  const { supported_first_factors, supported_second_factors } = toSignInJson(instance, signIn)
  const factors = [...(supported_first_factors ?? []), ...(supported_second_factors ?? [])]
  const { identifier, firstFactorVerification: first, secondFactorVerification: second } = signIn
  return {
    ...common(signIn),
    kind: 'sign-in',
    identifier,
    next: [...new Set(factors.map(({ strategy }) => strategy))],
    verifications: toVerifications({ 'first factor': first, 'second factor': second }),
  }
}

const ofSignUp = (instance: Instance, signUp: SignUpRecord): EmulatedAttempt => {
  const { missing_fields, unverified_fields } = toSignUpJson(instance, signUp)
  const { emailVerification, phoneVerification, web3Verification, externalVerification } = signUp
  const isOpen = signUp.status === 'missing_requirements'
  return {
    ...common(signUp),
    kind: 'sign-up',
    identifier: signUp.emailAddress ?? signUp.phoneNumber ?? signUp.username ?? signUp.web3Wallet,
    next: isOpen ? [...new Set([...missing_fields, ...unverified_fields])] : [],
    verifications: toVerifications({
      'email address': emailVerification,
      'phone number': phoneVerification,
      wallet: web3Verification,
      provider: externalVerification,
    }),
  }
}

export const createAttemptControl = (instance: Instance): AttemptControl => ({
  list: options => {
    expireDueOfAll(instance)
    const { signIns, signUps } = instance.database
    // The newest of both are among the newest of each.
    const newest = { last: options?.last }
    const some = [
      ...pageOf(signIns.all(), newest).map(each => ofSignIn(instance, each)),
      ...pageOf(signUps.all(), newest).map(each => ofSignUp(instance, each)),
    ]
    const sortKeys = some.sort((a, b) => a.createdAt - b.createdAt)
    return pageOf(sortKeys, options)
  },
})
