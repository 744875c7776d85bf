import { toAbsolute } from '../http/url.ts'
import type { SignUpRecord } from '../records.ts'
import { attemptReader } from './attempt.ts'
import type { SignUpAbout, SignUpParams } from './attempt-params.ts'
import type { Context } from './context.ts'
import { readEmailLink } from './email-link-landing.ts'
import type { OAuthStrategy, Web3Strategy } from './factors.ts'
import { createFuture, type Finalize, type Result, showOutcome } from './future.ts'
import { live } from './live.ts'
import {
  type SignUpFields,
  type SignUpResource,
  type SignUpStatus,
  type SignUpVerificationsResource,
  showSignUp,
} from './sign-up.ts'
import type { EmailLinkVerification } from './verification.ts'

type Code = { code: string }

/** What proves an address or a number, and how far that has come. */
export interface SignUpFutureVerifications extends SignUpVerificationsResource {
  /** What the address of this page says of a link that led here. */
  readonly emailLinkVerification: EmailLinkVerification | null
  sendEmailCode: () => Promise<Result>
  verifyEmailCode: (params: Code) => Promise<Result>
  sendEmailLink: (params: { verificationUrl: string }) => Promise<Result>
  waitForEmailLinkVerification: () => Promise<Result>
  sendPhoneCode: (params?: { channel?: string | undefined }) => Promise<Result>
  verifyPhoneCode: (params: Code) => Promise<Result>
}

/**
 * The sign-up in progress under the names of the modern generation: methods resolve to `{ error }`
 * and never reject, and wait for the client where it is not known yet.
 */
export interface SignUpFutureResource extends SignUpFields {
  /** `missing_requirements` also while nothing has begun. */
  readonly status: SignUpStatus
  /** Address of the wallet; `null` when none was given. */
  readonly web3Wallet: string | null
  /** The account exists already: `signIn.create({ transfer: true })` signs in to it. */
  readonly isTransferable: boolean
  /** The account has a session here already. */
  readonly existingSession?: { sessionId: string }
  /** It is over: done, or never begun. */
  readonly canBeDiscarded: boolean
  /** What is verified of the fields, and the methods that verify it. */
  readonly verifications: SignUpFutureVerifications
  /** Begins a sign-up in place of the one in progress. */
  create: (params: SignUpParams) => Promise<Result>
  /** Adds or changes fields of the sign-up in progress. */
  update: (params: SignUpParams) => Promise<Result>
  /** Begins or goes on with a password and what else is given. */
  password: (
    params: SignUpAbout & {
      password: string
      emailAddress?: string | undefined
      phoneNumber?: string | undefined
      username?: string | undefined
    },
  ) => Promise<Result>
  /** Leaves for a provider; `redirectCallbackUrl` is the page that handles coming back. */
  sso: (
    params: SignUpAbout & {
      strategy: OAuthStrategy | 'enterprise_sso'
      redirectUrl: string
      redirectCallbackUrl: string
      emailAddress?: string | undefined
      oidcPrompt?: string | undefined
      enterpriseConnectionId?: string | undefined
    },
  ) => Promise<Result>
  /** Signs up with an invitation; left out, the `__clerk_ticket` of this page's address. */
  ticket: (params?: SignUpAbout & { ticket: string }) => Promise<Result>
  /** Signs up with a wallet, through the `web3` port. */
  web3: (params: SignUpAbout & { strategy: Web3Strategy }) => Promise<Result>
  /** Makes the session active that the sign-up has made. */
  finalize: Finalize
  /** Forgets the sign-up, here and at once. */
  reset: () => Promise<Result>
}

/** A record and no record, as the modern generation reads them. */
const show = (record: SignUpRecord | null) => {
  const shown = showSignUp(record)
  return {
    ...shown,
    ...showOutcome(shown, shown.verifications.externalAccount),
    status: shown.status ?? 'missing_requirements',
  }
}

/** @param signUp the same sign-up under the names of the previous generation. */
export const createSignUpFuture = (
  context: Context,
  signUp: SignUpResource,
): SignUpFutureResource => {
  const { run, methods, waitForLink } = createFuture(context, 'signUp', signUp)
  const read = attemptReader(context, 'signUp', show)

  const verifications: SignUpFutureVerifications = live(() => read().verifications, {
    get emailLinkVerification() {
      return readEmailLink(context.kernel)
    },
    sendEmailCode: () =>
      run(() => signUp.prepareEmailAddressVerification({ strategy: 'email_code' })),
    verifyEmailCode: params => run(() => signUp.attemptEmailAddressVerification(params)),
    sendEmailLink: ({ verificationUrl }) =>
      run(() =>
        signUp.prepareEmailAddressVerification({
          strategy: 'email_link',
          redirectUrl: toAbsolute(verificationUrl),
        }),
      ),
    waitForEmailLinkVerification: waitForLink,
    sendPhoneCode: (params = {}) =>
      run(() => signUp.preparePhoneNumberVerification({ strategy: 'phone_code', ...params })),
    verifyPhoneCode: params => run(() => signUp.attemptPhoneNumberVerification(params)),
  })

  return live(read, {
    ...methods,
    verifications,
    update: params => run(() => signUp.update(params)),
    password: params => run(() => signUp.upsert({ strategy: 'password', ...params })),
  })
}
