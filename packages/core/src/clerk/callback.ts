import type { Kernel } from '../kernel.ts'
import { type RedirectOutcome, redirectCallback } from '../modules/redirect-callback.ts'
import type { AttemptKind } from '../slices/attempts.ts'
import type { Navigation, RedirectUrls } from './navigation.ts'

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
export const attemptOf = ({ store }: Kernel, sessionId: string): AttemptKind =>
  store.getState().attempts.signUp.data?.createdSessionId === sessionId ? 'signUp' : 'signIn'

/** What may be left to do: the parameter for its page, and its place in Clerk's pages. */
const steps = {
  first_factor: ['signIn', 'firstFactorUrl', 'factor-one'],
  second_factor: ['signIn', 'secondFactorUrl', 'factor-two'],
  client_trust: ['signIn', 'secondFactorUrl', 'client-trust'],
  new_password: ['signIn', 'resetPasswordUrl', 'reset-password'],
  continue_sign_up: ['signUp', 'continueSignUpUrl', 'continue'],
  email_address: ['signUp', 'verifyEmailAddressUrl', 'verify-email-address'],
  phone_number: ['signUp', 'verifyPhoneNumberUrl', 'verify-phone-number'],
} as const

const signUpStepOf = ({ store }: Kernel): keyof typeof steps => {
  const { missingFields = [], unverifiedFields = [] } = store.getState().attempts.signUp.data ?? {}
  const proofs = missingFields.length > 0 ? [] : (['email_address', 'phone_number'] as const)
  return proofs.find(field => unverifiedFields.includes(field)) ?? 'continue_sign_up'
}

/** Where to go for an outcome. */
const toUrl = (
  { kernel, navigation }: CallbackContext,
  params: HandleRedirectCallbackParams,
  outcome: RedirectOutcome,
): string => {
  const page = (attempt: AttemptKind) => params[`${attempt}Url`] ?? navigation.page(attempt)
  const stepPage = (step: keyof typeof steps) => {
    const [attempt, name, place] = steps[step]
    return params[name] ?? `${page(attempt)}#/${place}`
  }
  switch (outcome.kind) {
    case 'complete':
      return navigation.after(attemptOf(kernel, outcome.sessionId), params)
    case 'task': {
      const [task] = kernel.store.getState().sessions.byId[outcome.sessionId]?.tasks ?? []
      const after = navigation.after(attemptOf(kernel, outcome.sessionId), params)
      return (task && navigation.taskPage(task.key)) ?? after
    }
    case 'first_factor':
    case 'second_factor':
    case 'client_trust':
    case 'new_password':
      return stepPage(outcome.kind)
    case 'continue_sign_up':
      return stepPage(signUpStepOf(kernel))
    case 'error':
    case 'unsupported':
      return page(outcome.attempt)
    default:
      return page('signIn')
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
