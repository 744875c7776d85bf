import type { SignInRecord, UserRecord, VerificationRecord } from '../database.ts'
import type { Params } from '../http/params.ts'
import type { Instance } from '../instance.ts'

/** A way to prove who one is, as a sign-in offers it (section 3.6). */
export interface FactorJson {
  readonly strategy: string
  readonly safe_identifier?: string
  readonly email_address_id?: string
  readonly primary?: boolean
}

/** A sign-in in progress with all that a strategy may look at. */
export interface SignInProgress {
  readonly instance: Instance
  readonly signIn: SignInRecord
  /** Who signs in; a pretended user when there is none and the instance does not tell. */
  readonly subject: UserRecord
  /** To be called when the record changed although the request is refused, as a counted try does. */
  onCounted(): void
}

/** A first-factor strategy: one module each, listed in `first-factors.ts`. */
export interface FirstFactor {
  readonly strategy: string
  /** The factors of this strategy that a user has; none when it cannot be used. */
  factorsOf(user: UserRecord): readonly FactorJson[]
  /** Sends what has to be sent. Absent when nothing is. */
  prepare?(progress: SignInProgress, params: Params): VerificationRecord
  /**
   * Takes the proof.
   *
   * @returns the verification, now verified.
   * @throws ApiError when the proof is not right.
   */
  attempt(progress: SignInProgress, params: Params): VerificationRecord
}
