import { persist, type SnapshotStorage } from '@clientele/core/persist'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createFakePage } from './support/fake-page.ts'
import { createManualClock, flush } from './support/manual-clock.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, jwtOf, sessionJson, userJson } from './support/wire.ts'

const key = `clientele.${publishableKey}.state`

const createStorage = (asynchronous = false) => {
  const items = new Map<string, string>()
  const later = <Value>(value: Value) => (asynchronous ? Promise.resolve(value) : value)
  const storage: SnapshotStorage = {
    getItem: name => later(items.get(name) ?? null),
    setItem: (name, value) => later(items.set(name, value)),
    removeItem: name => later(items.delete(name)),
  }
  return { items, storage }
}

const person = userJson('user_1', {
  unsafe_metadata: { camelCase: { snake_case: 1 } },
  organization_memberships: [
    {
      id: 'orgmem_1',
      role: 'org:admin',
      permissions: ['org:x'],
      organization: { id: 'org_1', name: 'Acme', slug: 'acme' },
    },
  ],
})
const token = { jwt: jwtOf('sess_1', Date.UTC(2026, 0, 1) / 1000) }
const sessions = [
  sessionJson('sess_1', {
    user: person,
    last_active_token: token,
    tasks: [{ key: 'choose-organization' }],
  }),
  sessionJson('sess_2', { user: userJson('user_2') }),
]

const start = (
  storage: SnapshotStorage,
  { online = true, list = sessions as object[], immediate = false } = {},
) => {
  const clock = createManualClock()
  const state = { online, list }
  const errors: unknown[] = []
  const page = createFakePage()
  const wire = scriptedFetch(({ path }) => {
    if (!state.online) throw new TypeError('fetch failed')
    const [, id] = /sessions\/(\w+)\/remove/.exec(path) ?? []
    if (id) {
      state.list = state.list.filter(session => !('id' in session && session.id === id))
      return json({
        response: sessionJson(id, { status: 'removed' }),
        client: clientJson({ sessions: state.list }),
      })
    }
    return json({ response: clientJson({ sessions: state.list }), client: null })
  })
  const clientele = createClientele({
    publishableKey,
    fetch: wire.fetch,
    clock,
    random: () => 0,
    onError: error => errors.push(error),
    modules: [persist({ storage, page, immediate })],
  })
  return { clientele, clock, state, errors, page, ...wire }
}

const load = async ({ clientele, clock }: ReturnType<typeof start>) => {
  const loaded = clientele.load()
  await clock.advance(3000)
  await loaded
}

/** Storage as a start with a network left it. */
const filled = async (asynchronous = false) => {
  const kept = createStorage(asynchronous)
  const first = start(kept.storage)
  await load(first)
  await flush()
  const view = first.clientele.store.getState()
  first.clientele.dispose()
  return { ...kept, view }
}

