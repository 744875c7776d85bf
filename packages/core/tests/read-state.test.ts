import { createHash } from 'node:crypto'
import type { ClienteleOptions, Fetch } from '@clientele/core'
import { readState, stateHeaders } from '@clientele/core/server'
import { createEmulator } from '@clientele/emulator'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { json } from './support/scripted-fetch.ts'
import { clientJson, jwtOf, sessionJson } from './support/wire.ts'

// What a server knows of a visitor before the page has asked anything.

const password = 'correct horse battery'
const liveKey = `pk_live_${btoa('clerk.example.com$')}`
const devKey = `pk_test_${btoa('foo-bar-13.clerk.accounts.dev$')}`
const now = Math.floor(Date.now() / 1000)

/** An emulator, and the cookies of people who signed in there. */
const open = () => {
  const emulator = createEmulator()
  const signIn = async (name: string) => {
    const emailAddress = `${name.toLowerCase()}@example.com`
    emulator.users.create({ emailAddress, password, firstName: name })
    const answer = await emulator.fetch(`http://${emulator.host}/v1/client/sign_ins`, {
      method: 'POST',
      body: new URLSearchParams({ identifier: emailAddress, password }),
    })
    const cookies = answer.headers.getSetCookie().map(cookie => cookie.split(';')[0])
    return cookies.find(cookie => cookie?.startsWith('__client=')) ?? ''
  }
  const { publishableKey } = emulator
  const read = (cookie: string, options: Partial<Parameters<typeof readState>[1]> = {}) =>
    readState({ headers: { cookie } }, { publishableKey, fetch: emulator.fetch, ...options })
  return { emulator, publishableKey, signIn, read }
}

const show = (initialState: ClienteleOptions['initialState'], publishableKey = liveKey) =>
  createClientele({ publishableKey, initialState, fetch: () => new Promise(() => {}) })

const iss = 'https://clerk.example.com'
const tokenOf = (claims: Record<string, unknown> = {}) => jwtOf('sess_1', now, { iss, ...claims })
const suffix = `_${createHash('sha1').update(liveKey).digest('base64url').slice(0, 8)}`
const never: Fetch = () => new Promise(() => {})

describe('a client that this server can read', () => {
  it('is whole, and asked for once', async () => {
    const { emulator, publishableKey, signIn } = open()
    const fetch = vi.fn(emulator.fetch)
    const request = new Request('https://app.example/', {
      headers: { cookie: await signIn('Ada') },
    })
    const state = await readState(request, { publishableKey, fetch })
    expect(fetch).toHaveBeenCalledOnce()
    expect(show(state, publishableKey)).toMatchObject({
      status: 'ready',
      isSignedIn: true,
      user: { firstName: 'Ada' },
    })
  })

  it('never is another visitor’s, however many ask at a time', async () => {
    const { publishableKey, signIn, read } = open()
    const cookies = [await signIn('Ada'), await signIn('Bob'), '']
    const all = Array.from({ length: 60 }, (_, index) => index % 3)
    const states = await Promise.all(all.map(index => read(cookies[index] ?? '')))
    expect(states.map(state => state && show(state, publishableKey).user?.firstName)).toEqual(
      all.map(index => ['Ada', 'Bob', undefined][index]),
    )
  })

  it('is asked for with that cookie alone, and nothing secret is in the state', async () => {
    const { signIn, emulator, publishableKey } = open()
    const cookie = await signIn('Ada')
    const seen: (string | null)[] = []
    const state = await readState(
      { headers: { cookie: `theme=dark; ${cookie}; other=1` } },
      {
        publishableKey,
        fetch: (url, init) => {
          seen.push(new Headers(init.headers).get('cookie'))
          return emulator.fetch(url, init)
        },
      },
    )
    expect(seen).toEqual([cookie])
    expect(JSON.stringify(state)).not.toContain(cookie.slice(9))
  })

  it('is that of a development browser where the instance uses one', async () => {
    const urls: string[] = []
    const state = await readState(
      { headers: new Headers({ cookie: '__client=not-ours; __clerk_db_jwt=dvb_1' }) },
      {
        publishableKey: devKey,
        fetch: async (url, init) => {
          urls.push(`${url} ${new Headers(init.headers).get('cookie')}`)
          return json({ response: clientJson({ sessions: [sessionJson('sess_1')] }), client: null })
        },
      },
    )
    expect(urls).toEqual([expect.stringMatching(/\/v1\/client\?.*__clerk_db_jwt=dvb_1.* null$/)])
    expect(show(state, devKey).session?.id).toBe('sess_1')
  })

  it.each<[string, Fetch]>([
    ['hangs', never],
    ['is out of reach', () => Promise.reject(new TypeError('fetch failed'))],
    [
      'refuses',
      async () => json({ errors: [{ code: 'origin_invalid', message: '' }] }, { status: 400 }),
    ],
    ['answers with a page', async () => new Response('<html>', { status: 502 })],
  ])('costs a page nothing but “loading” where the Frontend API %s', async (_, fetch) => {
    const { read } = open()
    expect(await read('__client=abc', { fetch, timeout: 5 })).toBeUndefined()
    const cookie = `__client=abc; __session=${tokenOf()}`
    const state = await read(cookie, { fetch, timeout: 5, publishableKey: liveKey })
    expect(show(state).isSignedIn).toBe(true)
  })
})

