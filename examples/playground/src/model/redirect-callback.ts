import type { ClienteleStore } from '@clientele/core'
import { emailLink } from '@clientele/core/email-link'
import { redirectCallback } from '@clientele/core/redirect-callback'
import type { Action } from './action.ts'
import { activateSession } from './activate-session.ts'
import { needClient } from './need-client.ts'
import type { Origin } from './return-urls.ts'

export interface Landing {
  readonly store: ClienteleStore
  readonly alert: (messages: readonly string[]) => void
  readonly onSignedIn: () => void
}

const elsewhere = 'That link was for another browser: go on there.'

const fromProvider = async ({ store, alert, onSignedIn }: Landing) => {
  const outcome = await store.use(redirectCallback()).handle()
  if (outcome.kind === 'error') alert([outcome.error.longMessage ?? outcome.error.message])
  if (outcome.kind === 'complete' || outcome.kind === 'task') onSignedIn()
  return outcome.kind
}

const fromLink = async ({ store, alert, onSignedIn }: Landing, query: URLSearchParams) => {
  const { kind } = await store.use(emailLink()).handleVerification(query)
  if (kind === 'complete') onSignedIn()
  if (kind === 'verified_elsewhere') alert([elsewhere])
  return kind
}

const fromTicket = async ({ store, onSignedIn }: Landing, query: URLSearchParams) => {
  const ticket = query.get('__clerk_ticket') ?? ''
  const { signIn, signUp } = needClient(store)
  const attempt = query.get('__clerk_status') === 'sign_up' ? signUp : signIn
  const { next } = await attempt.create({ strategy: 'ticket', ticket })
  return activateSession(store, next, onSignedIn)
}

/** What follows from where a person came back from. */
export const handleRedirect = (landing: Landing, { from, query }: Origin): Action => {
  if (from === 'provider')
    return { label: 'redirectCallback.handle()', run: () => fromProvider(landing) }
  if (from === 'link')
    return { label: 'emailLink.handleVerification()', run: () => fromLink(landing, query) }
  return { label: "create({ strategy: 'ticket' })", run: () => fromTicket(landing, query) }
}
