import { freeze } from 'immer'
import { bindActions, performAttemptAction } from '../actions/attempt-action.ts'
import type { AuthenticateWithRedirectParams } from '../actions/authenticate-with-redirect.ts'
import {
  type AttemptCodeParams,
  type AttemptVerificationParams,
  type AttemptWeb3WalletParams,
  type PrepareEmailAddressParams,
  type PreparePhoneNumberParams,
  type PrepareVerificationParams,
  type PrepareWeb3WalletParams,
  type SignUpParams,
  signUpActions,
} from '../actions/sign-up.ts'
import { type SignUpField, toFieldNames } from '../field-names.ts'
import type { Kernel } from '../kernel.ts'
import type { SignUpRecord, SignUpStatus } from '../records.ts'
import { isOver } from '../selectors/attempts.ts'
import type { State } from '../state.ts'
import { memo } from './memo.ts'
import { createCooldown, nextOfSignUp, type SignUpNext } from './next.ts'
import { type Verification, viewVerification } from './verification-view.ts'

/**
 * What a sign-up can do; each resolves to the sign-up as it is afterwards. Methods of a sign-up act
 * on that one, and fail with `attempt_replaced` once there is a newer; those of a blank one act on
 * whichever is in progress.
 */
export interface SignUpMethods {
  /** Begins a sign-up in place of the one in progress. */
  readonly create: (params: SignUpParams) => Promise<SignUp>
  /** Adds or changes fields of the sign-up in progress. */
  readonly update: (params: SignUpParams) => Promise<SignUp>
  /** `update` when there is one in progress, otherwise `create`. */
  readonly upsert: (params: SignUpParams) => Promise<SignUp>
  /** Within 30 seconds of the same one it sends nothing, and resolves to the sign-up as it is. */
  readonly prepareVerification: (params: PrepareVerificationParams) => Promise<SignUp>
  /** Verifies a field; `next` says how it goes on. */
  readonly attemptVerification: (params: AttemptVerificationParams) => Promise<SignUp>
  /** `prepareVerification`, with `email_code` unless another strategy is named. */
  readonly prepareEmailAddressVerification: (params?: PrepareEmailAddressParams) => Promise<SignUp>
  /** Verifies the address with the code that was sent. */
  readonly attemptEmailAddressVerification: (params: AttemptCodeParams) => Promise<SignUp>
  /** `prepareVerification`, with `phone_code`. */
  readonly preparePhoneNumberVerification: (params?: PreparePhoneNumberParams) => Promise<SignUp>
  /** Verifies the number with the code that was sent. */
  readonly attemptPhoneNumberVerification: (params: AttemptCodeParams) => Promise<SignUp>
  /** `prepareVerification`, with `web3_metamask_signature` unless another strategy is named. */
  readonly prepareWeb3WalletVerification: (params?: PrepareWeb3WalletParams) => Promise<SignUp>
  /** Verifies the wallet with its signature. */
  readonly attemptWeb3WalletVerification: (params: AttemptWeb3WalletParams) => Promise<SignUp>
  /** Reads it again, for what changed elsewhere. */
  readonly reload: () => Promise<SignUp>
  /** Begins a sign-up with a provider and leaves for its page. */
  readonly authenticateWithRedirect: (params: AuthenticateWithRedirectParams) => Promise<void>
}

/** How far each identifier of a sign-up is proved. */
export interface SignUpVerifications {
  /** Its fields are `null` while nothing was prepared. */
  readonly emailAddress: Verification
  /** Its fields are `null` while nothing was prepared. */
  readonly phoneNumber: Verification
  /** Its fields are `null` while nothing was prepared. */
  readonly web3Wallet: Verification
  /** Of an account at a provider; `transferable` where that has a user already. */
  readonly externalAccount: Verification
}

type Fields = 'requiredFields' | 'optionalFields' | 'missingFields' | 'unverifiedFields'
type Changed = 'id' | 'status' | 'verifications' | 'web3Wallet' | Fields

/**
 * The sign-up in progress, or a blank one (`id` undefined, `status` null) to begin with.
 */
export interface SignUp extends Omit<SignUpRecord, Changed>, SignUpMethods {
  /** Undefined while nothing has begun. */
  readonly id: string | undefined
  /** `null` while nothing has begun. */
  readonly status: SignUpStatus | null
  /** These four hold names as `create` and `update` take them. */
  readonly requiredFields: readonly SignUpField[]
  /** May be given. */
  readonly optionalFields: readonly SignUpField[]
  /** Required, and not given yet. */
  readonly missingFields: readonly SignUpField[]
  /** Given, and not verified yet. */
  readonly unverifiedFields: readonly SignUpField[]
  /** What is verified of the fields. */
  readonly verifications: SignUpVerifications
  /** Spelled as in Clerk's SDK. */
  readonly web3wallet: string | null
  /** What a form should show now. */
  readonly next: SignUpNext
}

/** Frozen, since every store shows the same. */
export const blankSignUp = freeze(
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
  const methodsOf = memo((id: string | undefined) =>
    bindActions<SignUpMethods>(signUpActions, async (name, action, params) => {
      await performAttemptAction(kernel, 'signUp', name, action, params, id)
      return action.type === 'redirect' ? undefined : view(kernel.store.getState())
    }),
  )
  const make = memo(
    (record: SignUpRecord | null, isDone: boolean, resendAt: number | null): SignUp => {
      const { web3Wallet, verifications, ...data } = { ...blankSignUp, ...record }
      return Object.freeze({
        ...data,
        ...methodsOf(data.id),
        requiredFields: toFieldNames(data.requiredFields),
        optionalFields: toFieldNames(data.optionalFields),
        missingFields: toFieldNames(data.missingFields),
        unverifiedFields: toFieldNames(data.unverifiedFields),
        web3wallet: web3Wallet,
        next: nextOfSignUp(isDone ? null : record, createCooldown(kernel.time, resendAt)),
        verifications: {
          emailAddress: viewVerification(verifications?.emailAddress),
          phoneNumber: viewVerification(verifications?.phoneNumber),
          web3Wallet: viewVerification(verifications?.web3Wallet),
          externalAccount: viewVerification(verifications?.externalAccount),
        },
      })
    },
  )
  const view = (state: State): SignUp => {
    const { data, resendAt } = state.attempts.signUp
    return make(data, isOver(state, data), resendAt)
  }
  return view
}
