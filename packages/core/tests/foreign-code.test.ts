import type { ClienteleOptions, StoragePort } from '@clientele/core'
import { locks } from '@clientele/core/locks'
import { persist } from '@clientele/core/persist'
import { tabs } from '@clientele/core/tabs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFakePage } from './support/fake-page.ts'
import { json } from './support/scripted-fetch.ts'
import {
  createOpened,
  hang,
  type Opened,
  openLoaded,
  outcomeOf,
  type SessionServer,
} from './support/session-server.ts'
import { errorJson } from './support/wire.ts'

// What the application or the platform gives may hang or throw: that is a matter of whoever asked
// for it, and of nobody else.

const fail = (): never => {
  throw new Error('foreign code')
}
const reject = async (): Promise<never> => fail()

const challenges = [
  ['by itself', 'requires_captcha', 401],
  ['with the request', 'captcha_missing_token', 400],
] as const

/** A sign-up whose challenge nobody solves. */
const challenged = async (code: string, status: number, options?: Partial<ClienteleOptions>) => {
  const opened = await openLoaded({ captcha: hang, ...options }, ['sess_1', 'sess_2'])
  const { clientele, server, clock } = opened
  server.on = ({ path }) =>
    path === '/client/sign_ups' ? json(errorJson(code), { status }) : undefined
  clientele.client?.signUp.create({ emailAddress: 'a@b.c' }).catch(() => {})
  await clock.advance(100)
  return opened
}

/** What everybody else wants meanwhile, and how one sees that it was done. */
const others: Record<string, (opened: Opened) => Promise<unknown> | undefined> = {
  'signing out': ({ clientele }) => clientele.signOut(),
  'signing out of one session': ({ clientele }) => clientele.signOut({ sessionId: 'sess_2' }),
  'removing a session': ({ clientele }) => clientele.session?.remove(),
  'a read': ({ clientele }) => clientele.client?.reload(),
  'another session': ({ clientele }) => clientele.setActive({ session: 'sess_2' }),
  'a touch': ({ clientele }) => clientele.session?.touch(),
  'a token': ({ clientele }) => clientele.getToken(),
  'a sign-in': ({ clientele }) => clientele.client?.signIn.create({ identifier: 'x@y.z' }),
}

describe.each(challenges)('a CAPTCHA %s that nobody solves', (_, code, status) => {
  it.each(Object.keys(others))('holds up no other: %s', async name => {
    const opened = await challenged(code, status)
    const asked = opened.server.seen.length
    const outcome = await outcomeOf(opened.clock, others[name]?.(opened), 5000)
    expect(outcome).not.toBe('pending')
    expect(outcome).not.toBeInstanceOf(Error)
    expect(opened.server.seen.length).toBeGreaterThan(asked)
    opened.clientele.dispose()
  })

  it('holds up nobody whose credential changes with each answer either', async () => {
    const items = new Map<string, string>()
    const storage: StoragePort = {
      getItem: key => items.get(key) ?? null,
      setItem: (key, value) => items.set(key, value),
      removeItem: key => items.delete(key),
    }
    const { clientele, server, clock } = await challenged(code, status, { mode: 'native', storage })
    expect(await outcomeOf(clock, clientele.getToken(), 5000)).toMatch(/^ey/)
    expect(await outcomeOf(clock, clientele.signOut(), 5000)).toBeUndefined()
    expect(server.sessions).toEqual([])
    clientele.dispose()
  })

  it('is given up when the store is disposed', async () => {
    const { clientele, server, clock } = await openLoaded({ captcha: hang })
    server.on = () => json(errorJson(code), { status })
    const created = clientele.client?.signUp.create({ emailAddress: 'a@b.c' })
    expect(await outcomeOf(clock, created, 100)).toBe('pending')
    clientele.dispose()
    expect(await outcomeOf(clock, created, 0)).toMatchObject({ code: 'disposed' })
    expect(clock.pending).toBe(0)
  })
})

describe('navigate', () => {
  const redirect = {
    strategy: 'oauth_google' as const,
    redirectUrl: '/cb',
    redirectUrlComplete: '/',
  }

  it.each([
    ['hangs', hang],
    ['throws', fail],
  ])('that %s holds up nobody', async (_, navigate) => {
    const { clientele, server, clock } = await openLoaded({ navigate })
    const verification = {
      status: 'unverified',
      strategy: 'oauth_google',
      external_verification_redirect_url: 'https://provider.example/',
    }
    server.on = ({ path }) =>
      path.endsWith('/sign_ins')
        ? json({
            response: {
              id: 'sia_1',
              status: 'needs_first_factor',
              first_factor_verification: verification,
            },
            client: null,
          })
        : undefined
    clientele.client?.signIn.authenticateWithRedirect(redirect).catch(() => {})
    await clock.advance(100)
    expect(clientele.store.getState().attempts.signIn.fetchStatus).toBe('idle')
    expect(await outcomeOf(clock, clientele.signOut(), 5000)).toBeUndefined()
    expect(server.sessions).toEqual([])
    clientele.dispose()
  })
})

