import { createAuthFetch } from '@clientele/core/auth-fetch'
import { useClienteleStore, useUser } from '@clientele/react'
import { useEffect, useState } from 'react'
import { nameOf } from './account-menu.tsx'

/** For who is signed in: what this page knows, and what the API knows by the token alone. */
export const Profile = () => {
  const store = useClienteleStore()
  const user = useUser()
  const [answer, setAnswer] = useState('Loading…')

  useEffect(() => {
    // Adds the session token, and asks once more with a fresh one after a 401.
    const api = createAuthFetch(store, { baseURL: '/api' })
    api<{ userId: string }>('/me').then(
      ({ userId }) => setAnswer(`You are ${userId}`),
      () => setAnswer('No answer'),
    )
  }, [store])

  return (
    <section className="card">
      <h1>Hello {user && nameOf(user)}</h1>
      <dl className="facts">
        <dt>Email</dt>
        <dd>{user?.primaryEmailAddress?.emailAddress ?? 'none'}</dd>
        <dt>The API says</dt>
        <dd aria-live="polite">{answer}</dd>
      </dl>
    </section>
  )
}
