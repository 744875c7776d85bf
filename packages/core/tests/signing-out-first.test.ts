import type { ClienteleOptions } from '@clientele/core'
import { persist, type SnapshotStorage } from '@clientele/core/persist'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createFakePage } from './support/fake-page.ts'
import { flush } from './support/manual-clock.ts'
import { json, publishableKey } from './support/scripted-fetch.ts'
import {
  createOpened,
  type Fate,
  type Opened,
  openLoaded,
  outcomeOf,
} from './support/session-server.ts'
import { errorJson } from './support/wire.ts'

// Signing out waits for nobody, and what the server could not be told is not forgotten.

const ids = ({ clientele }: Pick<Opened, 'clientele'>) =>
  clientele.client?.sessions.map(({ id }) => id)

const works: Record<string, (opened: Opened) => Promise<unknown> | undefined> = {
  'a touch for focus': ({ clientele }) => clientele.session?.touch({ intent: 'focus' }),
  'a touch': ({ clientele }) => clientele.session?.touch(),
  'another session': ({ clientele }) => clientele.setActive({ session: 'sess_2' }),
  'a sign-in': ({ clientele }) => clientele.client?.signIn.create({ identifier: 'a@b.c' }),
  'a sign-up': ({ clientele }) => clientele.client?.signUp.create({ emailAddress: 'a@b.c' }),
  'a read': ({ clientele }) => clientele.client?.reload(),
  'a token': ({ clientele }) => clientele.getToken({ skipCache: true }),
}
const ways: Record<string, (opened: Opened) => Promise<unknown> | undefined> = {
  'signOut()': ({ clientele }) => clientele.signOut(),
  'session.remove()': ({ clientele }) => clientele.client?.sessions[0]?.remove(),
  'session.end()': ({ clientele }) => clientele.client?.sessions[0]?.end(),
  'client.removeSessions()': ({ clientele }) => clientele.client?.removeSessions(),
  'client.destroy()': ({ clientele }) => clientele.client?.destroy(),
  'signOut({ sessionId })': ({ clientele }) => clientele.signOut({ sessionId: 'sess_1' }),
}
const modes = ['browser', 'native'] as const
const two = ['sess_1', 'sess_2']
const rows = Object.keys(works).flatMap(work =>
  Object.keys(ways).flatMap(way => modes.map(mode => [way, work, mode] as const)),
)

it.each(rows)(
  '%s leaves at once, with keepalive, while %s is never answered (%s)',
  async (way, work, mode) => {
    const opened = await openLoaded({ mode }, two)
    const { server, clock, clientele } = opened
    server.on = () => 'silent'
    works[work]?.(opened)?.catch(() => {})
    await clock.advance(20)
    const before = server.seen.length
    expect(before).toBeGreaterThan(1)
    server.on = () => undefined
    const out = outcomeOf(clock, ways[way]?.(opened), 100)
    await flush()
    expect(server.seen[before]).toMatchObject({ init: { keepalive: true } })
    await out
    expect(server.sessions).not.toContain('sess_1')
    expect(ids(opened) ?? []).not.toContain('sess_1')
    clientele.dispose()
    expect(clock.pending).toBe(0)
  },
)

it('where the credential rotates, nothing is in flight beside a sign-out', async () => {
  const opened = await openLoaded({ mode: 'native' }, two)
  const { clientele, server, clock } = opened
  const ended: string[] = []
  server.on = request => {
    request.init.signal?.addEventListener('abort', () => ended.push(request.path))
    return request.path.endsWith('/touch') ? 'silent' : undefined
  }
  const touched = clientele.session?.touch()
  const token = clientele.getToken({ skipCache: true })
  token.catch(() => {})
  await clock.advance(20)
  const out = clientele.signOut()
  expect(await outcomeOf(clock, touched, 100)).toMatchObject({ code: 'aborted' })
  expect(ended).toEqual(['/client/sessions/sess_1/touch'])
  await out
  expect(await outcomeOf(clock, token, 5000)).toMatchObject({ name: 'ClienteleError' })
  clientele.dispose()
})

