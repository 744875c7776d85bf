import { createClientele } from '@clientele/core'
import { expect, it } from 'vitest'
import { answer, emulator } from './msw.ts'

it('answers whatever is intercepted', async () => {
  const { publishableKey } = emulator
  const clientele = createClientele({
    publishableKey,
    fetch: (input, init) => answer(new Request(input, init)),
  })
  const client = await clientele.load()
  await client?.signIn.create({
    strategy: 'password',
    ...{ identifier: 'ada@example.com', password: 'correct horse battery' },
  })
  await clientele.setActive({ session: clientele.client?.signIn.createdSessionId })
  expect(clientele.isSignedIn).toBe(true)
})
