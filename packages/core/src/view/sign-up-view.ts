import { type AttemptVerificationParams, attemptVerification } from '../actions/sign-up/attempt-verification.ts'
import { createSignUp, type SignUpParams } from '../actions/sign-up/create.ts'
import { type PrepareVerificationParams, prepareVerification } from '../actions/sign-up/prepare-verification.ts'
import { reloadSignUp } from '../actions/sign-up/reload.ts'
import { updateSignUp } from '../actions/sign-up/update.ts'
import type { Kernel } from '../kernel.ts'
import type { SignUpRecord, SignUpStatus, State } from '../state.ts'
import { memo } from './memo.ts'
import { type Verification, viewVerification } from './verification-view.ts'

/** What a sign-up can do; each resolves to the sign-up as it is afterwards. */
export interface SignUpMethods {
  readonly create: (params: SignUpParams) => Promise<SignUp>
  readonly update: (params: SignUpParams) => Promise<SignUp>
  readonly prepareVerification: (params: PrepareVerificationParams) => Promise<SignUp>
  readonly attemptVerification: (params: AttemptVerificationParams) => Promise<SignUp>
  /** `prepareVerification` for the e-mail address, with a code unless another strategy is named. */
  readonly prepareEmailAddressVerification: (params?: PrepareVerificationParams) => Promise<SignUp>
  readonly attemptEmailAddressVerification: (params: { readonly code: string }) => Promise<SignUp>
  readonly reload: () => Promise<SignUp>
}

/** How far each identifier of a sign-up is proved. */
export interface SignUpVerifications {
  readonly emailAddress: Verification
  readonly phoneNumber: Verification
  readonly web3Wallet: Verification
  readonly externalAccount: Verification
}

/** The sign-up in progress, or a blank one (`id` undefined, `status` null) to begin with (section 3.8). */
export interface SignUp extends Omit<SignUpRecord, 'id' | 'status' | 'verifications' | 'web3Wallet'>, SignUpMethods {
  readonly id: string | undefined
  readonly status: SignUpStatus | null
  readonly verifications: SignUpVerifications
  /** Spelled as the vendor spells it. */
  readonly web3wallet: string | null
}

const blank: Omit<SignUpRecord, 'id' | 'status'> = {
  requiredFields: [],
  optionalFields: [],
  missingFields: [],
  unverifiedFields: [],
  verifications: null,
  username: null,
  emailAddress: null,
  phoneNumber: null,
  web3Wallet: null,
  firstName: null,
  lastName: null,
  hasPassword: false,
  unsafeMetadata: {},
  createdSessionId: null,
  createdUserId: null,
  abandonAt: null,
  legalAcceptedAt: null,
  locale: null,
}

export const createSignUpView = (kernel: Kernel): ((state: State) => SignUp) => {
  const now = () => view(kernel.store.getState().attempts.signUp.data)
  const methods: SignUpMethods = {
    create: params => createSignUp(kernel, params).then(now),
    update: params => updateSignUp(kernel, params).then(now),
    prepareVerification: params => prepareVerification(kernel, params).then(now),
    attemptVerification: params => attemptVerification(kernel, params).then(now),
    prepareEmailAddressVerification: (params = { strategy: 'email_code' }) => methods.prepareVerification(params),
    attemptEmailAddressVerification: ({ code }) => methods.attemptVerification({ strategy: 'email_code', code }),
    reload: () => reloadSignUp(kernel).then(now),
  }
  const view = memo((record: SignUpRecord | null): SignUp => {
    const { web3Wallet, verifications, ...data } = { id: undefined, status: null, ...blank, ...record }
    return Object.freeze({
      ...data,
      ...methods,
      web3wallet: web3Wallet,
      verifications: {
        emailAddress: viewVerification(verifications?.emailAddress),
        phoneNumber: viewVerification(verifications?.phoneNumber),
        web3Wallet: viewVerification(verifications?.web3Wallet),
        externalAccount: viewVerification(verifications?.externalAccount),
      },
    })
  })
  return state => view(state.attempts.signUp.data)
}
