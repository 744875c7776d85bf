import type { Kernel } from '../kernel.ts'
import { type RedirectOutcome, redirectCallback } from '../modules/redirect-callback.ts'
import type { AttemptName, Navigation, RedirectUrls } from './navigation.ts'

/** Pages for what may be left to do after a provider, each with its place in Clerk's pages. */
export interface HandleRedirectCallbackParams extends RedirectUrls {
  /** False: a sign-in of an unknown account does not become a sign-up. */
  transferable?: boolean | undefined
  /** The page for signing in; that of the options, or the hosted one, when not set. */
  signInUrl?: string | undefined
  /** The page for signing up; that of the options, or the hosted one, when not set. */
  signUpUrl?: string | undefined
  /** For a first factor; `#/factor-one` of the sign-in page when not set. */
  firstFactorUrl?: string | undefined
  /** For a second factor; `#/factor-two` of the sign-in page when not set. */
  secondFactorUrl?: string | undefined
  /** For a new password; `#/reset-password` of the sign-in page when not set. */
  resetPasswordUrl?: string | undefined
  /** For what a sign-up misses; `#/continue` of the sign-up page when not set. */
  continueSignUpUrl?: string | null | undefined
  /** For the code of an address; `#/verify-email-address` of the sign-up page when not set. */
  verifyEmailAddressUrl?: string | null | undefined
  /** For the code of a number; `#/verify-phone-number` of the sign-up page when not set. */
  verifyPhoneNumberUrl?: string | null | undefined
}

/** What a page that a provider leads back to works on. */
interface CallbackContext {
  readonly kernel: Kernel
  readonly navigation: Navigation
}

/** Which attempt has made a session. */
export const attemptOf = ({ store }: Kernel, sessionId: string): AttemptName =>
  store.getState().attempts.signUp.data?.createdSessionId === sessionId ? 'signUp' : 'signIn'

const toSignUpPage = (
  { store }: Kernel,
  params: HandleRedirectCallbackParams,
  page: string,
): string => {
  const { missingFields = [], unverifiedFields = [] } = store.getState().attempts.signUp.data ?? {}
  if (missingFields.length > 0) return params.continueSignUpUrl ?? `${page}#/continue`
  if (unverifiedFields.includes('email_address'))
    return params.verifyEmailAddressUrl ?? `${page}#/verify-email-address`
  if (unverifiedFields.includes('phone_number'))
    return params.verifyPhoneNumberUrl ?? `${page}#/verify-phone-number`
  return params.continueSignUpUrl ?? `${page}#/continue`
}

/** Where to go for an outcome. */
const toUrl = (
  { kernel, navigation }: CallbackContext,
  params: HandleRedirectCallbackParams,
  outcome: RedirectOutcome,
): string => {
  const signIn = params.signInUrl ?? navigation.page('signIn')
  const signUp = params.signUpUrl ?? navigation.page('signUp')
  switch (outcome.kind) {
    case 'complete':
      return navigation.after(attemptOf(kernel, outcome.sessionId), params)
    case 'task': {
      const [task] = kernel.store.getState().sessions.byId[outcome.sessionId]?.tasks ?? []
      const after = navigation.after(attemptOf(kernel, outcome.sessionId), params)
      return (task && navigation.taskPage(task.key)) ?? after
    }
    case 'first_factor':
      return params.firstFactorUrl ?? `${signIn}#/factor-one`
    case 'second_factor':
      return params.secondFactorUrl ?? `${signIn}#/factor-two`
    case 'client_trust':
      return params.secondFactorUrl ?? `${signIn}#/client-trust`
    case 'new_password':
      return params.resetPasswordUrl ?? `${signIn}#/reset-password`
    case 'continue_sign_up':
      return toSignUpPage(kernel, params, signUp)
    case 'error':
    case 'unsupported':
      return outcome.attempt === 'signUp' ? signUp : signIn
    default:
      return signIn
  }
}

/** For the page that a provider leads back to: finishes the attempt and goes on. */
export const handleRedirectCallback = async (
  context: CallbackContext,
  params: HandleRedirectCallbackParams,
  go: (to: string) => unknown,
): Promise<unknown> => {
  const { transferable = true } = params
  const outcome = await redirectCallback()(context.kernel).handle({ transferable })
  return go(toUrl(context, params, outcome))
}
