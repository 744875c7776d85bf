import { ClienteleError, toClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { emailLink } from '../modules/email-link.ts'
import { attemptOf } from './callback.ts'
import type { HandleEmailLinkVerificationParams } from './clerk.ts'
import type { Navigation } from './navigation.ts'

/** Clerk's code of such an error is what the address of the page says: `expired`. */
const underClerksCode = (thrown: unknown): never => {
  const { code, message } = toClienteleError(thrown)
  if (!code.startsWith('email_link_')) throw thrown
  throw new ClienteleError(code.replace('email_link_', ''), message, { cause: thrown })
}

/** For the page that a link of an e-mail leads to: finishes what it began, and goes on. */
export const handleEmailLinkVerification = async (
  kernel: Kernel,
  navigation: Navigation,
  params: HandleEmailLinkVerificationParams,
  go: (to: string) => unknown,
): Promise<unknown> => {
  const query = new URLSearchParams(globalThis.location?.search)
  const landing = await emailLink()(kernel).handleVerification(query).catch(underClerksCode)
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
