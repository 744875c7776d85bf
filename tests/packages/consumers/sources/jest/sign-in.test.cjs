const { createClientele, isClienteleError } = require('@clientele/core')
const { createEmulator } = require('@clientele/emulator')
const { listen } = require('@clientele/emulator/node')
const { createTestClientele } = require('@clientele/emulator/testing')

const identifier = 'ada@example.com'
const password = 'correct horse battery'

test('signs in and out', async () => {
  const emulator = createEmulator()
  emulator.users.create({ emailAddress: identifier, password })
  const { fetch } = emulator.agent()
  const store = createClientele({ publishableKey: emulator.publishableKey, fetch })
  await store.load()
  const error = await store.client.signIn
    .create({ identifier, password: 'another one' })
    .catch(thrown => thrown)
  expect(isClienteleError(error)).toBe(true)
  expect(error.code).toBe('form_password_incorrect')
  const attempt = await store.client.signIn.create({ identifier, password })
  await store.setActive({ session: attempt.createdSessionId })
  expect((await store.getToken()).split('.')).toHaveLength(3)
  await store.signOut()
  expect(store.client.signedInSessions).toEqual([])
  store.dispose()
})

test.each(['needs-second-factor', 'pending', 'offline'])('a store that is %s', async state => {
  const { clientele, settle, online } = await createTestClientele({ state })
  online()
  await settle()
  expect(clientele.client).toBeDefined()
  clientele.dispose()
})

test('an emulator at a socket, which another copy may have made', async () => {
  const emulator = createEmulator()
  const { port, close } = await listen({ emulator })
  expect(port).toBeGreaterThan(0)
  await close()
})
