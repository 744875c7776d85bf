import { Show, useClienteleStore, useUser } from '@clientele/react'
import { SignIn } from './SignIn.tsx'

const Account = () => {
  const user = useUser()
  const { signOut } = useClienteleStore()
  return (
    <>
      <h1>Hello {user?.firstName}</h1>
      <button type="button" onClick={() => signOut()}>
        Sign out
      </button>
    </>
  )
}

export default function App() {
  return (
    <main>
      <Show when="loading">Loading…</Show>
      <Show when="failed">The sign-in service cannot be reached. Reload to try again.</Show>
      <Show when="signed-out">
        <SignIn />
      </Show>
      <Show when="signed-in">
        <Account />
      </Show>
    </main>
  )
}
