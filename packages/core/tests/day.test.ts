import { type ClienteleStore, isClienteleError } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createFakePage } from './support/fake-page.ts'
import { createFakeOrigin } from './support/fake-tabs.ts'
import { createManualClock, type ManualClock } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, jwtOf, sessionJson } from './support/wire.ts'

// A page that stays open for a day, under a server that fails in one way, with a caller that asks for a
// token every ten seconds and somebody who comes back to the page every few minutes.

const hour = 3_600_000

interface Conditions {
  readonly name: string
  /** Requests of any kind in one hour, at most. */
  readonly perHour: number
  /**
   * Timers at a time, at most; two when not set: one for the next token, one to ask for the client
   * again.
   */
  readonly timers?: number
  /** Whether tokens can be had at all. */
  readonly tokens: boolean
  answer(request: Seen, clock: ManualClock): Response | undefined
}

const token = (clock: ManualClock, life: number) => {
  const now = clock.now() / 1000
  return json({ jwt: jwtOf('sess_1', now, { exp: now + life }) })
}
const onTokens =
  (answer: (clock: ManualClock) => Response): Conditions['answer'] =>
  ({ path }, clock) =>
    path.endsWith('/tokens') ? answer(clock) : undefined
const everywhere = (answer: () => Response): Conditions['answer'] => answer

const networks: readonly Conditions[] = [
  {
    name: '401 to every token',
    perHour: 360,
    tokens: false,
    answer: onTokens(() => json(errorJson('authentication_invalid'), { status: 401 })),
  },
  {
    name: '429 to everything',
    perHour: 200,
    tokens: false,
    answer: everywhere(() =>
      json(errorJson('too_many_requests'), { status: 429, headers: { 'retry-after': '30' } }),
    ),
  },
  {
    name: '429 to every token, without saying when',
    perHour: 200,
    tokens: false,
    answer: onTokens(() => json(errorJson('too_many_requests'), { status: 429 })),
  },
  {
    name: '500 to everything',
    perHour: 200,
    tokens: false,
    answer: everywhere(() => json({}, { status: 500 })),
  },
  {
    name: 'HTML instead of JSON',
    perHour: 200,
    tokens: false,
    answer: everywhere(() => json('<!doctype html><title>Maintenance</title>', { status: 200 })),
  },
  {
    name: 'tokens that live no second',
    perHour: 200,
    tokens: false,
    answer: onTokens(clock => token(clock, 0)),
  },
  {
    name: 'tokens that live 15 s',
    perHour: 520,
    tokens: true,
    answer: onTokens(clock => token(clock, 15)),
  },
  {
    name: 'tokens that live 60 s',
    perHour: 110,
    tokens: true,
    answer: onTokens(clock => token(clock, 60)),
  },
  {
    name: 'a network that comes and goes every 20 s',
    perHour: 400,
    timers: 4,
    tokens: true,
    answer: (_, clock) => {
      if (Math.floor(clock.now() / 20_000) % 2 === 0) throw new TypeError('fetch failed')
      return undefined
    },
  },
]

const open = async (answer: Conditions['answer']) => {
  const clock = createManualClock()
  const page = createFakePage()
  const origin = createFakeOrigin()
  let calm = true
  const wire = scriptedFetch(request => {
    const own = calm ? undefined : answer(request, clock)
    if (own) return own
    if (request.path.endsWith('/tokens')) return token(clock, 60)
    if (request.path.endsWith('/touch'))
      return json({ response: sessionJson('sess_1'), client: null })
    return json({ response: clientJson({ sessions: [sessionJson('sess_1')] }), client: null })
  })
  const clientele = createClientele({
    publishableKey,
    fetch: wire.fetch,
    clock,
    modules: browserModules({
      tabs: { channel: origin.channel, locks: origin.locks, page },
      refresh: { page },
      revalidate: { page },
      cookies: { jar: { cookie: '' }, page },
    }),
  })
  await clientele.load()
  await clientele.getToken()
  calm = false
  return { clientele, clock, page, seen: wire.seen }
}

const ask = async (clientele: ClienteleStore, codes: Set<string>): Promise<void> => {
  try {
    await clientele.getToken()
  } catch (error) {
    codes.add(isClienteleError(error) ? error.code : String(error))
  }
}

/** Few requests in any of so many hours, few timers at any time, and nobody is signed out. */
const endure = async ({ answer, perHour, timers = 2, tokens }: Conditions, hours: number) => {
  const { clientele, clock, page, seen } = await open(answer)
  const identities = new Set<string | undefined>()
  clientele.addListener(({ session }) => identities.add(session?.id))
  const codes = new Set<string>()
  const hourly: number[] = []
  for (let count = 0; count < hours; count++) {
    const before = seen.length
    for (let seconds = 0; seconds < 3600; seconds += 10) {
      void ask(clientele, codes)
      if (seconds % 300 === 0) page.fire('focus')
      await clock.advance(10_000)
      expect(clock.pending).toBeLessThanOrEqual(timers)
    }
    hourly.push(seen.length - before)
  }
  expect(Math.max(...hourly)).toBeLessThanOrEqual(perHour)
  expect([...identities]).toEqual(['sess_1'])
  if (tokens) expect([...codes].filter(code => code !== 'network_error')).toEqual([])
  else expect(codes.size).toBeGreaterThan(0)
  clientele.dispose()
  expect(clock.pending).toBe(0)
}

// In every network one hour is like another: three of them show what a day does.
describe('three hours of', () => {
  it.each(networks)('$name: few requests, few timers, nobody signed out', network =>
    endure(network, 3),
  )
})

describe('a day of', { tags: ['matrix'] }, () => {
  it.each(networks)(
    '$name: few requests, few timers, nobody signed out',
    network => endure(network, 24),
    60_000,
  )
})

it('a night asleep: the first token is right, and takes one request', async () => {
  const { clientele, clock, page, seen } = await open(() => undefined)
  page.visible = false
  page.fire('visibilitychange')
  const before = seen.length
  await clock.advance(8 * hour)
  expect(seen).toHaveLength(before)
  page.visible = true
  page.fire('visibilitychange')
  page.fire('focus')
  const jwt = await clientele.getToken()
  const { iat } = JSON.parse(Buffer.from((jwt ?? '').split('.')[1] ?? '', 'base64url').toString())
  expect(iat * 1000).toBe(clock.now())
  await clock.advance(5000)
  expect(seen.slice(before).filter(({ path }) => path.endsWith('/tokens'))).toHaveLength(1)
  clientele.dispose()
})
