import type { UserRecord } from '../../model/records/user.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import type { Context } from '../context.ts'
import type { Params } from '../params.ts'

/** A way to prove who one is, as a sign-in offers it. */
export interface FactorJson {
  readonly strategy: string
  readonly safe_identifier?: string
  readonly email_address_id?: string
  readonly phone_number_id?: string
  readonly web3_wallet_id?: string
  readonly passkey_id?: string
  readonly primary?: boolean
  readonly default?: boolean
}

/** What a factor is part of: a sign-in, or a session whose user is asked once more. */
export interface FactorOwner {
  readonly id: string
  /** `null` for a pretended user, and while a passkey has still to say who it is. */
  userId: string | null
}

/** A factor in progress, with all that a strategy may look at. */
export interface FactorContext {
  readonly context: Context
  readonly owner: FactorOwner
  /** Who that is; a pretended user when there is none and the instance does not tell. */
  readonly subject: UserRecord
  /** What was prepared for this factor before. */
  readonly verification: VerificationRecord | null
}

/** A strategy as a first or second factor. */
export interface Factor {
  readonly strategy: string
  /** It tells by itself who signs in. */
  readonly identifies?: boolean
  /** At the beginning of a sign-in it is only chosen, and prepared by a request of its own. */
  isPreparedLater?(params: Params): boolean
  /** The factors of this strategy that a user has; none when it cannot be used. */
  factorsOf(user: UserRecord): readonly FactorJson[]
  /** Sends what has to be sent. Absent when nothing is. */
  prepare?(factorContext: FactorContext, params: Params): VerificationRecord
  /**
   * Takes the proof. Absent when the proof comes by another way: a link, a provider.
   *
   * @returns the verification, now verified.
   * @throws ApiError when the proof is not right.
   */
  attempt?(factorContext: FactorContext, params: Params): VerificationRecord
}
