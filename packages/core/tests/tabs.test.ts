import type { ClienteleStore } from '@clientele/core'
import { type LocksOptions, locks } from '@clientele/core/locks'
import { type PinOptions, pin } from '@clientele/core/pin'
import { type TabsOptions, tabs } from '@clientele/core/tabs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createFakePage } from './support/fake-page.ts'
import { createFakeOrigin, type FakeOrigin } from './support/fake-tabs.ts'
import { createManualClock, flush, type ManualClock } from './support/manual-clock.ts'
import { createModelServer, type ModelServer } from './support/model-server.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, jwtOf, sessionJson, userJson } from './support/wire.ts'

const claimsOf = (jwt: string | null) =>
  JSON.parse(Buffer.from((jwt ?? '').split('.')[1] ?? '', 'base64url').toString())

type Options = TabsOptions & LocksOptions & PinOptions

interface World {
  readonly origin: FakeOrigin
  readonly clock: ManualClock
  readonly server: ModelServer
  /** Requests, as `POST /client/…`. */
  readonly asked: string[]
  readonly errors: unknown[]
  cut: boolean
  readonly page: ReturnType<typeof createFakePage>
  open(options?: Options): ClienteleStore
}

const createWorld = (origin = createFakeOrigin()): World => {
  const clock = createManualClock()
  const server = createModelServer(async () => {}, [], clock.now)
  const asked: string[] = []
  const errors: unknown[] = []
  const page = createFakePage()
  const world: World = {
    origin,
    clock,
    server,
    asked,
    errors,
    page,
    cut: false,
    open: options =>
      createClientele({
        publishableKey,
        clock,
        random: () => 0,
        onError: error => errors.push(error),
        fetch: async (input, init) => {
          const url = new URL(input)
          const path = url.pathname.replace(/^.*\/v1/, '')
          asked.push(`${url.searchParams.get('_method') ?? init.method ?? 'GET'} ${path}`)
          if (world.cut) throw new TypeError('fetch failed')
          return server.fetch(input, init)
        },
        modules: [
          tabs({ channel: origin.channel, page, ...options }),
          locks({ locks: origin.locks, ...options }),
          ...(options?.activeSession === 'tab' ? [pin(options)] : []),
        ],
      }),
  }
  return world
}

const signIn = (clientele: ClienteleStore) =>
  clientele.client?.signIn.create({ identifier: 'ada', password: 'x' })
const ids = ({ client }: ClienteleStore) => client?.sessions.map(({ id }) => id)
/** Messages on their way, and what they cause, have arrived. */
const settle = async () => {
  for (let turn = 0; turn < 20; turn++) await flush()
}

/** Tabs that know the same client with one session, which the first one signed in. */
const openTabs = async (count: number, options?: Options, world = createWorld()) => {
  const all = Array.from({ length: count }, () => world.open(options))
  await Promise.all(all.map(tab => tab.load()))
  const [first] = all
  if (!first) throw new Error('no tab')
  await signIn(first)
  await first.setActive({ session: 'sess_1' })
  await settle()
  world.asked.length = 0
  return { world, all, first }
}

