import { expect, test } from 'vitest'
import { createBrowser, createFrozen, jane, start } from './support/browser.ts'

test('attempts: each with how far it is, in order, without what proves it', async () => {
  const emulator = createFrozen({ settings: { password: 'on' } })
  emulator.users.create(jane)
  const { signIn, signInStep, signUp } = createBrowser(emulator)
  const { id } = (await signIn({ identifier: jane.emailAddress })).body.response
  await signInStep(id, 'prepare_first_factor', { strategy: 'email_code' })
  emulator.clock.advance(1)
  await signUp({ email_address: 'new@example.com' })
  const [first, second] = emulator.attempts.list()
  expect(first).toEqual({
    id,
    kind: 'sign-in',
    clientId: expect.stringMatching(/^client_/),
    status: 'needs_first_factor',
    identifier: jane.emailAddress,
    next: ['password', 'email_code', 'email_link', 'reset_password_email_code'],
    verifications: [
      {
        of: 'first factor',
        strategy: 'email_code',
        status: 'unverified',
        attempts: 0,
        expireAt: start + 600_000,
      },
    ],
    createdSessionId: null,
    createdAt: start,
    abandonAt: start + 86_400_000,
  })
  expect(second).toMatchObject({
    kind: 'sign-up',
    identifier: 'new@example.com',
    next: ['email_address'],
  })
  expect(JSON.stringify(emulator.attempts.list())).not.toContain(emulator.inbox.latest()?.code)
  expect(await (await emulator.fetch('/__emulator/attempts')).json()).toEqual(
    emulator.attempts.list(),
  )
  emulator.clock.advance(86_400_000)
  expect(emulator.attempts.list().map(({ status }) => status)).toEqual(['abandoned', 'abandoned'])
})

test('scenarios are listed and staged over HTTP; what was known is forgotten', async () => {
  const emulator = createFrozen()
  emulator.users.create({ emailAddress: 'joe@example.com' })
  const ask = (method: string, path: string) =>
    emulator.fetch(`/__emulator/scenarios${path}`, { method })
  const listed = await (await ask('GET', '')).json()
  expect(listed).toContainEqual({ name: 'locked-user', summary: expect.stringMatching(/locked/) })
  expect((await ask('POST', '/locked-user')).status).toBe(204)
  expect(emulator.users.list().map(({ emailAddress }) => emailAddress)).toEqual([jane.emailAddress])
  expect((await ask('POST', '/nonsense')).status).toBe(404)
})
