import { createClerkClient, verifyToken } from '@clerk/backend'
import { listen } from '@clientele/emulator/node'
import { testUser } from '@clientele/emulator/testing'
import { expect, test } from 'vitest'

test('a server without the key asks for it, by the address of the Backend API', async () => {
  const { url, emulator, close } = await listen()
  const user = testUser()
  const { id } = emulator.users.create(user)
  const agent = emulator.agent()
  const fields = { identifier: user.emailAddress, password: user.password }
  const body = new URLSearchParams(fields)
  const { client } = await (
    await agent.fetch('/v1/client/sign_ins', { method: 'POST', body })
  ).json()
  const { jwt } = client.sessions[0].last_active_token
  const keys = { secretKey: 'sk_test_unused', apiUrl: url }
  expect(await verifyToken(jwt, keys)).toMatchObject({ sub: id, iss: url })
  const clerk = createClerkClient({ ...keys, publishableKey: emulator.publishableKey })
  const headers = { authorization: `Bearer ${jwt}` }
  const state = await clerk.authenticateRequest(new Request('https://api.test/', { headers }))
  expect(state.toAuth()).toMatchObject({ userId: id })
  await close()
})
