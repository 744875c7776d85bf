import { freeze } from 'immer'
import {
  type AuthenticateWithRedirectParams,
  signUpWithRedirect,
} from '../actions/authenticate-with-redirect.ts'
import {
  type AttemptVerificationParams,
  attemptVerification,
} from '../actions/sign-up/attempt-verification.ts'
import { createSignUp, type SignUpParams } from '../actions/sign-up/create.ts'
import {
  type PrepareVerificationParams,
  prepareVerification,
} from '../actions/sign-up/prepare-verification.ts'
import { reloadSignUp } from '../actions/sign-up/reload.ts'
import { updateSignUp } from '../actions/sign-up/update.ts'
import { upsertSignUp } from '../actions/sign-up/upsert.ts'
import type { Kernel } from '../kernel.ts'
import type { SignUpRecord, SignUpStatus } from '../records.ts'
import type { State } from '../state.ts'
import { memo } from './memo.ts'
import { type Next, nextOfSignUp } from './next.ts'
import { type Verification, viewVerification } from './verification-view.ts'

type Prepare = Omit<PrepareVerificationParams, 'strategy'> & { readonly strategy?: string }

/**
 * What a sign-up can do; each resolves to the sign-up as it is afterwards. Methods of a sign-up act
 * on that one, and fail with `attempt_replaced` once there is a newer; those of a blank one act on
 * whichever is in progress.
 */
export interface SignUpMethods {
  readonly create: (params: SignUpParams) => Promise<SignUp>
  readonly update: (params: SignUpParams) => Promise<SignUp>
  /** `update` when there is one in progress, otherwise `create`. */
  readonly upsert: (params: SignUpParams) => Promise<SignUp>
  /** Within 30 seconds of the same one it sends nothing, and resolves to the sign-up as it is. */
  readonly prepareVerification: (params: PrepareVerificationParams) => Promise<SignUp>
  readonly attemptVerification: (params: AttemptVerificationParams) => Promise<SignUp>
  /** `prepareVerification`, with `email_code` unless another strategy is named. */
  readonly prepareEmailAddressVerification: (params?: Prepare) => Promise<SignUp>
  readonly attemptEmailAddressVerification: (params: { readonly code: string }) => Promise<SignUp>
  /** `prepareVerification`, with `phone_code`. */
  readonly preparePhoneNumberVerification: (params?: Prepare) => Promise<SignUp>
  readonly attemptPhoneNumberVerification: (params: { readonly code: string }) => Promise<SignUp>
  /** `prepareVerification`, with `web3_metamask_signature` unless another strategy is named. */
  readonly prepareWeb3WalletVerification: (params?: Prepare) => Promise<SignUp>
  readonly attemptWeb3WalletVerification: (params: {
    readonly signature: string
    readonly strategy?: string
  }) => Promise<SignUp>
  readonly reload: () => Promise<SignUp>
  /** Begins a sign-up with a provider and leaves for its page. */
  readonly authenticateWithRedirect: (params: AuthenticateWithRedirectParams) => Promise<void>
}

/** How far each identifier of a sign-up is proved. */
export interface SignUpVerifications {
  readonly emailAddress: Verification
  readonly phoneNumber: Verification
  readonly web3Wallet: Verification
  readonly externalAccount: Verification
}

/**
 * The sign-up in progress, or a blank one (`id` undefined, `status` null) to begin with (section
 * 3.8).
 */
export interface SignUp
  extends Omit<SignUpRecord, 'id' | 'status' | 'verifications' | 'web3Wallet'>,
    SignUpMethods {
  readonly id: string | undefined
  readonly status: SignUpStatus | null
  readonly verifications: SignUpVerifications
  /** Spelled as the vendor spells it. */
  readonly web3wallet: string | null
  /** What a form should show now. */
  readonly next: Next
}

const wallet = 'web3_metamask_signature'

/** Frozen, since every store shows the same. */
const blank = freeze(
  {
    id: undefined,
    status: null,
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
  },
  true,
)

export const createSignUpView = (kernel: Kernel): ((state: State) => SignUp) => {
  const now = () => view(kernel.store.getState().attempts.signUp.data)
  const methodsOf = memo((id: string | undefined): SignUpMethods => {
    const prepare = (params: PrepareVerificationParams) =>
      prepareVerification(kernel, params, id).then(now)
    const attempt = (params: AttemptVerificationParams) =>
      attemptVerification(kernel, params, id).then(now)
    return {
      create: params => createSignUp(kernel, params).then(now),
      update: params => updateSignUp(kernel, params, id).then(now),
      upsert: params => upsertSignUp(kernel, params).then(now),
      prepareVerification: prepare,
      attemptVerification: attempt,
      prepareEmailAddressVerification: params => prepare({ strategy: 'email_code', ...params }),
      attemptEmailAddressVerification: ({ code }) => attempt({ strategy: 'email_code', code }),
      preparePhoneNumberVerification: params => prepare({ strategy: 'phone_code', ...params }),
      attemptPhoneNumberVerification: ({ code }) => attempt({ strategy: 'phone_code', code }),
      prepareWeb3WalletVerification: params => prepare({ strategy: wallet, ...params }),
      attemptWeb3WalletVerification: params => attempt({ strategy: wallet, ...params }),
      reload: () => reloadSignUp(kernel, id).then(now),
      authenticateWithRedirect: params => signUpWithRedirect(kernel, params),
    }
  })
  const view = memo((record: SignUpRecord | null): SignUp => {
    const { web3Wallet, verifications, ...data } = { ...blank, ...record }
    return Object.freeze({
      ...data,
      ...methodsOf(data.id),
      web3wallet: web3Wallet,
      next: nextOfSignUp(record),
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
