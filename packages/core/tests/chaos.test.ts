import type { ClienteleStore, Clock, Fetch } from '@clientele/core'
import { locks } from '@clientele/core/locks'
import { persist } from '@clientele/core/persist'
import { refresh } from '@clientele/core/refresh'
import { revalidate } from '@clientele/core/revalidate'
import { type Channel, tabs } from '@clientele/core/tabs'
import { expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createFakePage } from './support/fake-page.ts'
import { createFakeOrigin } from './support/fake-tabs.ts'
import { createManualClock } from './support/manual-clock.ts'
import { json, publishableKey } from './support/scripted-fetch.ts'
import { createSessionServer, hang } from './support/session-server.ts'
import { errorJson } from './support/wire.ts'

// Everything around a store does its worst, at random: what is promised holds after each action.

const statuses = ['idle', 'loading', 'ready', 'degraded', 'failed']
const token = /ey[\w-]+\.ey[\w-]+\./

/** The same numbers for the same seed. */
const createRandom = (seed: number) => {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const chance = (share: number) => next() < share
  const pick = <Item>(list: readonly Item[]): Item => list[Math.floor(next() * list.length)] as Item // as: the index is one of the list
  return { next, chance, pick }
}

/** What surrounds a store, all of it unreliable while `hostile`. */
const createSurroundings = (seed: number) => {
  const random = createRandom(seed)
  const { chance, pick } = random
  const clock = createManualClock()
  let skew = 0
  let delays = 0
  const wrong: Clock = {
    ...clock,
    now: () => clock.now() + skew,
    monotonic: clock.now,
  }
  const delay = (ms: number) => {
    delays++
    return new Promise<void>(resolve =>
      clock.setTimeout(() => {
        delays--
        resolve()
      }, ms),
    )
  }
  const server = createSessionServer(clock.now, ['sess_1', 'sess_2'])
  const answers = [
    () => json({}, { status: 503 }),
    () => json(errorJson('too_many_requests'), { status: 429, headers: { 'retry-after': '2' } }),
    () => new Response('<html>', { status: 403 }),
    () => new Response('', { status: 200 }),
    () => json('{"response":{"object":"client"}'),
    () => 'lost' as const,
    () => 'silent' as const,
  ]
  server.on = async ({ path }) => {
    if (chance(0.2)) await delay(pick([10, 500, 8000]))
    // Only where nobody is signed out: a sign-out that the API refuses for good is taken back.
    if (path.includes('/sign_') && chance(0.2))
      return json(errorJson('requires_captcha'), { status: 401 })
    return chance(0.3) ? pick(answers)() : undefined
  }
  const fetch: Fetch = async (...given) => {
    const answer = await server.fetch(...given)
    if (chance(0.2)) await delay(pick([10, 500, 8000]))
    if (chance(0.05)) throw new TypeError('fetch failed')
    return answer
  }
  const foreign = <Result>(work: () => Result): Result | Promise<Result> => {
    if (chance(0.1)) return hang()
    if (chance(0.1)) throw new Error('foreign code')
    return chance(0.3) ? delay(20).then(work) : work()
  }
  const items = new Map<string, string>()
  const storage = {
    getItem: (key: string) => foreign(() => items.get(key) ?? null),
    setItem: (key: string, value: string) => foreign(() => items.set(key, value)),
    removeItem: (key: string) => foreign(() => items.delete(key)),
  }
  const origin = createFakeOrigin()
  const channel = (name: string): Channel => {
    const { postMessage, ...rest } = origin.channel(name)
    return {
      ...rest,
      postMessage: message => {
        if (chance(0.1)) throw new Error('foreign code')
        postMessage(message)
      },
    }
  }
  const page = createFakePage()
  const create = () =>
    createClientele({
      publishableKey,
      fetch,
      clock: wrong,
      random: random.next,
      storage,
      mode: pick(['browser', 'native'] as const),
      loadTimeout: 2000,
      captcha: async () => foreign(() => 'proof'),
      onError: () => {
        if (chance(0.2)) throw new Error('foreign code')
      },
      modules: [
        persist({ storage, page }),
        tabs({ page, channel, activeSession: pick(['shared', 'tab'] as const) }),
        locks({
          locks: { request: (...given) => (chance(0.2) ? hang() : origin.locks.request(...given)) },
        }),
        refresh({ page }),
        revalidate({ page }),
      ],
    })
  const peer = origin.channel(`clientele ${publishableKey}`)
  return {
    ...random,
    clock,
    server,
    page,
    create,
    peer,
    setWrong: (ms: number) => {
      skew = ms
    },
    /** Timers of the store alone. */
    pending: () => clock.pending - delays,
  }
}

type Surroundings = ReturnType<typeof createSurroundings>

