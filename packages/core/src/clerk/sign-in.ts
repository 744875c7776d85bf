import { signInActions } from '../actions/sign-in.ts'
import { passkeys } from '../modules/passkeys.ts'
import type { SignInRecord } from '../records.ts'
import { blankSignIn } from '../view/sign-in-view.ts'
import { attemptMethods, attemptReader } from './attempt.ts'
import type {
  AttemptFirstFactorParams,
  AttemptSecondFactorParams,
  AuthenticateWithRedirectParams,
  PrepareFirstFactorParams,
  PrepareSecondFactorParams,
  ResetPasswordParams,
  SignInCreateParams,
} from './attempt-params.ts'
import { afterLoad, type Context } from './context.ts'
import type { EmailLinkFlow } from './email-link-flow.ts'
import type { SignInFirstFactor, SignInSecondFactor, VerificationResource } from './factors.ts'
import { live } from './live.ts'
import { toVerification } from './verification.ts'
import { type Web3Methods, walletMethods } from './web3.ts'

/** Where a sign-in stands. */
export type SignInStatus =
  | 'needs_identifier'
  | 'needs_first_factor'
  | 'needs_second_factor'
  | 'needs_client_trust'
  | 'needs_new_password'
  | 'needs_protect_check'
  | 'complete'

/** What a sign-in shows, whichever generation of methods goes with it. */
export interface SignInFields {
  /** Absent while nothing has begun. */
  readonly id?: string
  /** As it was given; `null` while none was. */
  readonly identifier: string | null
  /** What may be given as identifier. */
  readonly supportedIdentifiers: string[]
  /** Its fields are `null` while nothing was prepared. */
  readonly firstFactorVerification: VerificationResource
  /** Its fields are `null` while nothing was prepared. */
  readonly secondFactorVerification: VerificationResource
  /** What to make active once `status` is `complete`. */
  readonly createdSessionId: string | null
  /** What may be shown of the account before it is signed in; empty where that is protected. */
  readonly userData: {
    firstName?: string
    lastName?: string
    imageUrl?: string
    hasImage?: boolean
  }
}

/** The sign-in in progress: one object for the life of a `Clerk`. Its methods reject on failure. */
export interface SignInResource extends SignInFields, Web3Methods<SignInResource> {
  /** `null` while nothing has begun. */
  readonly status: SignInStatus | null
  /** `null` while there is no identifier. */
  readonly supportedFirstFactors: SignInFirstFactor[] | null
  /** `null` while the first factor is not verified. */
  readonly supportedSecondFactors: SignInSecondFactor[] | null
  /** Whether the user has signed in on this client before, where the instance checks that. */
  readonly clientTrustState?: string
  /** Begins a sign-in in place of the one in progress. */
  create: (params: SignInCreateParams) => Promise<SignInResource>
  /** Sends a code or link, or asks the provider, for one of `supportedFirstFactors`. */
  prepareFirstFactor: (params: PrepareFirstFactorParams) => Promise<SignInResource>
  /** Verifies the first factor; `status` says what is next. */
  attemptFirstFactor: (params: AttemptFirstFactorParams) => Promise<SignInResource>
  /** Sends a code for one of `supportedSecondFactors`. */
  prepareSecondFactor: (params: PrepareSecondFactorParams) => Promise<SignInResource>
  /** Verifies the second factor; `status` says what is next. */
  attemptSecondFactor: (params: AttemptSecondFactorParams) => Promise<SignInResource>
  /** Sets a new password once a reset is verified. */
  resetPassword: (params: ResetPasswordParams) => Promise<SignInResource>
  /** Reads it again; the nonce is for OAuth flows of native apps. */
  reload: (params?: { rotatingTokenNonce?: string }) => Promise<SignInResource>
  /** Leaves for a provider; relative addresses are made absolute. */
  authenticateWithRedirect: (params: AuthenticateWithRedirectParams) => Promise<void>
  /** Signs in with a passkey of this device. */
  authenticateWithPasskey: (params?: {
    flow?: 'autofill' | 'discoverable'
  }) => Promise<SignInResource>
  /** Sends a link and waits until it was opened, wherever that was. */
  createEmailLinkFlow: () => EmailLinkFlow<
    { emailAddressId: string; redirectUrl: string },
    SignInResource
  >
}

/** A record and no record, as Clerk's code reads them. */
export const showSignIn = (record: SignInRecord | null) => ({
  ...blankSignIn,
  ...record,
  userData: record?.userData ?? {},
  firstFactorVerification: toVerification(record?.firstFactorVerification),
  secondFactorVerification: toVerification(record?.secondFactorVerification),
})

/** The sign-in of a client under the names of the previous generation. */
export const createSignIn = (context: Context): SignInResource => {
  const self = () => signIn
  const signIn: SignInResource = live(attemptReader(context, 'signIn', showSignIn), {
    ...attemptMethods(context, 'signIn', signInActions, self),
    ...walletMethods(context.web3, {
      begin: async (identifier, { strategy }) => {
        await signIn.create({ identifier, strategy })
        return signIn.firstFactorVerification
      },
      finish: params => signIn.attemptFirstFactor(params),
    }),
    authenticateWithPasskey: (params = {}) =>
      afterLoad(context, 'signIn', () => passkeys()(context.kernel).authenticate(params)).then(
        self,
      ),
  })
  return signIn
}