describe('persist', () => {
  it.each([false, true])(
    'shows who was signed in when there is no network (asynchronous storage: %s)',
    async asynchronous => {
      const { storage, view } = await filled(asynchronous)
      const next = start(storage, { online: false })
      await load(next)
      const { clientele } = next
      expect(clientele.status).toBe('degraded')
      expect(clientele.session?.id).toBe('sess_1')
      expect(clientele.user?.unsafeMetadata).toEqual({ camelCase: { snake_case: 1 } })
      const { client, sessions, users } = clientele.store.getState()
      expect({ client, sessions, users }).toEqual({
        client: view.client,
        sessions: view.sessions,
        users: view.users,
      })
      next.clientele.dispose()
    },
  )

  it('shows it at once where the browser knows that there is no network', async () => {
    const { storage } = await filled()
    const next = start(storage, { online: false })
    next.page.online = false
    next.clientele.load().catch(() => {})
    expect(next.clientele.session?.id).toBe('sess_1')
    expect(next.clientele.status).toBe('degraded')
    next.clientele.dispose()
  })

  it('is no news to anybody when the server then says the same', async () => {
    const { storage } = await filled()
    const next = start(storage, { online: false })
    await load(next)
    const { client } = next.clientele
    next.state.online = true
    await next.clock.advance(5000)
    expect(next.clientele.status).toBe('ready')
    expect(next.clientele.client).toBe(client)
    next.clientele.dispose()
  })

  it('is not shown when the server answers', async () => {
    const { storage } = await filled()
    const next = start(storage, { list: [] })
    const shown: unknown[] = []
    next.clientele.subscribe(client => shown.push(client?.sessions.length))
    await load(next)
    expect(shown).toEqual([undefined, 0])
  })

  it.each([false, true])(
    'is shown before the server has answered, if wanted (asynchronous storage: %s)',
    async asynchronous => {
      const { storage } = await filled(asynchronous)
      const next = start(storage, { list: [sessions[1] ?? {}], immediate: true })
      const shown: unknown[] = []
      next.clientele.subscribe(client => shown.push(client?.sessions.map(({ id }) => id)))
      const loaded = load(next)
      if (!asynchronous) expect(next.clientele.session?.id).toBe('sess_1')
      await loaded
      expect(shown).toEqual([undefined, ['sess_1', 'sess_2'], ['sess_2']])
      expect(next.clientele.status).toBe('ready')
      next.clientele.dispose()
    },
  )

  it('never holds a token', async () => {
    const { items } = await filled()
    expect([...items.keys()]).toEqual([key])
    expect([...items.values()].join()).not.toMatch(/eyJ/)
  })

  it('shows sessions that all seem to have expired: it is rather the clock that is wrong', async () => {
    const { storage } = await filled()
    const next = start(storage, { online: false })
    await next.clock.advance(1_900_000_000_000)
    await load(next)
    expect(next.clientele.session?.id).toBe('sess_1')
    expect(next.clientele.status).toBe('degraded')
    next.clientele.dispose()
  })

  it('keeps a sign-out that the server has yet to hear of', async () => {
    const { storage } = await filled()
    const offline = start(storage, { online: false })
    await load(offline)
    await offline.clientele.signOut({ sessionId: 'sess_1' })
    await flush()
    offline.clientele.dispose()

    const online = start(storage)
    await load(online)
    await flush()
    expect(online.clientele.client?.sessions.map(({ id }) => id)).toEqual(['sess_2'])
    expect(online.count('POST', '/client/sessions/sess_1/remove')).toBe(1)
  })

  it('writes nothing when nothing changed', async () => {
    const { storage, items } = await filled()
    const next = start(storage)
    items.delete(key)
    await load(next)
    await next.clientele.client?.reload().catch(() => {})
    expect(items.size).toBe(0)
  })

  it.each([
    ['junk', 'junk'],
    ['no object', '1'],
    ['of another version', JSON.stringify({ v: 2, client: {}, activeId: null, revoking: [] })],
    [
      'of another shape',
      JSON.stringify({
        v: 1,
        client: clientJson({ sessions: [{ id: 1 }] }),
        activeId: null,
        revoking: [],
      }),
    ],
    [
      'with a wrong type',
      JSON.stringify({ v: 1, client: clientJson(), activeId: 7, revoking: [] }),
    ],
  ])('drops what is %s, and says so', async (_, text) => {
    const { storage, items } = createStorage()
    items.set(key, text)
    const next = start(storage, { online: false })
    await load(next)
    expect(next.clientele.client).toBeUndefined()
    expect(next.errors).toContainEqual(expect.objectContaining({ code: 'snapshot_invalid' }))
    expect(items.size).toBe(0)
    next.clientele.dispose()
  })

  it('survives any text at all', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async text => {
        const { storage, items } = createStorage()
        items.set(key, text)
        const next = start(storage, { online: false })
        await load(next)
        expect(next.clientele.status).toBe('degraded')
        next.clientele.dispose()
      }),
      { numRuns: 50 },
    )
  })

  it.each(['getItem', 'setItem'] as const)(
    'reports storage whose %s throws, and goes on',
    async name => {
      const { storage } = createStorage()
      const next = start({
        ...storage,
        [name]: () => {
          throw new Error('QuotaExceededError')
        },
      })
      await load(next)
      expect(next.clientele.session?.id).toBe('sess_1')
      expect(next.errors).toEqual([new Error('QuotaExceededError')])
    },
  )
})
