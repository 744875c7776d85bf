import { useAuth, useUser } from '@clientele/react'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import { SignIn } from '../sign-in'

const Home = () => {
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

export const Route = createFileRoute('/')({ component: Home })
