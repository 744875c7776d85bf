import { performAttemptAction } from '../actions/attempt-action.ts'
import { signInActions } from '../actions/sign-in.ts'
import { emailLink } from '../modules/email-link.ts'
import { passkeys } from '../modules/passkeys.ts'
import type { SignInRecord } from '../records.ts'
import { blankSignIn } from '../view/sign-in-view.ts'
import type {
  AttemptFirstFactorParams,
  AttemptSecondFactorParams,
  AuthenticateWithRedirectParams,
  PrepareFirstFactorParams,
  PrepareSecondFactorParams,
  ResetPasswordParams,
  SignInCreateParams,
  Web3Params,
} from './attempt-params.ts'
import { afterLoad, type Context } from './context.ts'
import { createEmailLinkFlow, type EmailLinkFlow } from './email-link-flow.ts'
import type { SignInFirstFactor, SignInSecondFactor, VerificationResource } from './factors.ts'
import { live, once } from './live.ts'
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
  readonly id?: string
  readonly identifier: string | null
  readonly supportedIdentifiers: string[]
  readonly firstFactorVerification: VerificationResource
  readonly secondFactorVerification: VerificationResource
  readonly createdSessionId: string | null
  readonly userData: {
    firstName?: string
    lastName?: string
    imageUrl?: string
    hasImage?: boolean
  }
}

/** The sign-in in progress: one object for the life of a `Clerk`. Its methods reject on failure. */
export interface SignInResource extends SignInFields, Web3Methods<SignInResource> {
  readonly status: SignInStatus | null
  readonly supportedFirstFactors: SignInFirstFactor[] | null
  readonly supportedSecondFactors: SignInSecondFactor[] | null
  readonly clientTrustState?: string
  create: (params: SignInCreateParams) => Promise<SignInResource>
  prepareFirstFactor: (params: PrepareFirstFactorParams) => Promise<SignInResource>
  attemptFirstFactor: (params: AttemptFirstFactorParams) => Promise<SignInResource>
  prepareSecondFactor: (params: PrepareSecondFactorParams) => Promise<SignInResource>
  attemptSecondFactor: (params: AttemptSecondFactorParams) => Promise<SignInResource>
  resetPassword: (params: ResetPasswordParams) => Promise<SignInResource>
  reload: (params?: { rotatingTokenNonce?: string }) => Promise<SignInResource>
  authenticateWithRedirect: (params: AuthenticateWithRedirectParams) => Promise<void>
  authenticateWithPasskey: (params?: {
    flow?: 'autofill' | 'discoverable'
  }) => Promise<SignInResource>
  createEmailLinkFlow: () => EmailLinkFlow<
    { emailAddressId: string; redirectUrl: string },
    SignInResource
  >
}

/** A record and no record, as Clerk's code reads them. */
const show = (record: SignInRecord | null) => ({
  ...blankSignIn,
  ...record,
  userData: record?.userData ?? {},
  firstFactorVerification: toVerification(record?.firstFactorVerification),
  secondFactorVerification: toVerification(record?.secondFactorVerification),
})

/** Reads the sign-in as it is now, the same object as long as it does not change. */
export const signInReader = ({ kernel }: Pick<Context, 'kernel'>) => {
  const nothing = show(null)
  const shown = once(show as (record: SignInRecord) => ReturnType<typeof show>)
  return () => {
    const { data } = kernel.store.getState().attempts.signIn
    return data ? shown(data) : nothing
  }
}

/** The sign-in of a client under the names of the previous generation. */
export const createSignIn = (context: Context): SignInResource => {
  const { kernel } = context
  const perform = (name: keyof typeof signInActions) => (params?: unknown) =>
    afterLoad(context, 'signIn', async () => {
      const action = signInActions[name]
      await performAttemptAction(kernel, 'signIn', name, action, params, undefined)
      return action.type === 'redirect' ? undefined : signIn
    })
  const withWallet = async ({ strategy }: Web3Params) => {
    const identifier = await context.web3.connect(strategy)
    await signIn.create({ identifier, strategy })
    const { nonce } = signIn.firstFactorVerification
    const signature = await context.web3.sign(strategy, identifier, nonce ?? '')
    return signIn.attemptFirstFactor({ strategy, signature })
  }
  const actions = Object.keys(signInActions) as (keyof typeof signInActions)[] // as: its own
  const signIn: SignInResource = live(signInReader(context), {
    ...Object.fromEntries(actions.map(name => [name, perform(name)])),
    ...walletMethods(withWallet),
    authenticateWithPasskey: (params = {}) =>
      afterLoad(context, 'signIn', () => passkeys()(kernel).authenticate(params)).then(
        () => signIn,
      ),
    createEmailLinkFlow: () =>
      createEmailLinkFlow(
        params =>
          afterLoad(context, 'signIn', () =>
            emailLink()(kernel).sendAndWait({ kind: 'signIn', ...params }),
          ),
        () => signIn,
      ),
  })
  return signIn
}
