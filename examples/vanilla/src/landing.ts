import { emailLink } from '@clientele/core/email-link'
import { redirectCallback } from '@clientele/core/redirect-callback'
import type { App } from './app.ts'
import { needClient } from './panels/need-client.ts'
import type { Origin } from './return-urls.ts'

/** Where a person came back from, and what follows from it. */
export interface Landing {
  /** As one would write it in code. */
  readonly label: string
  /** Resolves to what came of it, in a word. */
  readonly run: () => Promise<string>
}

const elsewhere = 'That link was for another browser: go on there.'

export const createLanding = ({ clientele, alerts }: App, origin: Origin, onSignedIn: () => Promise<void>): Landing => {
  const { from, query } = origin
  const fromProvider = async () => {
    const outcome = await clientele.use(redirectCallback).handle()
    if (outcome.kind === 'error') alerts.show([outcome.error.longMessage ?? outcome.error.message])
    if (outcome.kind === 'complete' || outcome.kind === 'task') await onSignedIn()
    return outcome.kind
  }
  const fromLink = async () => {
    const { kind } = await clientele.use(emailLink).handleVerification(query)
    if (kind === 'complete') await onSignedIn()
    if (kind === 'verified_elsewhere') alerts.show([elsewhere])
    return kind
  }
  const fromTicket = async () => {
    const ticket = query.get('__clerk_ticket') ?? ''
    const { signIn, signUp } = needClient(clientele)
    const attempt = query.get('__clerk_status') === 'sign_up' ? signUp : signIn
    const { next } = await attempt.create({ strategy: 'ticket', ticket })
    if (next.kind === 'complete' && next.sessionId) {
      await clientele.setActive({ session: next.sessionId })
      await onSignedIn()
    }
    return next.kind
  }
  if (from === 'provider') return { label: 'redirectCallback.handle()', run: fromProvider }
  if (from === 'link') return { label: 'emailLink.handleVerification()', run: fromLink }
  return { label: "create({ strategy: 'ticket' })", run: fromTicket }
}
