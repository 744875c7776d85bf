import { useAuth, useUser } from '@clientele/react'
import { ClienteleProvider, type ClienteleProviderProps } from '@clientele/react/browser'
import { useState } from 'react'
import { SignIn } from './sign-in'

export const Account = (props: ClienteleProviderProps) => (
  <ClienteleProvider {...props}>
    <User />
  </ClienteleProvider>
)

const User = () => {
  const { isLoaded, isSignedIn, userId, getToken, signOut } = useAuth()
  const user = useUser()
  const [answer, setAnswer] = useState('')

  const callApi = async () => {
    const headers = { authorization: `Bearer ${await getToken()}` }
    const response = await fetch('/api/me', { headers })
    setAnswer(await response.text())
  }

  if (!isLoaded) return <p>Loading…</p>
  if (!isSignedIn) return <SignIn />
  return (
    <>
      <p>Signed in as {user?.firstName ?? userId}</p>
      <button type="button" onClick={callApi}>
        Call the API
      </button>
      <button type="button" onClick={() => signOut()}>
        Sign out
      </button>
      <output>{answer}</output>
    </>
  )
}
