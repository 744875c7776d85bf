import type { Instance } from '../../model/instance.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import type { Settings } from '../../model/settings.ts'
import type { Context } from '../context.ts'
import type { Params } from '../params.ts'
import type { Factor } from './factor.ts'
import type { Recipient } from './one-time-code.ts'

/** What can be shown to be somebody's, and is found by. */
export type IdentifierName = 'email_address' | 'phone_number' | 'web3_wallet'

/** Where the environment lists a strategy. */
export type AttributeName =
  | IdentifierName
  | 'username'
  | 'authenticator_app'
  | 'backup_code'
  | 'passkey'

/** Whose identifier is to be proven: a sign-up's, or one that a user adds. */
export interface Claim extends Recipient {
  readonly to: string
  /** Id of the sign-up or of the identification. */
  readonly ownerId: string
  /** What was begun for it before. */
  readonly verification: VerificationRecord | null
}

/** How somebody shows to hold an identifier. */
export interface IdentifierProof {
  readonly of: IdentifierName
  /** Whether pages are told to use it; always when absent. */
  isOffered?(settings: Settings): boolean
  /** Whether a text is an identifier of this kind, where there are several. */
  fits?(identifier: string): boolean
  /** Sends what has to be sent, or says what to do. */
  begin(context: Context, claim: Claim, params: Params): VerificationRecord
  /**
   * Takes the proof. Absent when it comes by another way: a link.
   *
   * @throws ApiError when it is not right.
   */
  prove?(instance: Instance, claim: Claim, params: Params): void
}

/**
 * A way to prove who one is, with all that is particular to it: a file here and a line in
 * `strategies.ts` make one.
 */
export interface Strategy {
  /** `email_code` */
  readonly name: string
  /** What the JSON of its verifications is called: `verification_otp`. */
  readonly object: string
  /** What else that JSON says. */
  particularsOf?(verification: VerificationRecord): object
  /** Where the environment lists it, when that is not the identifier that it proves. */
  readonly attribute?: AttributeName
  /** Whether the environment lists it; always when absent. */
  isOffered?(settings: Settings): boolean
  readonly firstFactor?: Factor
  readonly secondFactor?: Factor
  /** By which a client earns the trust of a user. */
  readonly trustFactor?: Factor
  /** Somebody who is signed in may be asked for its first factor again. */
  readonly reverifies?: boolean
  /** It is named in a sign-up to say how one will sign in, and asks for nothing then. */
  readonly isOnlyNamedAtSignUp?: boolean
  readonly proof?: IdentifierProof
  /** Who signs in by it has to choose a new password. */
  readonly needsNewPassword?: boolean
  /** It alone is not enough on a client that the user never signed in on. */
  readonly needsTrust?: boolean
  /** It stands for both factors. */
  isBothFactors?(settings: Settings): boolean
}
