import {
  ClienteleProvider,
  Show,
  useAuth,
  useClient,
  useSession,
  useSignIn,
} from '@clientele/react'
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
