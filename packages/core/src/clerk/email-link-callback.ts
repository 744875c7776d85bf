import type { Kernel } from '../kernel.ts'
import { emailLink } from '../modules/email-link.ts'
import { attemptOf } from './callback.ts'
import type { HandleEmailLinkVerificationParams } from './clerk.ts'
import type { Navigation } from './navigation.ts'

/** For the page that a link of an e-mail leads to: finishes what it began, and goes on. */
export const handleEmailLinkVerification = async (
  kernel: Kernel,
  navigation: Navigation,
  params: HandleEmailLinkVerificationParams,
  go: (to: string) => unknown,
): Promise<unknown> => {
  const query = new URLSearchParams(globalThis.location?.search)
  const landing = await emailLink()(kernel).handleVerification(query)
  switch (landing.kind) {
    case 'complete': {
      const after = () => navigation.after(attemptOf(kernel, landing.sessionId))
      return go(params.redirectUrlComplete ?? after())
    }
    case 'continue':
      return params.redirectUrl === undefined ? undefined : go(params.redirectUrl)
    default:
      return params.onVerifiedOnOtherDevice?.()
  }
}
