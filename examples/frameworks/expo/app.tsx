import { ClienteleProvider, useAuth, useUser } from '@clientele/react'
import { useState } from 'react'
import { Button, Text, View } from 'react-native'
import { SignIn } from './sign-in'
import { store } from './store'

const api = process.env.EXPO_PUBLIC_API_URL ?? ''

const Page = () => {
  const { isLoaded, isSignedIn, userId, getToken, signOut } = useAuth()
  const user = useUser()
  const [answer, setAnswer] = useState('')

  const callApi = async () => {
    const headers = { authorization: `Bearer ${await getToken()}` }
    const response = await fetch(`${api}/api/me`, { headers })
    setAnswer(await response.text())
  }

  if (!isLoaded) return <Text>Loading…</Text>
  if (!isSignedIn) return <SignIn />
  return (
    <>
      <Text>Signed in as {user?.firstName ?? userId}</Text>
      <Button title="Call the API" onPress={callApi} />
      <Button title="Sign out" onPress={() => signOut()} />
      <Text>{answer}</Text>
    </>
  )
}

export const App = () => (
  <ClienteleProvider clientele={store}>
    <View style={{ padding: 48 }}>
      <Page />
    </View>
  </ClienteleProvider>
)
