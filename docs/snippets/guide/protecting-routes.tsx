import { Show, useAuth } from '@clientele/react'
import type { ReactNode } from 'react'

// #region show
export const Private = ({ children }: { children: ReactNode }) => (
  <>
    <Show when="loading">Loading…</Show>
    <Show when="failed">The sign-in service cannot be reached.</Show>
    <Show when="signed-out">
      <a href={`/sign-in?to=${encodeURIComponent(location.pathname)}`}>Sign in</a>
    </Show>
    <Show when="signed-in">{children}</Show>
  </>
)
// #endregion show

// #region auth
export const Greeting = () => {
  const { isLoaded, isSignedIn, userId } = useAuth()
  if (!isLoaded) return <p>Loading…</p>
  return <p>{isSignedIn ? `You are ${userId}.` : 'You are not signed in.'}</p>
}
// #endregion auth
