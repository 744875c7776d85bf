import type { Kernel } from '../kernel.ts'
import type { VerificationRecord } from '../records.ts'
import { invalid } from '../schema/parse.ts'
import { createSignIn } from './sign-in/create.ts'
import { createSignUp, type SignUpParams } from './sign-up/create.ts'
import { updateSignUp } from './sign-up/update.ts'

/** Where a provider is, and where to go afterwards (section 5.6). */
export interface AuthenticateWithRedirectParams {
  /** `oauth_…` or `enterprise_sso`. */
  readonly strategy: string
  /** The page that finishes what the provider began. */
  readonly redirectUrl: string
  /** The page to go to when nothing is left to do. */
  readonly redirectUrlComplete: string
  readonly identifier?: string
  readonly emailAddress?: string
  readonly continueSignUp?: boolean
  readonly legalAccepted?: boolean
  readonly unsafeMetadata?: NonNullable<SignUpParams['unsafeMetadata']>
  readonly oidcPrompt?: string
  readonly oidcLoginHint?: string
  readonly enterpriseConnectionId?: string
}

const go = async (
  kernel: Kernel,
  verification: VerificationRecord | null | undefined,
): Promise<void> => {
  const url =
    verification?.status === 'unverified' ? verification.externalVerificationRedirectUrl : null
  // Only where a browser shows pages: a `javascript:` URL in an answer must not run.
  if (!url || !/^https?:\/\//.test(url))
    throw invalid('verification.external_verification_redirect_url')
  await kernel.ports.navigate(url)
}

/** Begins a sign-in with a provider and goes there. */
export const signInWithRedirect = async (
  kernel: Kernel,
  params: AuthenticateWithRedirectParams,
): Promise<void> => {
  const {
    redirectUrlComplete,
    emailAddress,
    continueSignUp,
    legalAccepted,
    unsafeMetadata,
    ...rest
  } = params
  const identifier = rest.identifier ?? emailAddress
  await createSignIn(kernel, {
    ...rest,
    ...(identifier !== undefined && { identifier }),
    actionCompleteRedirectUrl: redirectUrlComplete,
  })
  await go(kernel, kernel.store.getState().attempts.signIn.data?.firstFactorVerification)
}

/** Begins, or with `continueSignUp` continues, a sign-up with a provider and goes there. */
export const signUpWithRedirect = async (
  kernel: Kernel,
  params: AuthenticateWithRedirectParams,
): Promise<void> => {
  const { redirectUrlComplete, identifier, continueSignUp, ...rest } = params
  const begin =
    continueSignUp && kernel.store.getState().attempts.signUp.data ? updateSignUp : createSignUp
  await begin(kernel, { ...rest, actionCompleteRedirectUrl: redirectUrlComplete })
  await go(kernel, kernel.store.getState().attempts.signUp.data?.verifications?.externalAccount)
}
