import {
  ClienteleProvider,
  Show,
  useAuth,
  useClient,
  useSession,
  useSignIn,
} from '@clientele/react'
import { ClerkProvider, useSignIn as useClerkSignIn, useUser } from '@clientele/react/clerk'
import { useSignIn as useLegacySignIn } from '@clientele/react/clerk-legacy'
import { clientele } from './core.js'

const Sessions = () => {
  const count = useClient(client => client?.signedInSessions.length)
  const session = useSession()
  const { errors } = useSignIn()
  const { isSignedIn } = useAuth()
  const known: number | undefined = count
  return (
    <p title={session?.user?.firstName ?? errors.fields.password?.message}>
      {isSignedIn ? known : 'Signed out'}
    </p>
  )
}

export const App = () => (
  <ClienteleProvider clientele={clientele}>
    <Show when="signed-in">
      <Sessions />
    </Show>
  </ClienteleProvider>
)

const Moved = () => {
  const { user } = useUser()
  const { signIn, errors } = useClerkSignIn()
  const { isLoaded } = useLegacySignIn()
  const submit = () => signIn.password({ emailAddress: 'ada@example.com', password: 'secret' })
  return (
    <button type="button" disabled={!isLoaded} onClick={submit}>
      {user?.fullName ?? errors.fields.password?.message ?? signIn.status}
    </button>
  )
}

export const MovedApp = () => (
  <ClerkProvider publishableKey="pk_test_x">
    <Moved />
  </ClerkProvider>
)
