import { toAbsolute } from '../http/url.ts'
import type { Kernel } from '../kernel.ts'
import { invalid } from '../schema/parse.ts'
import { selectVerification } from '../selectors/verification.ts'
import type { AttemptKind } from '../slices/attempts.ts'
import type { Newer, RedirectStrategy } from '../strategies.ts'
import { continueAttempt, createAttempt } from './attempt.ts'
import type { SignUpParams } from './sign-up.ts'

/** Where a provider is, and where to go afterwards. */
export interface AuthenticateWithRedirectParams {
  /** `oauth_<provider>` or `enterprise_sso`. */
  readonly strategy: RedirectStrategy | Newer
  /** The page that finishes what the provider began: a whole URL, or a path of this page. */
  readonly redirectUrl: string
  /** The page to go to when nothing is left to do. */
  readonly redirectUrlComplete: string
  /** An email address that chooses the company's provider for `enterprise_sso`. */
  readonly identifier?: string | undefined
  /** For a sign-up: stands in for an address that the provider does not give. */
  readonly emailAddress?: string | undefined
  /** Goes on with the sign-up in progress; left out, a new one begins. */
  readonly continueSignUp?: boolean | undefined
  /** For a sign-up: the user has accepted the legal terms. */
  readonly legalAccepted?: boolean | undefined
  /** For a sign-up: what the new user is given, readable and writable by the user. */
  readonly unsafeMetadata?: SignUpParams['unsafeMetadata'] | undefined
  /** OpenID Connect's `prompt`, handed on to the provider. */
  readonly oidcPrompt?: string | undefined
  /** OpenID Connect's `login_hint`, handed on to the provider. */
  readonly oidcLoginHint?: string | undefined
  /** Chooses one of several connections of a company. */
  readonly enterpriseConnectionId?: string | undefined
}

const isEnterprise = (strategy: string): boolean =>
  strategy === 'enterprise_sso' || strategy === 'saml'

const leave = async (kernel: Kernel, kind: AttemptKind, strategy: string): Promise<void> => {
  const state = kernel.store.getState()
  const action = kind === 'signIn' ? 'prepareFirstFactor' : 'prepareVerification'
  const verification = selectVerification(state, action, strategy)
  const url =
    verification?.status === 'unverified' ? verification.externalVerificationRedirectUrl : null
  // Only where a browser shows pages: a `javascript:` URL in an answer must not run.
  if (!url || !/^https?:\/\//.test(url))
    throw invalid('verification.external_verification_redirect_url')
  const { data } = state.attempts[kind]
  if (data) kernel.attempts[kind].leaveFor(data.id)
  await kernel.ports.navigate(url)
}

const beginSignIn = async (
  kernel: Kernel,
  params: AuthenticateWithRedirectParams,
): Promise<void> => {
  const { strategy, redirectUrl, redirectUrlComplete, emailAddress, ...rest } = params
  const { continueSignUp, legalAccepted, unsafeMetadata, ...given } = rest
  const urls = { redirectUrl, actionCompleteRedirectUrl: redirectUrlComplete }
  const identifier = given.identifier ?? emailAddress
  await createAttempt(kernel, 'signIn', { ...given, identifier, strategy, ...urls })
  if (!isEnterprise(strategy)) return
  // A company's provider is known only when it is clear who asks.
  const { oidcPrompt, enterpriseConnectionId } = given
  await continueAttempt(kernel, 'signIn', {
    action: 'prepareFirstFactor',
    params: { strategy, ...urls, oidcPrompt, enterpriseConnectionId },
  })
}

const beginSignUp = async (
  kernel: Kernel,
  params: AuthenticateWithRedirectParams,
): Promise<void> => {
  const { redirectUrlComplete, identifier, continueSignUp, ...rest } = params
  const all = { ...rest, actionCompleteRedirectUrl: redirectUrlComplete }
  const isBegun = kernel.store.getState().attempts.signUp.data !== null
  if (continueSignUp && isBegun)
    await continueAttempt(kernel, 'signUp', { action: 'update', params: all })
  else await createAttempt(kernel, 'signUp', all)
}

/**
 * Begins an attempt with a provider, or with `continueSignUp` continues a sign-up, and leaves for
 * the provider's page.
 *
 * @throws TypeError when it is not said which provider, or where to come back to.
 */
export const authenticateWithRedirect = async (
  kernel: Kernel,
  kind: AttemptKind,
  params: AuthenticateWithRedirectParams,
): Promise<void> => {
  for (const name of ['strategy', 'redirectUrl', 'redirectUrlComplete'] as const)
    if (typeof params[name] !== 'string')
      throw new TypeError(`authenticateWithRedirect() needs ${name}`)
  const urls = {
    redirectUrl: toAbsolute(params.redirectUrl),
    redirectUrlComplete: toAbsolute(params.redirectUrlComplete),
  }
  await (kind === 'signIn' ? beginSignIn : beginSignUp)(kernel, { ...params, ...urls })
  await leave(kernel, kind, params.strategy)
}