it('what waited behind a sign-out is made again when it was a read, and given up otherwise', async () => {
  const opened = await openLoaded({ mode: 'native' }, two)
  const { clientele, server, clock } = opened
  server.on = ({ path }) => (path.endsWith('/touch') ? 'silent' : undefined)
  clientele.session?.touch().catch(() => {})
  const read = clientele.client?.reload()
  const update = clientele.client?.signIn.create({ identifier: 'a@b.c' })
  const late = outcomeOf(clock, update, 100)
  await flush()
  await clientele.signOut({ sessionId: 'sess_2' })
  expect(await late).toMatchObject({ code: 'aborted' })
  expect(await outcomeOf(clock, read, 5000)).not.toBeInstanceOf(Error)
  expect(ids(opened)).toEqual(['sess_1'])
  clientele.dispose()
})

it.each(['touch', 'reload'] as const)('a late answer to %s brings nothing back', async action => {
  const opened = await openLoaded({}, two)
  const { clientele, server, clock } = opened
  let arrive = () => {}
  const arrived = new Promise<void>(resolve => {
    arrive = resolve
  })
  const response = action === 'reload' ? server.client() : (server.client() as never)
  server.on = async ({ path, method }) => {
    if (method === 'DELETE' || path.endsWith('/tokens')) return undefined
    await arrived
    return json(
      action === 'reload'
        ? { response, client: null }
        : { response: { object: 'session' }, client: response },
    )
  }
  const work = action === 'reload' ? clientele.client?.reload() : clientele.session?.touch()
  work?.catch(() => {})
  await clock.advance(20)
  const shown: unknown[] = []
  clientele.signOut().catch(() => {})
  clientele.store.subscribe(({ sessions }) => shown.push(...sessions.ids))
  await clock.advance(500)
  server.on = () => undefined
  arrive()
  await clock.advance(5000)
  expect([shown, clientele.session, ids(opened)]).toEqual([[], null, []])
  clientele.dispose()
})

it('the same text shows a session again once the server refused for good to remove it', async () => {
  const opened = await openLoaded({}, two)
  const { clientele, server, clock } = opened
  server.on = ({ path }) => (path.endsWith('/remove') ? 'lost' : undefined)
  clientele.signOut({ sessionId: 'sess_1' }).catch(() => {})
  await clock.advance(10)
  expect(ids(opened)).toEqual(['sess_2'])
  server.on = ({ path }) =>
    path.endsWith('/remove') ? json(errorJson('forbidden'), { status: 403 }) : undefined
  await clock.advance(60_000)
  expect(ids(opened)).toEqual(two)
  clientele.dispose()
})

describe('before the client is known', () => {
  const hear = ({ clientele }: Opened) => {
    const shown: number[] = []
    clientele.subscribe(client => client && shown.push(client.sessions.length))
    return shown
  }

  it.each([
    ['in the answer of load()', 0],
    ['after load() has not begun', 1],
    ['after a minute without a network', 60_000],
  ] as const)('signing out is carried out, and nobody is shown: %s', async (_, ms) => {
    const opened = createOpened({ loadTimeout: 300 }, two)
    const { clientele, server, clock } = opened
    const shown = hear(opened)
    let online = ms < 10
    server.on = () => (online ? undefined : 'lost')
    if (ms !== 1) clientele.load().catch(() => {})
    if (ms > 1) await clock.advance(1000)
    expect(clientele.session).toBeUndefined()
    expect(await outcomeOf(clock, clientele.signOut(), 5000)).toBeUndefined()
    await clock.advance(ms)
    expect([clientele.session ?? null, server.sessions]).toEqual([null, online ? [] : two])
    online = true
    if (ms === 1) clientele.load().catch(() => {})
    await clock.advance(180_000)
    expect([clientele.status, clientele.session, server.sessions]).toEqual(['ready', null, []])
    expect(Math.max(0, ...shown)).toBe(0)
    clientele.dispose()
  })

  it('signing one session out hides that one only', async () => {
    const opened = createOpened({}, two)
    const { clientele, server, clock } = opened
    const shown = hear(opened)
    let online = false
    server.on = () => (online ? undefined : 'lost')
    expect(await outcomeOf(clock, clientele.signOut({ sessionId: 'sess_2' }), 100)).toBeUndefined()
    online = true
    clientele.load().catch(() => {})
    await clock.advance(60_000)
    expect([ids(opened), server.sessions]).toEqual([['sess_1'], ['sess_1']])
    expect(Math.max(0, ...shown)).toBe(1)
    clientele.dispose()
  })
})

