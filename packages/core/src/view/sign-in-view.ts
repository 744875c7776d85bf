import { freeze } from 'immer'
import { bindActions, performAttemptAction } from '../actions/attempt-action.ts'
import type { AuthenticateWithRedirectParams } from '../actions/authenticate-with-redirect.ts'
import type { ReloadParams } from '../actions/reload.ts'
import {
  type AttemptFirstFactorParams,
  type AttemptSecondFactorParams,
  type PrepareFirstFactorParams,
  type PrepareSecondFactorParams,
  type ResetPasswordParams,
  type SignInCreateParams,
  signInActions,
} from '../actions/sign-in.ts'
import type { FirstFactor, SecondFactor } from '../factors.ts'
import { type SignInIdentifier, toFieldNames } from '../field-names.ts'
import type { Kernel } from '../kernel.ts'
import type { SignInRecord, SignInStatus } from '../records.ts'
import { isOver } from '../selectors/attempts.ts'
import type { State } from '../state.ts'
import { memo } from './memo.ts'
import { createCooldown, nextOfSignIn, type SignInNext, toFactors } from './next.ts'
import { type Verification, viewVerification } from './verification-view.ts'

/**
 * What a sign-in can do; each resolves to the sign-in as it is afterwards. Methods of a sign-in act
 * on that one, and fail with `attempt_replaced` once there is a newer; those of a blank one act on
 * whichever is in progress.
 */
export interface SignInMethods {
  /** Begins a sign-in in place of the one in progress. */
  readonly create: (params: SignInCreateParams) => Promise<SignIn>
  /** Within 30 seconds of the same one it sends nothing, and resolves to the sign-in as it is. */
  readonly prepareFirstFactor: (params: PrepareFirstFactorParams) => Promise<SignIn>
  /** Verifies the first factor; `next` says how it goes on. */
  readonly attemptFirstFactor: (params: AttemptFirstFactorParams) => Promise<SignIn>
  /** Sends a code for one of `supportedSecondFactors`. */
  readonly prepareSecondFactor: (params: PrepareSecondFactorParams) => Promise<SignIn>
  /** Verifies the second factor; `next` says how it goes on. */
  readonly attemptSecondFactor: (params: AttemptSecondFactorParams) => Promise<SignIn>
  /** Sets a new password once a reset is verified. */
  readonly resetPassword: (params: ResetPasswordParams) => Promise<SignIn>
  /** Reads it again, for what changed elsewhere. */
  readonly reload: (params?: ReloadParams) => Promise<SignIn>
  /** Begins a sign-in with a provider and leaves for its page. */
  readonly authenticateWithRedirect: (params: AuthenticateWithRedirectParams) => Promise<void>
}

type Changed =
  | 'id'
  | 'status'
  | 'supportedIdentifiers'
  | 'supportedFirstFactors'
  | 'supportedSecondFactors'
  | 'firstFactorVerification'
  | 'secondFactorVerification'
  | 'userData'

/**
 * The sign-in in progress, or a blank one (`id` undefined, `status` null) to begin with.
 */
export interface SignIn extends Omit<SignInRecord, Changed>, SignInMethods {
  /** Undefined while nothing has begun. */
  readonly id: string | undefined
  /** `null` while nothing has begun. */
  readonly status: SignInStatus | null
  /** What may be given as identifier. */
  readonly supportedIdentifiers: readonly SignInIdentifier[]
  /** `null` while there is no identifier. */
  readonly supportedFirstFactors: readonly FirstFactor[] | null
  /** `null` while the first factor is not verified. */
  readonly supportedSecondFactors: readonly SecondFactor[] | null
  /** Its fields are `null` while nothing was prepared. */
  readonly firstFactorVerification: Verification
  /** Its fields are `null` while nothing was prepared. */
  readonly secondFactorVerification: Verification
  /** What may be shown of the account before it is signed in; empty where that is protected. */
  readonly userData: NonNullable<SignInRecord['userData']>
  /** What a form should show now. */
  readonly next: SignInNext
}

/** Frozen, since every store shows the same. */
export const blankSignIn = freeze(
  {
    id: undefined,
    status: null,
    identifier: null,
    supportedIdentifiers: [],
    supportedFirstFactors: null,
    supportedSecondFactors: null,
    firstFactorVerification: null,
    secondFactorVerification: null,
    userData: null,
    createdSessionId: null,
  },
  true,
)

export const createSignInView = (kernel: Kernel): ((state: State) => SignIn) => {
  const methodsOf = memo((id: string | undefined) =>
    bindActions<SignInMethods>(signInActions, async (name, action, params) => {
      await performAttemptAction(kernel, 'signIn', name, action, params, id)
      return action.type === 'redirect' ? undefined : view(kernel.store.getState())
    }),
  )
  const make = memo(
    (record: SignInRecord | null, isDone: boolean, resendAt: number | null): SignIn => {
      const data = { ...blankSignIn, ...record }
      return Object.freeze({
        ...data,
        ...methodsOf(data.id),
        supportedIdentifiers: toFieldNames(data.supportedIdentifiers),
        supportedFirstFactors: toFactors<FirstFactor>(data.supportedFirstFactors),
        supportedSecondFactors: toFactors<SecondFactor>(data.supportedSecondFactors),
        firstFactorVerification: viewVerification(data.firstFactorVerification),
        secondFactorVerification: viewVerification(data.secondFactorVerification),
        userData: data.userData ?? {},
        next: nextOfSignIn(isDone ? null : record, createCooldown(kernel.time, resendAt)),
      })
    },
  )
  const view = (state: State): SignIn => {
    const { data, resendAt } = state.attempts.signIn
    return make(data, isOver(state, data), resendAt)
  }
  return view
}