/** What was promised, checked of one store. */
const createChecks = (clientele: ClienteleStore) => {
  const ended = new Set<string>()
  const faults = new Set<string>()
  let notified = 0
  const check = () => {
    notified++
    const { status, client, session, user } = clientele
    if (!statuses.includes(status)) faults.add(`the status ${status}`)
    if (token.test(JSON.stringify(clientele.store.getState()))) faults.add('a token in the state')
    const known = [session, user].map(each => each === undefined)
    if (known.some(isUnknown => isUnknown !== (client === undefined)))
      faults.add('unknown taken for nobody')
    for (const { id } of client?.sessions ?? []) if (ended.has(id)) faults.add(`${id} came back`)
  }
  clientele.store.subscribe(check)
  clientele.snapshots.subscribe(() => {
    throw new Error('a listener')
  })
  return { ended, faults, check, notified: () => notified }
}

const act = (surroundings: Surroundings, clientele: ClienteleStore, ended: Set<string>) => {
  const { chance, pick, page, peer, setWrong } = surroundings
  const { client } = clientele
  const ids = client?.sessions.map(({ id }) => id) ?? []
  const id = ids.length > 0 ? pick(ids) : 'sess_unknown'
  const end = (gone: readonly string[], work: Promise<unknown>) => {
    for (const each of gone) ended.add(each)
    return work
  }
  const actions: readonly (() => unknown)[] = [
    () => clientele.load(),
    () =>
      clientele.getToken({ skipCache: chance(0.5) }).then(jwt => {
        if (jwt === null && clientele.client === undefined) ended.add('null for unknown')
      }),
    () => clientele.setActive({ session: chance(0.2) ? null : id }),
    () => clientele.setActive({ organization: pick([null, 'org_1', 'nowhere']) }),
    () => client?.signIn.create({ identifier: pick(['a@b.c', 'x@y.z']) }),
    () => client?.signIn.attemptFirstFactor({ strategy: 'password', password: 'x' }),
    () => client?.signIn.attemptFirstFactor({ strategy: 'password', password: 'y' }),
    () => client?.signUp.create({ emailAddress: 'a@b.c' }),
    () => client?.resetSignIn(),
    () => client?.resetSignUp(),
    () => client?.clearCache(),
    () => client?.reload(),
    () => clientele.session?.touch({ intent: pick(['focus', undefined]) }),
    () => end(ids, clientele.signOut()),
    () => ids.length > 0 && end([id], clientele.signOut({ sessionId: id })),
    () => client?.sessions[0]?.remove().then(() => ended.add(client.sessions[0]?.id ?? '')),
    () => page.fire(pick(['focus', 'online', 'offline', 'visibilitychange', 'pageshow'])),
    () => {
      page.visible = chance(0.7)
      page.online = chance(0.7)
    },
    () => setWrong(pick([-40, -1 / 24, 0, 0, 1 / 24, 40]) * 86_400_000),
    () => peer.postMessage({ v: 2, kind: 'changed', values: [] }),
    () => peer.postMessage({ v: 2, kind: pick(['active', 'nothing', 'tokens']), values: [id] }),
    () => peer.postMessage(pick([null, 'text', { v: 2, kind: 'constructor', values: [] }])),
  ]
  // Nothing asynchronous throws: what does is a fault of the test's run.
  Promise.resolve(pick(actions)()).catch(() => {})
}

/** @returns what did not hold. */
const runChaos = async (seed: number, count: number): Promise<readonly string[]> => {
  const surroundings = createSurroundings(seed)
  const { create, clock, chance, pick, pending } = surroundings
  const faults: string[] = []
  let clientele = create()
  let checks = createChecks(clientele)
  const dispose = async () => {
    clientele.dispose()
    const before = checks.notified()
    await clock.advance(0)
    if (pending() !== 0) faults.push(`${pending()} timers are left`)
    await clock.advance(20_000)
    if (checks.notified() !== before) faults.push('notified after dispose()')
    if (pending() !== 0) faults.push(`${pending()} timers are left, later`)
  }
  for (let done = 0; done < count && faults.length === 0; done++) {
    act(surroundings, clientele, checks.ended)
    await clock.advance(pick([0, 0, 10, 200, 3000, 60_000]))
    checks.check()
    if (checks.ended.has('null for unknown')) faults.push('null for unknown')
    faults.push(...checks.faults)
    if (!chance(0.02)) continue
    await dispose()
    clientele = create()
    checks = createChecks(clientele)
  }
  await dispose()
  return faults.map(fault => `${fault} (seed ${seed})`)
}

const runAll = async (seeds: number, count: number) => {
  const faults: string[] = []
  for (let seed = 1; seed <= seeds; seed++) faults.push(...(await runChaos(seed, count)))
  return faults
}

it('what is promised holds in chaos', async () => {
  expect(await runAll(6, 50)).toEqual([])
})

it('what is promised holds in chaos, for long', {
  tags: ['matrix'],
  timeout: 600_000,
}, async () => {
  expect(await runAll(50, 400)).toEqual([])
})
