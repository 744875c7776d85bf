import { browserModules } from '@clientele/core/browser'
import { ClienteleProvider, Show, useUser } from '@clientele/react'

const Greeting = () => <p>Hello {useUser()?.firstName}</p>

export const App = () => (
  <ClienteleProvider publishableKey="pk_test_…" modules={browserModules()}>
    <Show when="loading">Loading…</Show>
    <Show when="signed-out">
      <a href="/sign-in">Sign in</a>
    </Show>
    <Show when="signed-in">
      <Greeting />
    </Show>
  </ClienteleProvider>
)
