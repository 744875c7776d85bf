import type { Clock } from '@clientele/core'
import { nativeOptions } from '@clientele/core/native'
import { createEmulator } from '@clientele/emulator'
import { expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock, flush } from './support/manual-clock.ts'

const identifier = 'ada@example.com'
const password = 'correct horse battery staple'

/** A telephone, whose secure storage outlives the application. */
const createPhone = () => {
  const emulator = createEmulator()
  emulator.users.create({ emailAddress: identifier, password, firstName: 'Ada' })
  const { publishableKey } = emulator
  const { fetch } = emulator.agent({ origin: null })
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: async (key: string) => void kept.delete(key),
  }
  const listeners = new Set<(state: string) => void>()
  const appState = {
    currentState: 'active',
    addEventListener: (_: 'change', listener: (state: string) => void) => {
      listeners.add(listener)
      return { remove: () => listeners.delete(listener) }
    },
  }
  const asked: string[] = []
  const start = (clock?: Clock) =>
    createClientele({
      ...(clock && { clock }),
      publishableKey,
      ...nativeOptions({ appState, storage }),
      fetch: (input, init) => {
        asked.push(`${init.method} ${new URL(input).pathname}`)
        return fetch(input, init)
      },
    })
  const become = (state: string) => {
    for (const listener of listeners) listener(state)
  }
  return { start, kept, asked, become }
}

it('keeps who is signed in, whom the next start shows before it has an answer', async () => {
  const { start, kept } = createPhone()
  const first = start()
  await first.load()
  const attempt = await first.client?.signIn.create({ identifier, password })
  await first.setActive({ session: attempt?.createdSessionId ?? null })
  await flush()
  first.dispose()
  expect([...kept.keys()].filter(key => !/^[\w.-]+$/.test(key))).toEqual([])

  const second = start()
  const loaded = second.load()
  expect(second.user?.firstName).toBe('Ada')
  expect(second.status).toBe('loading')
  await loaded
  expect(second.status).toBe('ready')
  expect((await second.getToken())?.split('.')).toHaveLength(3)
  await second.signOut()
  await flush()
  second.dispose()

  const third = start()
  third.load().catch(() => {})
  expect(third.session).toBeNull()
  third.dispose()
})

it('reads the client again in the foreground', async () => {
  const { start, asked, become } = createPhone()
  const clock = createManualClock()
  const store = start(clock)
  await store.load()
  await clock.advance(5000)
  asked.length = 0
  become('active')
  await flush()
  expect(asked).toEqual(['GET /v1/client'])
  store.dispose()
})

it.each([
  [{ storage: { getItem: () => null } }, 'appState is missing'],
  [{ appState: { addEventListener: () => {} } }, 'storage is missing'],
  [{ appState: {}, storage: {}, secureStore: {} }, 'does not know "secureStore"'],
])('refuses %o: %s', (given, text) => {
  // @ts-expect-error not what the types allow
  expect(() => nativeOptions(given)).toThrow(text)
})
