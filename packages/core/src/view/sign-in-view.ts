import { freeze } from 'immer'
import {
  type AuthenticateWithRedirectParams,
  signInWithRedirect,
} from '../actions/authenticate-with-redirect.ts'
import type { ReloadParams } from '../actions/reload.ts'
import {
  type AttemptFirstFactorParams,
  attemptFirstFactor,
} from '../actions/sign-in/attempt-first-factor.ts'
import {
  type AttemptSecondFactorParams,
  attemptSecondFactor,
} from '../actions/sign-in/attempt-second-factor.ts'
import { createSignIn, type SignInCreateParams } from '../actions/sign-in/create.ts'
import {
  type PrepareFirstFactorParams,
  prepareFirstFactor,
} from '../actions/sign-in/prepare-first-factor.ts'
import {
  type PrepareSecondFactorParams,
  prepareSecondFactor,
} from '../actions/sign-in/prepare-second-factor.ts'
import { reloadSignIn } from '../actions/sign-in/reload.ts'
import { type ResetPasswordParams, resetPassword } from '../actions/sign-in/reset-password.ts'
import type { Kernel } from '../kernel.ts'
import type { SignInRecord, SignInStatus } from '../records.ts'
import type { State } from '../state.ts'
import { memo } from './memo.ts'
import { type Next, nextOfSignIn } from './next.ts'
import { type Verification, viewVerification } from './verification-view.ts'

/**
 * What a sign-in can do; each resolves to the sign-in as it is afterwards. Methods of a sign-in act
 * on that one, and fail with `attempt_replaced` once there is a newer; those of a blank one act on
 * whichever is in progress.
 */
export interface SignInMethods {
  readonly create: (params: SignInCreateParams) => Promise<SignIn>
  /** Within 30 seconds of the same one it sends nothing, and resolves to the sign-in as it is. */
  readonly prepareFirstFactor: (params: PrepareFirstFactorParams) => Promise<SignIn>
  readonly attemptFirstFactor: (params: AttemptFirstFactorParams) => Promise<SignIn>
  readonly prepareSecondFactor: (params: PrepareSecondFactorParams) => Promise<SignIn>
  readonly attemptSecondFactor: (params: AttemptSecondFactorParams) => Promise<SignIn>
  readonly resetPassword: (params: ResetPasswordParams) => Promise<SignIn>
  readonly reload: (params?: ReloadParams) => Promise<SignIn>
  /** Begins a sign-in with a provider and leaves for its page. */
  readonly authenticateWithRedirect: (params: AuthenticateWithRedirectParams) => Promise<void>
}

type Changed = 'id' | 'status' | 'firstFactorVerification' | 'secondFactorVerification' | 'userData'

/**
 * The sign-in in progress, or a blank one (`id` undefined, `status` null) to begin with (section
 * 3.5).
 */
export interface SignIn extends Omit<SignInRecord, Changed>, SignInMethods {
  readonly id: string | undefined
  readonly status: SignInStatus | null
  readonly firstFactorVerification: Verification
  readonly secondFactorVerification: Verification
  readonly userData: NonNullable<SignInRecord['userData']>
  /** What a form should show now. */
  readonly next: Next
}

/** Frozen, since every store shows the same. */
const blank = freeze(
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
  const now = () => view(kernel.store.getState().attempts.signIn.data)
  const methodsOf = memo(
    (id: string | undefined): SignInMethods => ({
      create: params => createSignIn(kernel, params).then(now),
      prepareFirstFactor: params => prepareFirstFactor(kernel, params, id).then(now),
      attemptFirstFactor: params => attemptFirstFactor(kernel, params, id).then(now),
      prepareSecondFactor: params => prepareSecondFactor(kernel, params, id).then(now),
      attemptSecondFactor: params => attemptSecondFactor(kernel, params, id).then(now),
      resetPassword: params => resetPassword(kernel, params, id).then(now),
      reload: params => reloadSignIn(kernel, params, id).then(now),
      authenticateWithRedirect: params => signInWithRedirect(kernel, params),
    }),
  )
  const view = memo((record: SignInRecord | null): SignIn => {
    const data = { ...blank, ...record }
    return Object.freeze({
      ...data,
      ...methodsOf(data.id),
      firstFactorVerification: viewVerification(data.firstFactorVerification),
      secondFactorVerification: viewVerification(data.secondFactorVerification),
      userData: data.userData ?? {},
      next: nextOfSignIn(record),
    })
  })
  return state => view(state.attempts.signIn.data)
}