describe('what one tab does', () => {
  it('is read by the others: a sign-in, and which session is in use', async () => {
    const { all, world } = await openTabs(3)
    expect(all.map(ids)).toEqual([['sess_1'], ['sess_1'], ['sess_1']])
    expect(all.map(({ session }) => session?.id)).toEqual(['sess_1', 'sess_1', 'sess_1'])
    await settle()
    expect(world.asked).toEqual([])
  })

  it('is told to who subscribed: which session is in use', async () => {
    const { all, first } = await openTabs(2)
    await signIn(first)
    await settle()
    const told: unknown[] = []
    const [, other] = all
    other?.subscribe(() => told.push(other.session?.id))
    other?.addListener(({ session }) => told.push(session?.id))
    told.length = 0
    await first.setActive({ session: 'sess_2' })
    await settle()
    expect(told).toEqual(['sess_2', 'sess_2'])
    await first.setActive({ session: null })
    await settle()
    expect(told.slice(2)).toEqual([undefined, undefined])
  })

  it('signs out all at once, and one of them tells the server', async () => {
    const { all, first, world } = await openTabs(3)
    const out = first.signOut()
    await flush()
    expect(all.map(({ session }) => session)).toEqual([null, null, null])
    await out
    await settle()
    expect(all.map(ids)).toEqual([[], [], []])
    expect(world.asked.filter(asked => !asked.startsWith('GET'))).toEqual([
      'DELETE /client/sessions',
    ])
    expect(all.map(tab => tab.store.getState().sessions.revoking)).toEqual([[], [], []])
  })

  it('and sign-out without a network is sent once when it is back', async () => {
    const { all, first, world } = await openTabs(3)
    world.cut = true
    await first.signOut()
    await settle()
    expect(all.map(({ session }) => session)).toEqual([null, null, null])
    world.cut = false
    world.asked.length = 0
    await world.clock.advance(3000)
    await settle()
    expect(world.server.sessionIds()).toEqual([])
    expect(world.asked.filter(asked => !asked.startsWith('GET'))).toEqual([
      'POST /client/sessions/sess_1/remove',
    ])
  })

  it('is told by another tab when it dies before the server heard', async () => {
    const { all, first, world } = await openTabs(2)
    world.cut = true
    await first.signOut()
    await settle()
    first.dispose()
    world.cut = false
    await world.clock.advance(40_000)
    await settle()
    expect(world.server.sessionIds()).toEqual([])
    expect(ids(all[1] as ClienteleStore)).toEqual([])
  })

  it('waits in a page that nobody sees until somebody does', async () => {
    const { all, first, world } = await openTabs(2)
    world.page.visible = false
    await signIn(first)
    await settle()
    expect(ids(all[1] as ClienteleStore)).toEqual(['sess_1'])
    world.page.visible = true
    world.page.fire('visibilitychange')
    await settle()
    expect(ids(all[1] as ClienteleStore)).toEqual(['sess_1', 'sess_2'])
  })

  it('is not heard by another instance', async () => {
    const { first, world } = await openTabs(1)
    const other = createClientele({
      publishableKey: `pk_live_${btoa('clerk.other.com$')}`,
      fetch: world.server.fetch,
      modules: [tabs({ channel: world.origin.channel })],
    })
    await other.load()
    await first.signOut()
    await settle()
    expect(ids(other)).toEqual(['sess_1'])
  })
})

describe('a token', () => {
  it('that one tab made is had by all: ten that ask at a time make one', async () => {
    const { all, world } = await openTabs(10)
    await world.clock.advance(70_000)
    const tokens = await Promise.all(all.map(tab => tab.getToken()))
    expect(new Set(tokens).size).toBe(1)
    expect(world.asked).toEqual(['POST /client/sessions/sess_1/tokens'])
    await settle()
    await Promise.all(all.map(tab => tab.getToken()))
    expect(world.asked).toHaveLength(1)
  })

  it('is made by the next tab when the first one fails to', async () => {
    const { all, world } = await openTabs(2)
    await world.clock.advance(70_000)
    world.cut = true
    const first = all[0]?.getToken().catch(error => error.code)
    await flush()
    const second = all[1]?.getToken()
    await world.clock.advance(1300)
    world.cut = false
    await world.clock.advance(5000)
    expect(await first).toBe('network_error')
    expect(await second).toContain('.')
  })

  it('is made without waiting for ever for a tab that died with the lock', async () => {
    const origin = createFakeOrigin()
    const { first, world } = await openTabs(1, undefined, createWorld(origin))
    await world.clock.advance(70_000)
    void origin.locks.request(
      `clientele ${publishableKey} sess_1\n\n`,
      {},
      () => new Promise(() => {}),
    )
    await flush()
    const token = first.getToken()
    await world.clock.advance(5200)
    expect(await token).toContain('.')
  })

  it('asked for afresh is not one that another tab asked for before', async () => {
    const { all, world } = await openTabs(2)
    await Promise.all(all.map(tab => tab.getToken({ skipCache: true })))
    expect(world.asked.filter(asked => asked.endsWith('/tokens'))).toHaveLength(2)
  })

  it('that comes with each of many sessions is told with all others, once', async () => {
    const { channel, posted } = createFakeOrigin()
    const clock = createManualClock()
    const tokens = [1, 2, 3].map(index => jwtOf(`sess_${index}`, clock.now() / 1000))
    let has = false
    const { fetch } = scriptedFetch(() => {
      const sessions = tokens.map((jwt, index) =>
        sessionJson(`sess_${index + 1}`, {
          last_active_token: has ? { object: 'token', jwt } : null,
        }),
      )
      return json({ response: clientJson({ sessions }), client: null })
    })
    const modules = [tabs({ channel })]
    const options = { publishableKey, clock, fetch, modules, selectInitialSession: () => null }
    const [first, other] = [createClientele(options), createClientele(options)]
    await Promise.all([first.load(), other.load()])
    has = true
    await first.client?.reload()
    await settle()
    expect(posted).toEqual([{ v: 2, kind: 'tokens', values: ['', ...tokens] }])
    const kept = other.client?.sessions.map(({ lastActiveToken }) =>
      lastActiveToken?.getRawString(),
    )
    expect(kept).toEqual(tokens)
  })

  it.each([
    ['of a session that is not here', { values: ['', jwtOf('sess_9', 4_000_000_000)] }],
    ['that is no token', { values: ['', 'junk'] }],
    ['that is no text', { values: ['', 1] }],
    ['that nobody is told', { values: undefined }],
    ['of another version', { v: 1 }],
    ['of no kind', { kind: 'toString' }],
  ])('in a message %s is not taken', async (_, over) => {
    const { first, world } = await openTabs(1)
    await first.getToken()
    const before = first.session?.lastActiveToken?.getRawString()
    const jwt = jwtOf('sess_1', world.clock.now() / 1000 + 10)
    const stranger = world.origin.channel(`clientele ${publishableKey}`)
    const message = { v: 2, kind: 'tokens', values: ['', jwt] }
    stranger.postMessage({ ...message, ...over })
    await settle()
    expect(first.session?.lastActiveToken?.getRawString()).toBe(before)
    stranger.postMessage(message)
    await settle()
    expect(first.session?.lastActiveToken?.getRawString()).toBe(jwt)
    expect(world.errors).toEqual([])
  })
})

