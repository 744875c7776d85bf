import { createTestClientele } from '@clientele/emulator/testing'
import { expect, it } from 'vitest'

// #region unit
it('greets who is signed in', async () => {
  const { clientele, emulator, user } = await createTestClientele({ state: 'signed-in' })
  expect(clientele.user?.id).toBe(user.id)

  // An administrator ends the session elsewhere: the next token says so.
  const [session] = emulator.sessions.list()
  emulator.sessions.revoke(session?.id ?? '')
  expect(await clientele.getToken({ skipCache: true }).catch(() => null)).toBeNull()
  expect(clientele.user).toBeNull()
})
// #endregion unit

// #region faults
it('stays signed in while the service is down', async () => {
  const { clientele, emulator } = await createTestClientele({ state: 'signed-in' })
  emulator.faults.add({ kind: 'status', path: '/v1/*', status: 503 })
  await clientele.client?.reload().catch(() => {})
  expect(clientele.status).toBe('degraded')
  expect(clientele.isSignedIn).toBe(true)
})
// #endregion faults
