import { createClientele } from '@clientele/core'
import { createAuthFetch } from '@clientele/core/auth-fetch'
import { nativePage } from '@clientele/core/native-page'
import { persist } from '@clientele/core/persist'
import { pin } from '@clientele/core/pin'
import { refresh } from '@clientele/core/refresh'
import { revalidate } from '@clientele/core/revalidate'
import { timeline } from '@clientele/core/timeline'
import { createEmulator } from '@clientele/emulator'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { flush } from './support/manual-clock.ts'
import {
  becomeReactNative,
  createSecureStorage,
  elsewhere,
  leaveReactNative,
} from './support/react-native.ts'

const identifier = 'ada@example.com'
const password = 'correct horse battery staple'

afterEach(leaveReactNative)

/** An application that may be started again: its storage and its server stay. */
const install = () => {
  const emulator = createEmulator()
  emulator.users.create({ emailAddress: identifier, password })
  const { publishableKey } = emulator
  const agent = emulator.agent({ origin: null })
  const storage = createSecureStorage()
  const errors: unknown[] = []
  const appState = { currentState: 'active', addEventListener: () => ({ remove: () => {} }) }
  const start = async () => {
    const page = nativePage({ appState })
    const clientele = createClientele({
      publishableKey,
      fetch: elsewhere(agent.fetch),
      mode: 'native',
      storage,
      modules: [revalidate({ page }), refresh({ page }), persist({ storage }), timeline()],
      onError: error => errors.push(error),
    })
    await clientele.load()
    return clientele
  }
  return { start, storage, errors }
}

const signIn = async ({
  client,
  setActive,
}: Awaited<ReturnType<ReturnType<typeof install>['start']>>) => {
  const attempt = await client?.signIn.create({ identifier, password })
  return setActive({ session: attempt?.createdSessionId ?? null })
}

describe('with what React Native has', () => {
  it('signs in, has a token, is still signed in after a start, and signs out', async () => {
    const { start, storage, errors } = install()
    becomeReactNative()
    const first = await start()
    expect(first.status).toBe('ready')
    await signIn(first)
    expect((await first.getToken())?.split('.')).toHaveLength(3)
    first.dispose()
    await flush()
    const second = await start()
    expect(second.user).toMatchObject({ primaryEmailAddressId: expect.any(String) })
    await second.getToken({ skipCache: true })
    await second.signOut()
    expect(second.session).toBeNull()
    await flush()
    second.dispose()
    const third = await start()
    expect(third.client?.signedInSessions).toEqual([])
    third.dispose()
    expect(errors).toEqual([])
    expect(storage.keys.size).toBe(2)
  })

  it('sends tokens where they belong, though an URL tells no parts and there are no streams', async () => {
    becomeReactNative()
    vi.stubGlobal('Request', undefined)
    vi.stubGlobal('ReadableStream', undefined)
    const asked: unknown[][] = []
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const token = new Headers(init?.headers).get('authorization')
      asked.push([input, token])
      const status = token === 'Bearer old' ? 401 : 200
      const headers = new Headers({ 'content-type': 'application/json' })
      const answer = { status, ok: status === 200, headers, body: '{}', text: async () => '{}' }
      return answer as unknown as Response // as: the parts of it that are read
    }
    const tokens = ['old', 'old', 'new', 'new', 'new']
    const getToken = async () => tokens.shift() ?? 'new'
    const api = createAuthFetch({ getToken }, { baseURL: 'https://api.example.com', fetch })
    await api('/todos')
    const others = [
      'https://api.example.com@evil.example/',
      'https://api.example.com.evil.example/',
      'https://api.example.com\\@evil.example/',
      'http://api.example.com/',
      'https://api.example.com:8443/',
    ]
    for (const other of others) await api(other, { baseURL: '' })
    expect(asked).toEqual([
      ['https://api.example.com/todos', 'Bearer old'],
      ['https://api.example.com/todos', 'Bearer new'],
      ...others.map(other => [other, null]),
    ])
  })

  it('says why a request ended', async () => {
    const { start } = install()
    becomeReactNative()
    const clientele = await start()
    const attempt = clientele.client?.signIn.create({ identifier, password })
    clientele.dispose()
    await expect(attempt).rejects.toMatchObject({ code: 'disposed' })
  })
})

it.each([
  ['production', 'clerk.example.com'],
  ['development', 'foo-bar-13.clerk.accounts.dev'],
  ['a key with padding', 'clerk.example1.com'],
])('secure storage takes the key of everything that is kept: %s', async (_, host) => {
  const kind = host.endsWith('.dev') ? 'test' : 'live'
  const storage = createSecureStorage()
  const kept = new Map<string, string>()
  const ofTab = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
  const errors: unknown[] = []
  const emulator = createEmulator({ host })
  emulator.users.create({ emailAddress: identifier, password })
  const { fetch } = emulator.agent()
  for (const mode of ['browser', 'native'] as const) {
    const clientele = createClientele({
      publishableKey: `pk_${kind}_${btoa(`${host}$`)}`,
      fetch: mode === 'native' ? emulator.agent({ origin: null }).fetch : fetch,
      mode,
      storage,
      modules: [persist({ storage }), pin({ storage: ofTab })],
      onError: error => errors.push(error),
    })
    await clientele.load()
    await signIn(clientele)
    await clientele.signOut()
    await flush()
    clientele.dispose()
  }
  const keys = [...storage.keys, ...kept.keys()]
  for (const key of keys) expect(key).toMatch(/^[\w.-]+$/)
  expect(keys).toHaveLength(kind === 'test' ? 4 : 3)
  expect(errors).toEqual([])
})