describe('pinned to its tab', () => {
  const createStorage = () => {
    const items = new Map<string, string>()
    return {
      items,
      storage: {
        getItem: (key: string) => items.get(key) ?? null,
        setItem: (key: string, value: string) => void items.set(key, value),
      },
    }
  }

  it('a session is the tab’s own, reloads included', async () => {
    const { world, first } = await openTabs(1)
    await signIn(first)
    const { storage, items } = createStorage()
    const options = { activeSession: 'tab', storage } as const
    const pinned = world.open(options)
    await pinned.load()
    await pinned.setActive({ session: 'sess_1' })
    await first.setActive({ session: 'sess_2' })
    await settle()
    expect(pinned.session?.id).toBe('sess_1')
    expect(claimsOf(await pinned.getToken()).sid).toBe('sess_1')
    pinned.dispose()
    const reloaded = world.open(options)
    await reloaded.load()
    expect(reloaded.session?.id).toBe('sess_1')
    expect([...items.values()]).toEqual(['sess_1 '])
    await first.signOut({ sessionId: 'sess_1' })
    await settle()
    expect(reloaded.session).toBeNull()
    const again = world.open(options)
    await again.load()
    expect(again.session).toBeNull()
  })

  describe('an organization', () => {
    const organization = (id: string) => ({
      id: `orgmem_${id}`,
      role: 'org:member',
      organization: { id, name: id, slug: id.replace('org_', '') },
    })
    const user = userJson('user_1', {
      organization_memberships: [organization('org_acme'), organization('org_beta')],
    })

    /** A server that keeps one organization a session, and puts it into its tokens. */
    const createOffice = () => {
      const origin = createFakeOrigin()
      const clock = createManualClock()
      const asked: string[] = []
      let last: string | null = 'org_acme'
      let made = 0
      const client = () => {
        const session = sessionJson('sess_1', { user, last_active_organization_id: last })
        return clientJson({ sessions: [session], last_active_session_id: 'sess_1' })
      }
      const tokenFor = (organizationId: string | null) => {
        const claims = { ...(organizationId && { org_id: organizationId }), jti: ++made }
        return json({ jwt: jwtOf('sess_1', Math.floor(clock.now() / 1000), claims) })
      }
      const choose = (organizationId: string | null) => {
        last = organizationId || null
      }
      const { fetch } = scriptedFetch(({ path, method, form }) => {
        asked.push(`${method} ${path}`)
        if (path.endsWith('/tokens')) return tokenFor(form.get('organization_id'))
        if (path.includes('/tokens/')) return tokenFor(last)
        if (path === '/client') return json({ response: client(), client: null })
        choose(form.get('active_organization_id'))
        return json({ response: client().sessions[0], client: client() })
      })
      const open = async (storage = createStorage().storage) => {
        const options = { activeSession: 'tab', channel: origin.channel, storage } as const
        const modules = [tabs({ ...options, page: createFakePage() }), pin(options)]
        const tab = createClientele({ publishableKey, fetch, clock, modules })
        await tab.load()
        return tab
      }
      return { open, asked, choose }
    }
    const shown = async (tab: ClienteleStore) => {
      const { org_id = null } = claimsOf(await tab.getToken())
      return [tab.session?.lastActiveOrganizationId ?? null, org_id]
    }

    it('that another tab chooses changes nothing here', async () => {
      const { open } = createOffice()
      const [one, two] = [await open(), await open()]
      await two.setActive({ organization: 'beta' })
      await settle()
      expect(await shown(one)).toEqual(['org_acme', 'org_acme'])
      expect(await shown(two)).toEqual(['org_beta', 'org_beta'])
      await one.setActive({ organization: null })
      await settle()
      expect(await shown(one)).toEqual([null, null])
      expect(await shown(two)).toEqual(['org_beta', 'org_beta'])
    })

    it('is kept over a reload of the tab, also where it is none', async () => {
      const { open } = createOffice()
      const [first, second] = [createStorage().storage, createStorage().storage]
      const [one, two] = [await open(first), await open(second)]
      await one.setActive({ organization: null })
      await two.setActive({ organization: 'beta' })
      await settle()
      for (const tab of [one, two]) tab.dispose()
      expect(await shown(await open(first))).toEqual([null, null])
      expect(await shown(await open(second))).toEqual(['org_beta', 'org_beta'])
    })

    it('is the one of a template’s token, which is refused for any other', async () => {
      const { open, asked } = createOffice()
      const [one, two] = [await open(), await open()]
      await two.setActive({ organization: 'beta' })
      await settle()
      const template = 'hasura'
      expect(claimsOf(await two.getToken({ template })).org_id).toBe('org_beta')
      const before = asked.length
      for (const organizationId of ['org_acme', null])
        await expect(two.getToken({ template, organizationId })).rejects.toThrow(TypeError)
      expect(asked).toHaveLength(before)
      const refused = { code: 'organization_not_active' }
      await expect(one.getToken({ template })).rejects.toMatchObject(refused)
      expect(asked).toHaveLength(before)
      await one.setActive({ organization: 'acme' })
      expect(claimsOf(await one.getToken({ template })).org_id).toBe('org_acme')
    })

    it('that another tab chose unheard is found out by the template’s token itself', async () => {
      const { open, choose } = createOffice()
      const tab = await open()
      choose('org_beta')
      const refused = { code: 'organization_not_active' }
      await expect(tab.getToken({ template: 'hasura' })).rejects.toMatchObject(refused)
    })
  })

  it('refuses any other word for it', () => {
    expect(() => tabs({ activeSession: 'both' as 'tab' })).toThrow(TypeError)
  })
})

