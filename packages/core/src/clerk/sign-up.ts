import { signUpActions } from '../actions/sign-up.ts'
import type { SignUpRecord } from '../records.ts'
import { blankSignUp } from '../view/sign-up-view.ts'
import { attemptMethods, attemptReader } from './attempt.ts'
import type {
  AttemptVerificationParams,
  AuthenticateWithRedirectParams,
  PrepareVerificationParams,
  SignUpParams,
  Web3Params,
} from './attempt-params.ts'
import type { Context } from './context.ts'
import type { EmailLinkFlow } from './email-link-flow.ts'
import type { VerificationResource, Web3Strategy } from './factors.ts'
import { live } from './live.ts'
import { toVerification } from './verification.ts'
import { type Web3Methods, walletMethods } from './web3.ts'

/** Where a sign-up stands; `abandoned` waited too long and cannot go on. */
export type SignUpStatus = 'missing_requirements' | 'complete' | 'abandoned'

/** A field that is proved by a code, a link, a signature or a provider. */
export type SignUpIdentificationField =
  | 'email_address'
  | 'phone_number'
  | 'web3_wallet'
  | 'external_account'

/** A field of a sign-up, spelled as the server spells it. */
export type SignUpField =
  | SignUpIdentificationField
  | 'username'
  | 'password'
  | 'first_name'
  | 'last_name'
  | 'legal_accepted'
  | 'email_address_or_phone_number'
  | 'enterprise_sso'

export interface SignUpVerificationResource extends VerificationResource {
  nextAction: string
  supportedStrategies: string[]
}

export interface SignUpVerificationsResource {
  emailAddress: SignUpVerificationResource
  phoneNumber: SignUpVerificationResource
  web3Wallet: VerificationResource
  externalAccount: VerificationResource
}

/** What a sign-up shows, whichever generation of methods goes with it. */
export interface SignUpFields {
  /** Absent while nothing has begun. */
  readonly id?: string
  /** In the API's spelling: `email_address`. */
  readonly requiredFields: SignUpField[]
  /** In the API's spelling: `phone_number`. */
  readonly optionalFields: SignUpField[]
  /** Required, and not given yet. */
  readonly missingFields: SignUpField[]
  /** Given, and not verified yet. */
  readonly unverifiedFields: SignUpIdentificationField[]
  /** As it was given; `null` while it was not. */
  readonly username: string | null
  /** As it was given; `null` while it was not. */
  readonly firstName: string | null
  /** As it was given; `null` while it was not. */
  readonly lastName: string | null
  /** As it was given; `null` while it was not. */
  readonly emailAddress: string | null
  /** E.164; `null` while it was not given. */
  readonly phoneNumber: string | null
  /** A password was given; it is never told itself. */
  readonly hasPassword: boolean
  /** What the new user is given, readable and writable by the user. */
  readonly unsafeMetadata: Record<string, unknown>
  /** What to make active once `status` is `complete`. */
  readonly createdSessionId: string | null
  /** Set once `status` is `complete`. */
  readonly createdUserId: string | null
  /** Epoch ms. */
  readonly abandonAt: number | null
  /** Epoch ms. */
  readonly legalAcceptedAt: number | null
  /** BCP 47: `en-US`; `null` while it was not given. */
  readonly locale: string | null
}

type PrepareOne = Omit<PrepareVerificationParams, 'strategy'> & {
  strategy?: PrepareVerificationParams['strategy'] | undefined
}
type WalletParams = Web3Params & Pick<SignUpParams, 'unsafeMetadata' | 'legalAccepted'>

/** The sign-up in progress: one object for the life of a `Clerk`. Its methods reject on failure. */
export interface SignUpResource extends SignUpFields, Web3Methods<SignUpResource, WalletParams> {
  /** `null` while nothing has begun. */
  readonly status: SignUpStatus | null
  /** Address of the wallet; `null` when none was given. */
  readonly web3wallet: string | null
  /** What is verified of the fields. */
  readonly verifications: SignUpVerificationsResource
  /** Begins a sign-up in place of the one in progress. */
  create: (params: SignUpParams) => Promise<SignUpResource>
  /** Adds or changes fields of the sign-up in progress. */
  update: (params: SignUpParams) => Promise<SignUpResource>
  /** `update` where a sign-up is in progress, else `create`. */
  upsert: (params: SignUpParams) => Promise<SignUpResource>
  /** Sends a code or link, or asks the provider, for a field. */
  prepareVerification: (params: PrepareVerificationParams) => Promise<SignUpResource>
  /** Verifies a field; `status` says what is next. */
  attemptVerification: (params: AttemptVerificationParams) => Promise<SignUpResource>
  /** Sends a code or a link to the address. */
  prepareEmailAddressVerification: (params?: PrepareOne) => Promise<SignUpResource>
  /** Verifies the address with the code that was sent. */
  attemptEmailAddressVerification: (params: { code: string }) => Promise<SignUpResource>
  /** Sends a code to the number. */
  preparePhoneNumberVerification: (params?: PrepareOne) => Promise<SignUpResource>
  /** Verifies the number with the code that was sent. */
  attemptPhoneNumberVerification: (params: { code: string }) => Promise<SignUpResource>
  /** Makes the nonce that the wallet signs. */
  prepareWeb3WalletVerification: (params?: PrepareOne) => Promise<SignUpResource>
  /** Verifies the wallet with its signature. */
  attemptWeb3WalletVerification: (params: {
    signature: string
    strategy?: Web3Strategy | undefined
  }) => Promise<SignUpResource>
  /** Reads it again; the nonce is for OAuth flows of native apps. */
  reload: (params?: { rotatingTokenNonce?: string }) => Promise<SignUpResource>
  /** Leaves for a provider; relative addresses are made absolute. */
  authenticateWithRedirect: (params: AuthenticateWithRedirectParams) => Promise<void>
  /** Sends a link and waits until it was opened, wherever that was. */
  createEmailLinkFlow: () => EmailLinkFlow<{ redirectUrl: string }, SignUpResource>
}

const toSignUpVerification = (
  record: Parameters<typeof toVerification>[0],
): SignUpVerificationResource => ({
  nextAction: '',
  ...toVerification(record),
  supportedStrategies: [...(record?.supportedStrategies ?? [])],
})

/** A record and no record, as Clerk's code reads them. */
export const showSignUp = (record: SignUpRecord | null) => {
  const { emailAddress, phoneNumber, web3Wallet, externalAccount } = record?.verifications ?? {}
  const data = { ...blankSignUp, ...record }
  return {
    ...data,
    web3wallet: data.web3Wallet,
    verifications: {
      emailAddress: toSignUpVerification(emailAddress),
      phoneNumber: toSignUpVerification(phoneNumber),
      web3Wallet: toVerification(web3Wallet),
      externalAccount: toVerification(externalAccount),
    },
  }
}

/** The sign-up of a client under the names of the previous generation. */
export const createSignUp = (context: Context): SignUpResource => {
  const signUp: SignUpResource = live(attemptReader(context, 'signUp', showSignUp), {
    ...attemptMethods(context, 'signUp', signUpActions, () => signUp),
    ...walletMethods<SignUpResource, WalletParams>(context.web3, {
      begin: async (web3Wallet, { strategy, ...about }) => {
        await signUp.create({ ...about, web3Wallet })
        await signUp.prepareWeb3WalletVerification({ strategy })
        return signUp.verifications.web3Wallet
      },
      finish: params => signUp.attemptWeb3WalletVerification(params),
    }),
  })
  return signUp
}