describe('what could not be said', () => {
  const createStorage = (now: (run: () => void) => void) => {
    const items = new Map<string, string>()
    const later = <Value>(work: () => Value) =>
      new Promise<Value>(resolve => now(() => resolve(work())))
    const storage: SnapshotStorage = {
      getItem: key => later(() => items.get(key) ?? null),
      setItem: (key, value) => later(() => items.set(key, value)),
      removeItem: key => later(() => items.delete(key)),
    }
    return { items, storage }
  }

  it.each([
    ['at once', 0, true],
    ['sooner than the network', 10, true],
    ['later than the network', 300, true],
    ['at once, before the client was known', 0, false],
    ['later than the network, before the client was known', 300, false],
  ])('is said by the next start, though storage answers %s', async (_, slow, isLoaded) => {
    let wait: (run: () => void) => void = run => run()
    const { storage } = createStorage(run => wait(run))
    const modules: ClienteleOptions['modules'] = [persist({ storage, page: createFakePage() })]
    const opened = createOpened({ modules, loadTimeout: 300 }, two)
    const { clientele, server, clock } = opened
    wait = run => void (slow ? clock.setTimeout(run, slow) : run())
    if (isLoaded) clientele.load().catch(() => {})
    await clock.advance(1000)
    server.on = () => 'lost'
    clientele.signOut().catch(() => {})
    await clock.advance(1000)
    clientele.dispose()
    await clock.advance(1000)

    const { fetch } = server
    server.on = async () => {
      await new Promise<void>(resolve => clock.setTimeout(resolve, 50))
      return undefined
    }
    const next = createClientele({ publishableKey, fetch, clock, random: () => 0, modules })
    next.load().catch(() => {})
    await clock.advance(60_000)
    expect([server.sessions, ids({ clientele: next })]).toEqual([[], []])
    next.dispose()
  })
})

it('whatever is under way and whatever the network does, a sign-out is carried out', async () => {
  const fates: Record<string, () => Fate> = {
    arrives: () => undefined,
    lost: () => 'lost',
    silent: () => 'silent',
    failed: () => json({}, { status: 503 }),
    page: () => new Response('<html>', { status: 403 }),
  }
  const property = fc.asyncProperty(
    fc.constantFrom(...modes),
    fc.array(fc.constantFrom(...Object.keys(works)), { maxLength: 4 }),
    fc.array(fc.constantFrom(...Object.keys(fates)), { maxLength: 8 }),
    fc.constantFrom(undefined, 'sess_1'),
    fc.boolean(),
    async (mode, names, ways, sessionId, isLoaded) => {
      const opened = createOpened({ mode }, two)
      const { clientele, server, clock } = opened
      if (isLoaded) await outcomeOf(clock, clientele.load(), 100)
      let sent = 0
      server.on = () => fates[ways[sent++] ?? 'arrives']?.()
      for (const name of names) {
        works[name]?.(opened)?.catch(() => {})
        await clock.advance(10)
      }
      const back: string[] = []
      const out = clientele.signOut({ sessionId })
      out.catch(() => {})
      clientele.store.subscribe(({ sessions }) => back.push(...sessions.ids))
      await clock.advance(31_000)
      expect(await outcomeOf(clock, out, 31_000)).toBeUndefined()
      clientele.load().catch(() => {})
      await clock.advance(600_000)
      const left = sessionId ? ['sess_2'] : []
      expect(new Set(back)).toEqual(new Set(back.filter(id => left.includes(id))))
      expect([server.sessions, ids(opened)]).toEqual([left, left])
      clientele.dispose()
      expect(clock.pending).toBe(0)
    },
  )
  await fc.assert(property, { numRuns: 100 })
})
