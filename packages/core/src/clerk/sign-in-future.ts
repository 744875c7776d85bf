import { ClienteleError } from '../errors.ts'
import { toAbsolute } from '../http/url.ts'
import type { SignInRecord } from '../records.ts'
import { attemptReader } from './attempt.ts'
import type { Context } from './context.ts'
import { readEmailLink } from './email-link-landing.ts'
import type {
  OAuthStrategy,
  SignInFirstFactor,
  SignInSecondFactor,
  Web3Strategy,
} from './factors.ts'
import { createFuture, type Finalize, type Result, showOutcome } from './future.ts'
import { live } from './live.ts'
import { type SignInFields, type SignInResource, type SignInStatus, showSignIn } from './sign-in.ts'
import type { EmailLinkVerification } from './verification.ts'

type By<Name extends string> =
  | { [name in Name]?: string | undefined }
  | { [name in `${Name}Id`]?: string | undefined }

interface Code {
  code: string
}

/** Sends a code and verifies it. */
interface CodeMethods<Sent> {
  sendCode: (params?: Sent) => Promise<Result>
  verifyCode: (params: Code) => Promise<Result>
}

interface ResetMethods<Sent> extends CodeMethods<Sent> {
  submitPassword: (params: {
    password: string
    signOutOfOtherSessions?: boolean | undefined
  }) => Promise<Result>
}

/**
 * The sign-in in progress under the names of the modern generation: methods resolve to `{ error }`
 * and never reject, and wait for the client where it is not known yet.
 */
export interface SignInFutureResource extends Omit<SignInFields, 'supportedIdentifiers'> {
  /** `needs_identifier` also while nothing has begun. */
  readonly status: SignInStatus
  /** Empty while nothing has begun. */
  readonly supportedFirstFactors: SignInFirstFactor[]
  /** Empty while the first factor is not verified. */
  readonly supportedSecondFactors: SignInSecondFactor[]
  /** The account does not exist yet: `signUp.create({ transfer: true })` makes it. */
  readonly isTransferable: boolean
  /** The account has a session here already. */
  readonly existingSession?: { sessionId: string }
  /** It is over: done, or never begun. */
  readonly canBeDiscarded: boolean
  /** Begins a sign-in; the identifier alone offers its factors. */
  create: (params: {
    identifier?: string | undefined
    password?: string | undefined
    strategy?: OAuthStrategy | 'enterprise_sso' | 'passkey' | 'ticket' | undefined
    ticket?: string | undefined
    transfer?: boolean | undefined
    redirectUrl?: string | undefined
    actionCompleteRedirectUrl?: string | undefined
    oidcPrompt?: string | undefined
    oidcLoginHint?: string | undefined
    signUpIfMissing?: boolean | undefined
  }) => Promise<Result>
  /** Signs in with a password, with an identifier or after `create`. */
  password: (params: {
    password: string
    identifier?: string | undefined
    emailAddress?: string | undefined
    phoneNumber?: string | undefined
  }) => Promise<Result>
  /** Signs in with a code that is sent by e-mail. */
  emailCode: CodeMethods<By<'emailAddress'>>
  /** Signs in with a link that is sent by e-mail, on this device or another. */
  emailLink: {
    sendLink: (params: By<'emailAddress'> & { verificationUrl: string }) => Promise<Result>
    waitForVerification: () => Promise<Result>
    /** What the address of this page says of a link that led here. */
    readonly verification: EmailLinkVerification | null
  }
  /** Signs in with a code that is sent to a phone. */
  phoneCode: CodeMethods<By<'phoneNumber'> & { channel?: string | undefined }>
  /** Sets a new password after a code that is sent by e-mail. */
  resetPasswordEmailCode: ResetMethods<never>
  /** Sets a new password after a code that is sent to a phone. */
  resetPasswordPhoneCode: ResetMethods<{ phoneNumber?: string | undefined }>
  /** Verifies a second factor. */
  mfa: {
    sendPhoneCode: () => Promise<Result>
    verifyPhoneCode: (params: Code) => Promise<Result>
    sendEmailCode: () => Promise<Result>
    verifyEmailCode: (params: Code) => Promise<Result>
    verifyTOTP: (params: Code) => Promise<Result>
    verifyBackupCode: (params: Code) => Promise<Result>
  }
  /** Leaves for a provider; `redirectCallbackUrl` is the page that handles coming back. */
  sso: (params: {
    strategy: OAuthStrategy | 'enterprise_sso'
    redirectUrl: string
    redirectCallbackUrl: string
    identifier?: string | undefined
    oidcPrompt?: string | undefined
    enterpriseConnectionId?: string | undefined
  }) => Promise<Result>
  /** Signs in with a ticket; left out, the `__clerk_ticket` of this page's address. */
  ticket: (params?: { ticket: string }) => Promise<Result>
  /** Signs in with a wallet, through the `web3` port. */
  web3: (params: { strategy: Web3Strategy }) => Promise<Result>
  /** Signs in with a passkey of this device. */
  passkey: (params?: { flow?: 'autofill' | 'discoverable' }) => Promise<Result>
  /** Makes the session active that the sign-in has made. */
  finalize: Finalize
  /** Forgets the sign-in, here and at once. */
  reset: () => Promise<Result>
}