describe('a channel that fails', () => {
  it.each([
    [
      'cannot be opened',
      () => {
        throw new Error('SecurityError')
      },
    ],
    [
      'throws on every message',
      () => ({
        postMessage: () => {
          throw new Error('DataCloneError')
        },
        addEventListener: () => {},
        close: () => {},
      }),
    ],
  ])('because it %s harms nothing', async (_, channel) => {
    const world = createWorld()
    const clientele = world.open({ channel })
    await clientele.load()
    await signIn(clientele)
    await clientele.setActive({ session: 'sess_1' })
    expect(await clientele.getToken()).toContain('.')
    expect(world.errors.length).toBeGreaterThan(0)
  })

  it('and locks that fail leave each tab to ask for itself', async () => {
    const request = () => Promise.reject(new Error('SecurityError'))
    const { all, world } = await openTabs(2, { locks: { request } })
    await world.clock.advance(70_000)
    const tokens = Promise.all(all.map(tab => tab.getToken()))
    await world.clock.advance(200)
    expect(await tokens).toHaveLength(2)
  })
})

it('dispose leaves the channel', async () => {
  const { all, first, world } = await openTabs(2)
  all[1]?.dispose()
  await first.signOut()
  await settle()
  expect(ids(all[1] as ClienteleStore)).toEqual(['sess_1'])
  first.dispose()
  expect(world.clock.pending).toBe(0)
})

