import type { ReloadParams } from '../actions/reload.ts'
import { type AttemptFirstFactorParams, attemptFirstFactor } from '../actions/sign-in/attempt-first-factor.ts'
import { createSignIn, type SignInCreateParams } from '../actions/sign-in/create.ts'
import { type PrepareFirstFactorParams, prepareFirstFactor } from '../actions/sign-in/prepare-first-factor.ts'
import { reloadSignIn } from '../actions/sign-in/reload.ts'
import type { Kernel } from '../kernel.ts'
import type { SignInRecord, SignInStatus, State } from '../state.ts'
import { memo } from './memo.ts'
import { type Verification, viewVerification } from './verification-view.ts'

/** What a sign-in can do; each resolves to the sign-in as it is afterwards. */
export interface SignInMethods {
  readonly create: (params: SignInCreateParams) => Promise<SignIn>
  readonly prepareFirstFactor: (params: PrepareFirstFactorParams) => Promise<SignIn>
  readonly attemptFirstFactor: (params: AttemptFirstFactorParams) => Promise<SignIn>
  readonly reload: (params?: ReloadParams) => Promise<SignIn>
}

type Changed = 'id' | 'status' | 'firstFactorVerification' | 'secondFactorVerification' | 'userData'

/** The sign-in in progress, or a blank one (`id` undefined, `status` null) to begin with (section 3.5). */
export interface SignIn extends Omit<SignInRecord, Changed>, SignInMethods {
  readonly id: string | undefined
  readonly status: SignInStatus | null
  readonly firstFactorVerification: Verification
  readonly secondFactorVerification: Verification
  readonly userData: NonNullable<SignInRecord['userData']>
}

const blank: Omit<SignInRecord, 'id' | 'status'> = {
  identifier: null,
  supportedIdentifiers: [],
  supportedFirstFactors: [],
  supportedSecondFactors: null,
  firstFactorVerification: null,
  secondFactorVerification: null,
  userData: null,
  createdSessionId: null,
}

export const createSignInView = (kernel: Kernel): ((state: State) => SignIn) => {
  const now = () => view(kernel.store.getState().attempts.signIn.data)
  const methods: SignInMethods = {
    create: params => createSignIn(kernel, params).then(now),
    prepareFirstFactor: params => prepareFirstFactor(kernel, params).then(now),
    attemptFirstFactor: params => attemptFirstFactor(kernel, params).then(now),
    reload: params => reloadSignIn(kernel, params).then(now),
  }
  const view = memo((record: SignInRecord | null): SignIn => {
    const data = { id: undefined, status: null, ...blank, ...record }
    return Object.freeze({
      ...data,
      ...methods,
      firstFactorVerification: viewVerification(data.firstFactorVerification),
      secondFactorVerification: viewVerification(data.secondFactorVerification),
      userData: data.userData ?? {},
    })
  })
  return state => view(state.attempts.signIn.data)
}