type FirstStrategy = SignInFirstFactor['strategy']

interface Sent {
  emailAddress?: string | undefined
  emailAddressId?: string | undefined
  phoneNumber?: string | undefined
  phoneNumberId?: string | undefined
  channel?: string | undefined
}

/** @throws ClienteleError `factor_not_found` in place of a factor that is missing. */
const requireFactor = <Factor>(factor: Factor | undefined, strategy: string): Factor => {
  if (factor !== undefined) return factor
  throw new ClienteleError(
    'factor_not_found',
    `The attempt in progress does not offer ${strategy}: begin one that does`,
  )
}

/** A record and no record, as the modern generation reads them. */
const show = (record: SignInRecord | null) => {
  const shown = showSignIn(record)
  return {
    ...shown,
    ...showOutcome(shown, shown.firstFactorVerification),
    status: shown.status ?? 'needs_identifier',
    supportedFirstFactors: shown.supportedFirstFactors ?? [],
    supportedSecondFactors: shown.supportedSecondFactors ?? [],
  }
}

/** @param signIn the same sign-in under the names of the previous generation. */
export const createSignInFuture = (
  context: Context,
  signIn: SignInResource,
): SignInFutureResource => {
  const { run, methods, waitForLink } = createFuture(context, 'signIn', signIn)

  /** Begins for an identifier, if one is given, and finds the factor to go on with. */
  const begin = async (
    strategy: FirstStrategy,
    { emailAddress, phoneNumber, emailAddressId, phoneNumberId }: Sent,
  ) => {
    const identifier = emailAddress ?? phoneNumber
    if (identifier !== undefined) await signIn.create({ identifier })
    const id = emailAddressId ?? phoneNumberId
    const factor = signIn.supportedFirstFactors?.find(
      each => each.strategy === strategy && (id === undefined || Object.values(each).includes(id)),
    )
    return requireFactor(factor, strategy)
  }
  const send = (strategy: FirstStrategy, params: Sent & { redirectUrl?: string }) =>
    run(async () => {
      const { channel, redirectUrl } = params
      const factor = await begin(strategy, params)
      await signIn.prepareFirstFactor({ ...factor, channel, redirectUrl })
    })
  const codes = (strategy: FirstStrategy) => ({
    sendCode: (params: Sent = {}) => send(strategy, params),
    verifyCode: ({ code }: Code) => run(() => signIn.attemptFirstFactor({ strategy, code })),
  })
  const reset = (strategy: FirstStrategy) => ({
    ...codes(strategy),
    submitPassword: (params: Parameters<SignInResource['resetPassword']>[0]) =>
      run(() => signIn.resetPassword(params)),
  })
  const sendSecond = (strategy: 'phone_code' | 'email_code') => () =>
    run(async () => {
      const factor = signIn.supportedSecondFactors?.find(each => each.strategy === strategy)
      await signIn.prepareSecondFactor({ ...requireFactor(factor, strategy), strategy })
    })
  const verifySecond =
    (strategy: 'phone_code' | 'email_code' | 'totp' | 'backup_code') =>
    ({ code }: Code) =>
      run(() => signIn.attemptSecondFactor({ strategy, code }))

  return live(attemptReader(context, 'signIn', show), {
    ...methods,
    password: ({ password, identifier, emailAddress, phoneNumber }) =>
      run(() => {
        const given = identifier ?? emailAddress ?? phoneNumber ?? signIn.identifier ?? undefined
        return signIn.create({ strategy: 'password', identifier: given, password })
      }),
    emailCode: codes('email_code'),
    phoneCode: codes('phone_code'),
    emailLink: {
      sendLink: ({ verificationUrl, ...params }: Sent & { verificationUrl: string }) =>
        send('email_link', { ...params, redirectUrl: toAbsolute(verificationUrl) }),
      waitForVerification: waitForLink,
      get verification() {
        return readEmailLink(context.kernel)
      },
    },
    resetPasswordEmailCode: reset('reset_password_email_code'),
    resetPasswordPhoneCode: reset('reset_password_phone_code'),
    mfa: {
      sendPhoneCode: sendSecond('phone_code'),
      verifyPhoneCode: verifySecond('phone_code'),
      sendEmailCode: sendSecond('email_code'),
      verifyEmailCode: verifySecond('email_code'),
      verifyTOTP: verifySecond('totp'),
      verifyBackupCode: verifySecond('backup_code'),
    },
    passkey: params => run(() => signIn.authenticateWithPasskey(params)),
  })
}
