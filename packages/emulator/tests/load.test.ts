import { createClientele } from '@clientele/core'
import { createEmulator } from '@clientele/emulator'
import { listen } from '@clientele/emulator/node'
import { testUser } from '@clientele/emulator/testing'
import { expect, it } from 'vitest'

/** Sixteen clients sign in and out so many times each, at a time and over a socket. */
const crowd = async (times: number) => {
  const { emulator, publishableKey, close } = await listen()
  const failures: unknown[] = []
  const work = async (index: number) => {
    const user = testUser({ emailAddress: `user${index}+clerk_test@example.com` })
    emulator.users.create({ emailAddress: user.emailAddress })
    const storage = new Map<string, string>()
    const clientele = createClientele({
      publishableKey,
      mode: 'native',
      storage: {
        getItem: key => storage.get(key) ?? null,
        setItem: (key, value) => storage.set(key, value),
        removeItem: key => storage.delete(key),
      },
      onError: error => failures.push(error),
    })
    await clientele.load()
    for (let count = 0; count < times; count++) {
      const attempt = () => clientele.client?.signIn
      await attempt()?.create({ strategy: 'email_code', identifier: user.emailAddress })
      const done = await attempt()?.attemptFirstFactor({ strategy: 'email_code', code: '424242' })
      await clientele.setActive({ session: done?.createdSessionId ?? null })
      await clientele.signOut()
    }
    clientele.dispose()
  }
  const signIns = () =>
    emulator.requests.filter(({ path, status }) => path === '/v1/client/sign_ins' && status === 200)
  await Promise.all(Array.from({ length: 16 }, (_, index) => work(index)))
  await close()
  expect(failures).toEqual([])
  expect(signIns()).toHaveLength(16 * times)
  expect(
    emulator.requests.filter(
      ({ status, query }) => status >= 400 || '_clerk_retry_attempt' in query,
    ),
  ).toEqual([])
}

it('sixteen clients sign in and out three times each, at a time and over a socket, and nothing has to be repeated', () =>
  crowd(3))

it(
  'sixteen clients sign in and out fifty times each, at a time and over a socket, and nothing has to be repeated',
  // What counts is that nothing is repeated, and not how busy the machine is.
  { tags: ['matrix'], timeout: 180_000 },
  () => crowd(50),
)

it('a hundred resets each leave an emulator as good as new', async () => {
  const fresh = JSON.stringify(createEmulator({ seed: 1, clock: { now: () => 0 } }).export())
  const emulator = createEmulator({ seed: 1, clock: { now: () => 0 } })
  for (let count = 0; count < 100; count++) {
    emulator.users.create(testUser())
    emulator.settings.patch({ singleSession: true })
    await emulator.agent().fetch('/v1/client')
    emulator.reset()
    expect(JSON.stringify(emulator.export())).toBe(fresh)
  }
})
