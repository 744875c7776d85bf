import { useClienteleStore, useSignIn } from '@clientele/react'
import { useState } from 'react'
import { Button, Text, TextInput } from 'react-native'

export const SignIn = () => {
  const { setActive } = useClienteleStore()
  const { create, errors, fetchStatus } = useSignIn()
  const [identifier, setIdentifier] = useState('')
  const [password, setPassword] = useState('')

  const submit = async () => {
    const { signIn } = await create({ identifier, password })
    if (signIn?.next.kind === 'complete') await setActive({ session: signIn.next.sessionId })
  }

  return (
    <>
      <TextInput
        accessibilityLabel="Email address"
        autoCapitalize="none"
        autoComplete="email"
        keyboardType="email-address"
        onChangeText={setIdentifier}
        value={identifier}
      />
      <TextInput
        accessibilityLabel="Password"
        autoComplete="current-password"
        onChangeText={setPassword}
        secureTextEntry
        value={password}
      />
      <Button title="Sign in" onPress={submit} disabled={fetchStatus === 'fetching'} />
      <Text role="alert">{errors.all[0]?.longMessage}</Text>
    </>
  )
}