const works = ['hangs', 'rejects', 'throws'] as const
const broken = { hangs: hang, rejects: reject, throws: fail }

/** Memory, but for one of its methods. */
const storageWithout = (method: keyof StoragePort, how: (typeof works)[number]): StoragePort => {
  const items = new Map<string, string>()
  return {
    getItem: key => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: key => items.delete(key),
    [method]: broken[how],
  }
}

const page = createFakePage()
const modules: Record<string, (how: (typeof works)[number]) => Partial<ClienteleOptions>> = {
  'a lock': how => ({ modules: [locks({ locks: { request: broken[how] } })] }),
  'a lock and a credential that rotates': how => ({
    mode: 'native',
    modules: [locks({ locks: { request: broken[how] } })],
  }),
  'a channel': how => ({
    modules: [
      tabs({
        page,
        channel: () => ({
          postMessage: () => how === 'throws' && fail(),
          addEventListener: () => how === 'throws' && fail(),
          close: () => how === 'throws' && fail(),
        }),
      }),
    ],
  }),
  'a channel that cannot be opened': () => ({ modules: [tabs({ page, channel: fail })] }),
  'a snapshot’s getItem': how => ({
    modules: [persist({ page, storage: storageWithout('getItem', how) })],
  }),
  'a snapshot’s setItem': how => ({
    modules: [persist({ page, storage: storageWithout('setItem', how) })],
  }),
  'a credential’s setItem': how => ({ mode: 'native', storage: storageWithout('setItem', how) }),
  'a listener of commits': how => ({
    modules: [kernel => kernel.store.onCommit(() => void broken[how]().catch(() => {}))],
  }),
  'a choice of the first session': how => ({
    selectInitialSession: () => (how === 'hangs' ? undefined : fail()),
    onError: fail,
  }),
}

const rows = Object.keys(modules).flatMap(name => works.map(how => [name, how] as const))

it.each(rows)(
  '%s that %s costs a start, a token, a sign-in and a sign-out nothing',
  async (name, how) => {
    const { clientele, server, clock } = createOpened(modules[name]?.(how))
    await outcomeOf(clock, clientele.load(), 7000)
    expect(clientele.status).toBe('ready')
    expect(await outcomeOf(clock, clientele.getToken(), 15_000)).toSatisfy(
      token => token === null || /^ey/.test(String(token)),
    )
    const created = clientele.client?.signIn.create({ identifier: 'a@b.c' })
    expect(await outcomeOf(clock, created, 15_000)).toMatchObject({ status: 'needs_first_factor' })
    expect(await outcomeOf(clock, clientele.signOut(), 5000)).toBeUndefined()
    expect(server.sessions).toEqual([])
    clientele.dispose()
    await clock.advance(0)
    expect(clock.pending).toBe(0)
  },
)

it('a storage that does not answer once is asked again', async () => {
  const items = new Map<string, string>()
  let reads = 0
  const storage: StoragePort = {
    getItem: key => (++reads === 1 ? hang() : (items.get(key) ?? null)),
    setItem: (key, value) => items.set(key, value),
    removeItem: key => items.delete(key),
  }
  const { clientele, clock } = createOpened({ mode: 'native', storage })
  await outcomeOf(clock, clientele.load(), 60_000)
  expect(clientele.status).toBe('ready')
  clientele.dispose()
})

it('a request for a development browser that is never answered is made again', async () => {
  let set = 0
  const publishableKey = `pk_test_${btoa('clerk.example.accounts.dev$')}`
  const opened = createOpened({ publishableKey })
  const { clientele, server, clock } = opened
  server.on = ({ path }: Parameters<SessionServer['on']>[0]) =>
    path === '/dev_browser' ? (++set === 1 ? hang() : json({ id: 'dvb_1' })) : undefined
  await outcomeOf(clock, clientele.load(), 180_000)
  expect([clientele.status, set]).toEqual(['ready', 2])
  clientele.dispose()
})