describe('the cookies that backends read', () => {
  const read = (cookie: string, publishableKey = liveKey) =>
    readState({ headers: { cookie } }, { publishableKey, fetch: never })

  it('say who is here; the user is not known yet, and not made up', async () => {
    const state = await read(`__session=${tokenOf({ o: { id: 'org_1' } })}`)
    const store = show(state)
    expect(store).toMatchObject({ status: 'idle', isSignedIn: true })
    expect([store.client, store.session, store.user]).toEqual([undefined, undefined, undefined])
    expect(store.snapshots.get().identity).toEqual({
      sessionId: 'sess_1',
      userId: 'user_1',
      organizationId: 'org_1',
      isPending: false,
    })
  })

  it.each([
    ['nobody', '__client_uat=0', false],
    ['nobody, whatever token was left behind', `__client_uat=0; __session=${tokenOf()}`, false],
    ['somebody with tasks to do', `__session=${tokenOf({ sts: 'pending' })}`, false],
    [
      'whoever the expired token names, and the client’s cookie confirms',
      `__client_uat=${now}; __session=${tokenOf({ exp: now - 9 })}`,
      true,
    ],
    ['nothing by an expired token alone', `__session=${tokenOf({ exp: now - 9 })}`, undefined],
    [
      'nothing by another application’s token',
      `__session=${tokenOf({ iss: 'https://other.example' })}`,
      undefined,
    ],
    ['nothing by what is no token', '__session=abc; __client_uat=x', undefined],
    ['nothing without cookies', '', undefined],
  ])('say: %s', async (_, cookie, isSignedIn) => {
    const state = await read(cookie)
    expect(state && show(state).isSignedIn).toBe(isSignedIn)
  })

  it('of this instance come before those of all', async () => {
    const own = tokenOf({ sub: 'user_own' })
    const state = await read(`__session=${tokenOf()}; __session${suffix}=${own}`)
    expect(show(state).snapshots.get().identity?.userId).toBe('user_own')
  })

  it('give way to the first answer, and to a sign-out before it', async () => {
    const initialState = await read(`__session=${tokenOf()}`)
    const answered = createClientele({
      publishableKey: liveKey,
      initialState,
      fetch: async () => json({ response: clientJson({ sessions: [] }), client: null }),
    })
    await answered.load()
    expect(answered.isSignedIn).toBe(false)
    const store = show(initialState)
    void store.signOut().catch(() => {})
    expect(store.isSignedIn).toBeUndefined()
    store.dispose()
  })
})

describe('what it is given', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('wrongly is named', async () => {
    const request = { headers: {} }
    await expect(readState(request, { publishableKey: 'pk' })).rejects.toThrow(TypeError)
    await expect(
      readState(request, { publishableKey: liveKey, proxyUrl: '/__clerk' }),
    ).rejects.toThrow('proxyUrl must be absolute')
    const options = { publishableKey: liveKey, timeOut: 5 }
    await expect(readState(request, options)).rejects.toThrow('does not know "timeOut"')
    // @ts-expect-error: no request
    await expect(readState({}, { publishableKey: liveKey })).rejects.toThrow('takes a request')
  })

  it('may be Node’s own headers, and a runtime without crypto.subtle', async () => {
    vi.stubGlobal('crypto', undefined)
    const cookie = [`__session=${tokenOf()}`]
    const state = await readState({ headers: { cookie } }, { publishableKey: liveKey })
    expect(show(state).isSignedIn).toBe(true)
  })

  it('is told apart for caches', () => {
    expect(new Headers(stateHeaders).get('cache-control')).toBe('private, no-store')
    expect(new Headers(stateHeaders).get('vary')).toBe('Cookie')
  })
})
