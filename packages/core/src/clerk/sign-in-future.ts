import { toAbsolute } from '../http/url.ts'
import { emailLink } from '../modules/email-link.ts'
import {
  afterLoad,
  type Context,
  type Result,
  readQuery,
  requireFactor,
  toResult,
} from './context.ts'
import { readEmailLink } from './email-link-landing.ts'
import type {
  OAuthStrategy,
  SignInFirstFactor,
  SignInSecondFactor,
  Web3Strategy,
} from './factors.ts'
import { type Finalize, finalize } from './finalize.ts'
import { live } from './live.ts'
import {
  type SignInFields,
  type SignInResource,
  type SignInStatus,
  signInReader,
} from './sign-in.ts'
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

interface Sent {
  emailAddress?: string | undefined
  emailAddressId?: string | undefined
  phoneNumber?: string | undefined
  phoneNumberId?: string | undefined
  channel?: string | undefined
}

/** @param signIn the same sign-in under the names of the previous generation. */
export const createSignInFuture = (
  context: Context,
  signIn: SignInResource,
): SignInFutureResource => {
  const { kernel } = context
  const run = (act: () => Promise<unknown>) => toResult(() => afterLoad(context, 'signIn', act))

  /** Begins for an identifier, if one is given, and finds the factor to go on with. */
  const begin = async (
    strategy: SignInFirstFactor['strategy'],
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
  const send = (strategy: SignInFirstFactor['strategy'], params: Sent & { redirectUrl?: string }) =>
    run(async () => {
      const { channel, redirectUrl } = params
      const factor = await begin(strategy, params)
      await signIn.prepareFirstFactor({ ...factor, channel, redirectUrl })
    })
  const attempt =
    (strategy: SignInFirstFactor['strategy']) =>
    ({ code }: Code) =>
      run(() => signIn.attemptFirstFactor({ strategy, code }))
  const codes = (strategy: SignInFirstFactor['strategy']) => ({
    sendCode: (params: Sent = {}) => send(strategy, params),
    verifyCode: attempt(strategy),
  })
  const reset = (strategy: SignInFirstFactor['strategy']) => ({
    ...codes(strategy),
    submitPassword: (params: Parameters<SignInResource['resetPassword']>[0]) =>
      run(() => signIn.resetPassword(params)),
  })
  const sendSecond = (strategy: 'phone_code' | 'email_code') => () =>
    run(async () => {
      const factor = signIn.supportedSecondFactors?.find(each => each.strategy === strategy)
      await signIn.prepareSecondFactor({ ...requireFactor(factor, strategy), strategy })
    })
  const second =
    (
      strategy: SignInSecondFactor['strategy'] &
        ('phone_code' | 'email_code' | 'totp' | 'backup_code'),
    ) =>
    ({ code }: Code) =>
      run(() => signIn.attemptSecondFactor({ strategy, code }))

  return live(signInReader(context), {
    get status() {
      return signIn.status ?? 'needs_identifier'
    },
    get supportedFirstFactors() {
      return signIn.supportedFirstFactors ?? []
    },
    get supportedSecondFactors() {
      return signIn.supportedSecondFactors ?? []
    },
    get isTransferable() {
      return signIn.firstFactorVerification.status === 'transferable'
    },
    get existingSession() {
      return existingSessionOf(signIn.firstFactorVerification.error)
    },
    get canBeDiscarded() {
      return signIn.id === undefined || signIn.status === 'complete'
    },
    create: params => run(() => signIn.create(params)),
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
      waitForVerification: () => run(() => emailLink()(kernel).wait({ kind: 'signIn' })),
      get verification() {
        return readEmailLink(kernel)
      },
    },
    resetPasswordEmailCode: reset('reset_password_email_code'),
    resetPasswordPhoneCode: reset('reset_password_phone_code'),
    mfa: {
      sendPhoneCode: sendSecond('phone_code'),
      verifyPhoneCode: second('phone_code'),
      sendEmailCode: sendSecond('email_code'),
      verifyEmailCode: second('email_code'),
      verifyTOTP: second('totp'),
      verifyBackupCode: second('backup_code'),
    },
    sso: ({ redirectUrl, redirectCallbackUrl, ...params }) =>
      run(() =>
        signIn.authenticateWithRedirect({
          ...params,
          redirectUrl: redirectCallbackUrl,
          redirectUrlComplete: redirectUrl,
        }),
      ),
    ticket: params =>
      run(() => {
        const ticket = params?.ticket ?? readQuery('__clerk_ticket') ?? undefined
        return signIn.create({ strategy: 'ticket', ticket })
      }),
    web3: params => run(() => signIn.authenticateWithWeb3(params)),
    passkey: params => run(() => signIn.authenticateWithPasskey(params)),
    finalize: params => finalize(context, signIn, params),
    reset: () => run(async () => context.clientele.client?.resetSignIn()),
  })
}

/** The session that an account has here already, by what the server says against another one. */
export const existingSessionOf = (
  error: { code: string; meta?: { sessionId?: string } } | null,
): { sessionId: string } | undefined => {
  const sessionId = error?.code === 'identifier_already_signed_in' && error.meta?.sessionId
  return sessionId ? { sessionId } : undefined
}
