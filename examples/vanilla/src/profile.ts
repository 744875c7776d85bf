import type { ClienteleStore, User } from '@clientele/core'
import { createAuthFetch } from '@clientele/core/auth-fetch'
import { nameOf } from './account-menu.ts'
import { button, element } from './element.ts'

/** For who is signed in: what this page knows, and what the API knows by the token alone. */
export const createProfile = (store: ClienteleStore, user: User): HTMLElement => {
  // Adds the session token, and asks once more with a fresh one after a 401.
  const api = createAuthFetch(store, { baseURL: '/api' })
  const answer = element('dd', { ariaLive: 'polite' })
  const ask = async () => {
    answer.textContent = 'Loading…'
    const me = await api<{ userId: string }>('/me').catch(() => null)
    answer.textContent = me ? `You are ${me.userId}` : 'No answer'
  }
  void ask()
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
    element('div', { className: 'actions' }, button('Ask again', ask)),
  )
}
