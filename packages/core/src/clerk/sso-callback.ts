import { redirectCallback } from '../modules/redirect-callback.ts'
import type { Clerk } from './clerk.ts'
import { internalsOf } from './internals.ts'
import type { SetActiveNavigate } from './set-active.ts'

/** Where the page that a provider leads back to goes on. */
export interface SsoCallbackParams {
  /** Signed in: goes on. */
  navigateToApp: SetActiveNavigate
  /** The sign-in goes on at its page. */
  navigateToSignIn: () => unknown
  /** The sign-up goes on at its page. */
  navigateToSignUp: () => unknown
}

/** For the page that a provider leads back to, in an application that routes by itself. */
export const handleSsoCallback = async (
  clerk: Clerk,
  { navigateToApp, navigateToSignIn, navigateToSignUp }: SsoCallbackParams,
): Promise<void> => {
  const { kernel } = internalsOf(clerk).context
  const outcome = await redirectCallback()(kernel).handle()
  switch (outcome.kind) {
    case 'complete':
    case 'task':
      await clerk.setActive({ session: outcome.sessionId, navigate: navigateToApp })
      return
    case 'continue_sign_up':
      await navigateToSignUp()
      return
    default:
      await navigateToSignIn()
  }
}