describe('whatever overlaps among tabs', () => {
  const names = ['sign in', 'sign out', 'remove one', 'use last', 'token', 'reload'] as const
  type Name = (typeof names)[number]
  const step = fc.record({ tab: fc.nat(2), name: fc.constantFrom(...names) })

  const run = async (scheduler: fc.Scheduler, steps: readonly { tab: number; name: Name }[]) => {
    const clock = createManualClock()
    const origin = createFakeOrigin(
      go => void scheduler.schedule(Promise.resolve(), 'message').then(go),
    )
    const server = createModelServer(
      leg => scheduler.schedule(Promise.resolve(), leg),
      [],
      clock.now,
    )
    const flights = new Map<string, number>()
    const faults: string[] = []
    const fetch: typeof server.fetch = async (input, init) => {
      const path = new URL(input).pathname
      const isToken = path.endsWith('/tokens') && !input.includes('skip_cache')
      if (isToken) {
        flights.set(path, (flights.get(path) ?? 0) + 1)
        if ((flights.get(path) ?? 0) > 1) faults.push(`two requests for ${path}`)
      }
      try {
        return await server.fetch(input, init)
      } finally {
        if (isToken) flights.set(path, (flights.get(path) ?? 1) - 1)
      }
    }
    const all = [0, 1, 2].map(index =>
      createClientele({
        publishableKey,
        clock,
        random: () => 0,
        fetch,
        modules: [
          tabs({
            channel: origin.channel,
            page: createFakePage(),
            activeSession: index === 2 ? 'tab' : 'shared',
          }),
          locks({ locks: origin.locks }),
        ],
      }),
    )
    const drain = async (work: Promise<unknown>) => {
      let done = false
      void work
        .catch(() => {})
        .finally(() => {
          done = true
        })
      for (;;) {
        await flush()
        if (scheduler.count() > 0) await scheduler.waitOne()
        else if (done) return
        else await clock.advance(50)
      }
    }
    await drain(Promise.all(all.map(tab => tab.load())))
    const takeToken = async (tab: ClienteleStore) => {
      const id = tab.session?.id
      const jwt = await tab.getToken()
      if (jwt !== null && claimsOf(jwt).sid !== id)
        faults.push(`a token of ${claimsOf(jwt).sid} for ${id}`)
    }
    const acts: Record<
      Name,
      (tab: ClienteleStore, mine: readonly string[]) => Promise<unknown> | undefined
    > = {
      'sign in': signIn,
      'sign out': tab => tab.signOut(),
      'remove one': (tab, [sessionId]) => (sessionId ? tab.signOut({ sessionId }) : undefined),
      'use last': (tab, mine) => tab.setActive({ session: mine.at(-1) ?? null }),
      token: takeToken,
      reload: tab => tab.client?.reload(),
    }
    const watch = (tab: ClienteleStore) => {
      const gone = new Set<string>()
      let before: readonly string[] = []
      tab.subscribe(() => {
        const now = ids(tab) ?? []
        for (const id of before.filter(id => !now.includes(id))) gone.add(id)
        faults.push(...now.filter(id => gone.has(id)).map(id => `${id} came back`))
        before = now
      })
    }
    for (const tab of all) watch(tab)
    const works: Promise<unknown>[] = []
    for (const { tab, name } of steps) {
      const clientele = all[tab]
      if (clientele)
        works.push(Promise.resolve(acts[name](clientele, ids(clientele) ?? [])).catch(() => {}))
      await flush()
      if (scheduler.count() > 0) await scheduler.waitOne()
    }
    await drain(Promise.all(works))
    return { all, faults, server, clock }
  }

  it('all end equal to the server; one request for a token at a time; no token but the session’s own', async () => {
    const property = fc.asyncProperty(
      fc.scheduler(),
      fc.array(step, { minLength: 2, maxLength: 10 }),
      async (scheduler, steps) => {
        const { all, faults, server, clock } = await run(scheduler, steps)
        expect(faults).toEqual([])
        for (const tab of all) expect(ids(tab)).toEqual([...server.sessionIds()])
        for (const tab of all) tab.dispose()
        expect(clock.pending).toBe(0)
      },
    )
    await fc.assert(property, { numRuns: 150 })
  }, 60_000)
})
