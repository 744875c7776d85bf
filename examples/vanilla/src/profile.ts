import type { ClienteleStore, User } from '@clientele/core'
import { createAuthFetch } from '@clientele/core/auth-fetch'
import { nameOf } from './account-menu.ts'
import { element } from './element.ts'

/** For who is signed in: what this page knows, and what the API knows by the token alone. */
export const createProfile = (store: ClienteleStore, user: User): HTMLElement => {
  const answer = element('dd', { ariaLive: 'polite' }, 'Loading…')
  // Adds the session token, and asks once more with a fresh one after a 401.
  const api = createAuthFetch(store, { baseURL: '/api' })
  void api<{ userId: string }>('/me').then(
    ({ userId }) => answer.replaceChildren(`You are ${userId}`),
    () => answer.replaceChildren('No answer'),
  )
  return element(
    'section',
    { className: 'card' },
    element('h1', {}, `Hello ${nameOf(user)}`),
    element(
      'dl',
      { className: 'facts' },
      element('dt', {}, 'Email'),
      element('dd', {}, user.primaryEmailAddress?.emailAddress ?? 'none'),
      element('dt', {}, 'The API says'),
      answer,
    ),
  )
}