it('an interceptor of the application that never answers ends with the request’s deadline', async () => {
  let hangs = true
  const { clientele, server, clock } = createOpened({
    modules: [
      kernel => kernel.hooks.intercept((request, send) => (hangs ? hang() : send(request))),
    ],
  })
  expect(await outcomeOf(clock, clientele.load(), 7000)).toBeUndefined()
  hangs = false
  await outcomeOf(clock, clientele.load(), 60_000)
  hangs = true
  const first = clientele.session?.touch()
  await clock.advance(0)
  hangs = false
  const second = clientele.session?.touch({ intent: 'focus' })
  expect(await outcomeOf(clock, first, 30_000)).toMatchObject({ code: 'timeout' })
  expect(await outcomeOf(clock, second, 1000)).toMatchObject({ id: 'sess_1' })
  expect(server.count('POST', '/client/sessions/sess_1/touch')).toBe(1)
  clientele.dispose()
})

describe('listeners', () => {
  it('that throw, and a reporter that throws, keep nobody from being notified', async () => {
    const { clientele, server, clock } = createOpened({ onError: fail })
    const told: unknown[] = []
    let armed = false
    clientele.subscribe(client => client?.sessions.length, fail)
    clientele.subscribe(
      client => (armed ? fail() : client),
      () => {},
    )
    clientele.store.subscribe(fail)
    clientele.snapshots.subscribe(fail)
    clientele.addListener(fail)
    clientele.subscribe(
      client => client?.sessions.length,
      count => told.push(count),
    )
    await outcomeOf(clock, clientele.load(), 100)
    armed = true
    server.sessions = [...server.sessions, 'sess_2']
    await outcomeOf(clock, clientele.client?.reload(), 5000)
    expect(told).toEqual([1, 2])
    clientele.dispose()
  })

  it('that begin something, or end the store, change nothing for the others', async () => {
    const { clientele, clock } = createOpened()
    const seen: unknown[] = []
    clientele.subscribe(
      client => client?.id,
      () => void clientele.signOut().catch(() => {}),
    )
    clientele.store.subscribe(({ sessions }) => seen.push(sessions.ids.length))
    await outcomeOf(clock, clientele.load(), 5000)
    expect(seen.filter((count, index) => count !== seen[index - 1])).toEqual([0, 1, 0])
    clientele.store.subscribe(() => clientele.dispose())
    let late = 0
    clientele.store.subscribe(() => late++)
    await outcomeOf(clock, clientele.client?.signIn.create({ identifier: 'a@b.c' }), 5000)
    expect(late).toBe(0)
    expect(clock.pending).toBe(0)
  })
})

it('whatever hangs or throws, signing out is done within seconds', async () => {
  const how = fc.constantFrom(...works)
  const names = fc.constantFrom(...Object.keys(modules))
  const wishes = fc.array(fc.constantFrom(...Object.keys(others), 'a sign-up'), { maxLength: 5 })
  const property = fc.asyncProperty(names, how, wishes, async (name, way, wanted) => {
    const opened = createOpened({ captcha: broken[way], ...modules[name]?.(way) }, [
      'sess_1',
      'sess_2',
    ])
    const { clientele, server, clock } = opened
    await outcomeOf(clock, clientele.load(), 7000)
    server.on = ({ path }) =>
      path === '/client/sign_ups' ? json(errorJson('requires_captcha'), { status: 401 }) : undefined
    for (const wish of wanted) {
      const work =
        wish === 'a sign-up'
          ? clientele.client?.signUp.create({ emailAddress: 'a@b.c' })
          : others[wish]?.(opened)
      work?.catch(() => {})
      await clock.advance(10)
    }
    expect(await outcomeOf(clock, clientele.signOut(), 6000)).toBeUndefined()
    expect(server.sessions).toEqual([])
    expect(clientele.session).toBeNull()
    clientele.dispose()
    await clock.advance(0)
    expect(clock.pending).toBe(0)
  })
  await fc.assert(property, { numRuns: 60 })
})

it.each([
  ['that is read', 'getItem'],
  ['that is written', 'setItem'],
] as const)('nobody waits for a storage %s once the store is disposed', async (_, method) => {
  const errors: unknown[] = []
  const { clientele, clock } = createOpened({
    mode: 'native',
    storage: storageWithout(method, 'hangs'),
    onError: error => errors.push(error),
  })
  const loading = clientele.load()
  await outcomeOf(clock, loading, 20)
  clientele.dispose()
  await clock.advance(0)
  expect([clock.pending, errors]).toEqual([0, []])
})
