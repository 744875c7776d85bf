import { signInForm, signUpForm } from '@clientele/core/attempt-form'
import { createAuthFetch } from '@clientele/core/auth-fetch'
import { persist, type SnapshotStorage } from '@clientele/core/persist'
import { whenLoaded } from '@clientele/core/when-loaded'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createFakePage } from './support/fake-page.ts'
import { json, publishableKey } from './support/scripted-fetch.ts'
import {
  createOpened,
  type Fate,
  type Opened,
  openLoaded,
  outcomeOf,
} from './support/session-server.ts'
import { errorJson } from './support/wire.ts'

// Not known is not signed out: what cannot be answered yet waits, and then says why.

const refused = () => json(errorJson('host_invalid'), { status: 400 })

describe('getToken()', () => {
  it.each([
    ['before load()', false],
    ['during load()', true],
  ])('%s waits for the client, and gives the token', async (_, begins) => {
    const { clientele, server, clock } = createOpened()
    if (begins) clientele.load().catch(() => {})
    expect(await outcomeOf(clock, clientele.getToken(), 100)).toMatch(/^ey/)
    expect(server.count('GET', '/client')).toBe(1)
    clientele.dispose()
  })

  it.each<[string, () => Fate, string]>([
    ['a network that fails', () => 'lost', 'network_error'],
    ['a server that never answers', () => 'silent', 'timeout'],
    ['a server that fails', () => json({}, { status: 503 }), 'response_invalid'],
    ['a page of a proxy', () => new Response('<html>', { status: 403 }), 'response_invalid'],
    ['an empty answer', () => new Response(null, { status: 204 }), 'response_invalid'],
    ['a refusal', refused, 'host_invalid'],
  ])('with %s rejects within loadTimeout, and is not null', async (_, on, code) => {
    const { clientele, server, clock } = createOpened({ loadTimeout: 5000 })
    server.on = on
    expect(await outcomeOf(clock, clientele.getToken(), 5000)).toMatchObject({
      name: 'ClienteleError',
      code,
    })
    expect([clientele.client, clientele.session, clientele.user]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    clientele.dispose()
  })

  it('is null for who is known to be signed out', async () => {
    const { clientele } = await openLoaded({}, [])
    expect(await clientele.getToken()).toBeNull()
  })

  it('gives the token once the network is back', async () => {
    const { clientele, server, clock } = createOpened({ loadTimeout: 300 })
    server.on = () => 'lost'
    await outcomeOf(clock, clientele.load(), 1000)
    expect(clientele.status).toBe('degraded')
    server.on = () => undefined
    expect(await outcomeOf(clock, clientele.getToken(), 5000)).toMatch(/^ey/)
    clientele.dispose()
  })
})

describe('a request of createAuthFetch', () => {
  const begin = (opened: Opened) => {
    const sent: (string | null)[] = []
    const api = createAuthFetch(opened.clientele, {
      baseURL: 'https://api.example',
      fetch: async (_, init) => {
        sent.push(new Headers(init?.headers).get('authorization'))
        return json({})
      },
    })
    return { sent, api }
  }

  it('waits for the client, and carries the token', async () => {
    const opened = createOpened()
    const { sent, api } = begin(opened)
    expect(await outcomeOf(opened.clock, api('/todos'), 100)).toEqual({})
    expect(sent).toEqual([expect.stringMatching(/^Bearer ey/)])
    opened.clientele.dispose()
  })

  it('is not sent without one while it is not known who is signed in', async () => {
    const opened = createOpened({ loadTimeout: 300 })
    opened.server.on = () => 'lost'
    const { sent, api } = begin(opened)
    expect(await outcomeOf(opened.clock, api('/todos'), 1000)).toBeInstanceOf(Error)
    expect(sent).toEqual([])
    opened.clientele.dispose()
  })
})

/** Every member that asks for something, on a store whose client may not be known. */
const members: Record<string, (opened: Opened) => Promise<unknown>> = {
  'load()': ({ clientele }) => clientele.load(),
  'getToken()': ({ clientele }) => clientele.getToken(),
  'getToken({ skipCache })': ({ clientele }) => clientele.getToken({ skipCache: true }),
  'setActive() of an id': ({ clientele }) => clientele.setActive({ session: 'sess_1' }),
  'setActive() of null': ({ clientele }) => clientele.setActive({ session: null }),
  'setActive() of an organization': ({ clientele }) =>
    clientele.setActive({ organization: 'org_1' }),
  'signOut()': ({ clientele }) => clientele.signOut(),
  'signOut() of an id': ({ clientele }) => clientele.signOut({ sessionId: 'sess_1' }),
  'whenLoaded()': ({ clientele }) => whenLoaded(clientele),
  'the form’s sign-in': ({ clientele }) =>
    orThrow(signInForm(clientele).get().create({ identifier: 'a@b.c' })),
  'the form’s sign-up': ({ clientele }) =>
    orThrow(signUpForm(clientele).get().create({ emailAddress: 'a@b.c' })),
}

/** A form's action, as one that rejects. */
async function orThrow(acting: Promise<{ readonly error: unknown }>): Promise<void> {
  const { error } = await acting
  if (error) throw error
}

/** How a store comes to each state in which its client is not known. */
const states: Record<string, (opened: Opened) => Promise<void>> = {
  idle: async () => {},
  loading: async ({ clientele }) => void clientele.load(),
  degraded: async ({ clientele, server, clock }) => {
    server.on = () => 'lost'
    await outcomeOf(clock, clientele.load(), 7000)
  },
  failed: async ({ clientele, server, clock }) => {
    server.on = refused
    await outcomeOf(clock, clientele.load(), 7000)
  },
}

describe.each(Object.entries(states))('while %s', (status, reach) => {
  it.each(Object.entries(members))('%s says neither too much nor nothing', async (name, ask) => {
    const opened = createOpened({}, ['sess_1', 'sess_2'])
    const { clientele, server, clock } = opened
    await reach(opened)
    expect(clientele.status).toBe(status)
    const { client, session, user } = clientele
    expect([client, session, user]).toEqual([undefined, undefined, undefined])
    const notified: unknown[] = []
    clientele.addListener(resources => notified.push(resources))
    expect(notified).toEqual([])

    const outcome = await outcomeOf(clock, ask(opened), 8000)
    expect(outcome).not.toBe('pending')
    if (outcome instanceof Error)
      expect('code' in outcome || outcome instanceof TypeError).toBe(true)
    if (name.startsWith('getToken') && !(outcome instanceof Error)) expect(outcome).toMatch(/^ey/)
    // Nothing was known, so nothing says that nobody is signed in unless somebody was signed out.
    if (!name.startsWith('signOut') && name !== 'setActive() of null')
      expect(clientele.session).not.toBeNull()
    server.on = () => undefined
    clientele.load().catch(() => {})
    await clock.advance(120_000)
    expect(clientele.status).toBe('ready')
    clientele.dispose()
    expect(clock.pending).toBe(0)
  })
})

describe('after dispose()', () => {
  it.each(
    Object.entries(members).flatMap(([name, ask]) => [
      [name, 'known', ask] as const,
      [name, 'not known', ask] as const,
      [name, 'signed out', ask] as const,
    ]),
  )('%s is refused, whoever was here (%s)', async (name, who, ask) => {
    const opened = createOpened({}, who === 'signed out' ? [] : ['sess_1'])
    const { clientele, server, clock } = opened
    if (who !== 'not known') await outcomeOf(clock, clientele.load(), 100)
    let notified = 0
    for (const subscribe of [clientele.store.subscribe, clientele.snapshots.subscribe])
      subscribe(() => notified++)
    clientele.dispose()
    const asked = server.seen.length
    const whenKnown = name === 'whenLoaded()' && who !== 'not known'
    const outcome = await outcomeOf(clock, ask(opened), 60_000)
    if (whenKnown) expect(outcome).toBe(clientele.client)
    else if (name.startsWith('the form') && who === 'not known')
      expect(outcome).toBeInstanceOf(TypeError)
    else expect(outcome).toMatchObject({ code: 'disposed' })
    expect([server.seen.length, notified, clock.pending]).toEqual([asked, 0, 0])
  })

  it('what was taken from the client before is refused, too, and changes nothing', async () => {
    const { clientele, server, clock } = await openLoaded()
    const { client, session } = clientele
    const state = clientele.store.getState()
    clientele.dispose()
    const asked = server.seen.length
    const works = [
      session?.touch(),
      session?.end(),
      session?.remove(),
      session?.reload(),
      session?.getToken(),
      client?.reload(),
      client?.destroy(),
      client?.create(),
      client?.removeSessions(),
      client?.signIn.create({}),
      client?.signUp.create({}),
      client?.signUp.upsert({}),
    ]
    const settled = Promise.all(works.map(work => outcomeOf(clock, work, 0)))
    for (const outcome of await settled) expect(outcome).toMatchObject({ code: 'disposed' })
    client?.resetSignIn()
    client?.resetSignUp()
    client?.clearCache()
    expect(server.seen.length).toBe(asked)
    expect(clientele.store.getState()).toBe(state)
    expect(clock.pending).toBe(0)
  })
})

it.each([-40, 40])('a clock that is %i days off makes nobody of a stored snapshot', async days => {
  const items = new Map<string, string>()
  const storage: SnapshotStorage = {
    getItem: key => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: key => items.delete(key),
  }
  const modules = () => [persist({ storage, page: createFakePage() })]
  const { clientele, server, clock } = await openLoaded({ modules: modules() })
  clientele.dispose()
  server.on = () => 'lost'
  const wrong = { ...clock, now: () => clock.now() + days * 86_400_000 }
  const next = createClientele({
    publishableKey,
    fetch: server.fetch,
    clock: wrong,
    random: () => 0,
    modules: modules(),
  })
  await outcomeOf(clock, next.load(), 8000)
  expect([next.status, next.session?.id]).toEqual(['degraded', 'sess_1'])
  next.dispose()
})
