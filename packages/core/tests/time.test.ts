import type { ClienteleOptions, Clock } from '@clientele/core'
import { refresh } from '@clientele/core/refresh'
import { revalidate } from '@clientele/core/revalidate'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createFakePage } from './support/fake-page.ts'
import { createManualClock, flush } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, jwtOf, sessionJson } from './support/wire.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/**
 * True time, which is the server's, and a device whose wall clock is wrong by `skew` and may be
 * set. Its timers are those of platforms: a delay that they cannot hold ends at once.
 */
const createDevice = (skew: number) => {
  const truth = createManualClock()
  const started = truth.now()
  let off = skew
  const clock: Clock = {
    now: () => truth.now() + off,
    monotonic: () => truth.now() - started,
    setTimeout: (run, ms) => truth.setTimeout(run, ms > 2 ** 31 - 1 ? 1 : ms),
    clearTimeout: truth.clearTimeout,
  }
  return {
    truth,
    clock,
    /** Sets the wall clock, as people and batteries do. */
    jump: (ms: number) => {
      off += ms
    },
  }
}

interface World {
  readonly skew?: number
  /** Whether answers show their date: pages of another origin are not shown it. */
  readonly dated?: boolean
  readonly lifetime?: number
  readonly modules?: ClienteleOptions['modules']
}

const open = async ({ skew = 0, dated = true, lifetime = 60, modules = [] }: World = {}) => {
  const device = createDevice(skew)
  const { truth, clock, jump } = device
  let sent = 0
  let sessions = [sessionJson('sess_1')]
  let answer: (request: Seen) => Response | undefined = () => undefined
  const date = () => ({ date: new Date(truth.now()).toUTCString() })
  const headers = () => (dated ? date() : {})
  const code = () => ({
    status: 'unverified',
    strategy: 'email_code',
    attempts: 0,
    expire_at: truth.now() + 10 * minute,
  })
  let signIn: object | null = null
  const handle = ({ method, path }: Seen) => {
    const client = () => clientJson({ sessions, sign_in: signIn })
    if (path.endsWith('/tokens')) {
      const iat = Math.floor(truth.now() / second)
      return { object: 'token', jwt: jwtOf('sess_1', iat, { exp: iat + lifetime }) }
    }
    if (method === 'GET' || !path.startsWith('/client/sign_ins'))
      return { response: client(), client: null }
    const isPrepare = path.endsWith('prepare_first_factor')
    if (isPrepare) sent++
    signIn = {
      id: 'sia_1',
      status: 'needs_first_factor',
      first_factor_verification: isPrepare ? code() : null,
    }
    return { response: signIn, client: client() }
  }
  const wire = scriptedFetch(
    request => answer(request) ?? json(handle(request), { headers: headers() }),
  )
  const clientele = createClientele({
    publishableKey,
    fetch: wire.fetch,
    clock,
    random: () => 0,
    modules,
  })
  return {
    clientele,
    truth,
    clock,
    jump,
    date,
    sent: () => sent,
    endSessions: () => {
      sessions = []
    },
    answerWith: (next: typeof answer) => {
      answer = next
    },
    load: async () => {
      await clientele.load()
      await flush()
    },
    ...wire,
  }
}

const expiryOf = (jwt: string | null): number => {
  const [, payload = ''] = (jwt ?? '').split('.')
  return JSON.parse(Buffer.from(payload, 'base64url').toString()).exp * second
}

// Any clock that a device may have, and any way of setting it.
const skew = fc.integer({ min: -40 * day, max: 40 * day })
const jump = fc.oneof(fc.integer({ min: -90 * second, max: 90 * second }), skew)
const step = fc.record({ jump: fc.option(jump, { nil: 0 }), wait: fc.nat(10 * minute) })
const steps = fc.array(step, { minLength: 1, maxLength: 8 })
const dated = fc.boolean()
const runs = { numRuns: 60 }

describe('whatever the clock of the device says, and however it is set', () => {
  it('a token that is given out is valid, and one is asked for only where none is at hand', async () => {
    const property = fc.asyncProperty(skew, dated, steps, async (off, isDated, all) => {
      const world = await open({ skew: off, dated: isDated })
      const { clientele, truth, count } = world
      await world.load()
      const asked = () => count('POST', '/client/sessions/sess_1/tokens')
      for (const { jump: by, wait } of all) {
        world.jump(by)
        await truth.advance(wait)
        expect(expiryOf(await clientele.getToken())).toBeGreaterThan(truth.now())
        // What was asked for just now serves everybody who asks in the next seconds.
        await clientele.getToken({ skipCache: true })
        const before = asked()
        await truth.advance(10 * second)
        for (let times = 0; times < 5; times++) await clientele.getToken()
        expect(asked()).toBe(before)
      }
      clientele.dispose()
    })
    await fc.assert(property, runs)
  })

  it('a code is sent again after thirty seconds, and not before', async () => {
    const property = fc.asyncProperty(skew, dated, jump, async (off, isDated, by) => {
      const world = await open({ skew: off, dated: isDated })
      const { clientele, truth, clock, sent } = world
      await world.load()
      await clientele.client?.signIn.create({ identifier: 'a@b.c' })
      const prepare = () => clientele.client?.signIn.prepareFirstFactor({ strategy: 'email_code' })
      await prepare()
      const next = clientele.client?.signIn.next
      if (next?.kind !== 'first_factor') return expect.fail()
      const shown = Number(next.pending?.cooldownUntil) - clock.now()
      expect(shown).toBeGreaterThan(28 * second)
      expect(shown).toBeLessThanOrEqual(31 * second)
      world.jump(by)
      await truth.advance(29 * second)
      await prepare()
      expect(sent()).toBe(1)
      await truth.advance(2 * second)
      await prepare()
      expect(sent()).toBe(2)
      clientele.dispose()
    })
    await fc.assert(property, runs)
  })

  it('a code that was sent before the page was reloaded has its pause by the server', async () => {
    const property = fc.asyncProperty(skew, fc.nat(28 * second), async (off, passed) => {
      const world = await open({ skew: off })
      const { truth, clock, sent } = world
      await world.load()
      await world.clientele.client?.signIn.create({ identifier: 'a@b.c' })
      await world.clientele.client?.signIn.prepareFirstFactor({ strategy: 'email_code' })
      await truth.advance(passed)
      const { fetch } = world
      const reloaded = createClientele({ publishableKey, fetch, clock, random: () => 0 })
      await reloaded.load()
      const prepare = () => reloaded.client?.signIn.prepareFirstFactor({ strategy: 'email_code' })
      await prepare()
      expect(sent()).toBe(1)
      await truth.advance(31 * second - passed)
      await prepare()
      expect(sent()).toBe(2)
      reloaded.dispose()
      world.clientele.dispose()
    })
    await fc.assert(property, runs)
  })

  it('a server that fails is asked ever more slowly, and found again within a minute', async () => {
    const property = fc.asyncProperty(skew, steps, async (off, all) => {
      const world = await open({ skew: off })
      const { clientele, truth, count } = world
      world.answerWith(() => json({}, { status: 503 }))
      await world.load()
      let passed = 0
      for (const { jump: by, wait } of all) {
        world.jump(by)
        await truth.advance(wait)
        passed += wait
      }
      const asked = count('GET', '/client')
      expect(asked).toBeLessThanOrEqual(8 + passed / (30 * second))
      expect(asked).toBeGreaterThanOrEqual(Math.floor(passed / minute))
      world.answerWith(() => undefined)
      await truth.advance(minute)
      expect(clientele.status).toBe('ready')
      clientele.dispose()
    })
    await fc.assert(property, runs)
  })

  it('Retry-After is kept to, in seconds and as a date, for thirty days and more', async () => {
    const form = fc.constantFrom('seconds', 'date')
    const days = fc.integer({ min: 1, max: 90 })
    const property = fc.asyncProperty(skew, jump, form, days, async (off, by, as, long) => {
      const world = await open({ skew: off })
      const { clientele, truth, date, count } = world
      const until = truth.now() + long * day
      world.answerWith(() =>
        json(errorJson('rate_limit_exceeded'), {
          status: 429,
          headers: {
            ...date(),
            'retry-after': as === 'date' ? new Date(until).toUTCString() : `${long * 86_400}`,
          },
        }),
      )
      await world.load()
      expect(clientele.status).toBe('degraded')
      world.answerWith(() => undefined)
      world.jump(by)
      await truth.advance(long * day - second)
      expect(count('GET', '/client')).toBe(1)
      await truth.advance(2 * second)
      expect([clientele.status, count('GET', '/client')]).toEqual(['ready', 2])
      clientele.dispose()
    })
    await fc.assert(property, runs)
  })

  it('what is never answered is given up in time', async () => {
    const property = fc.asyncProperty(skew, jump, async (off, by) => {
      const world = await open({ skew: off })
      const { clientele, truth, fetch } = world
      const silent = createClientele({
        publishableKey,
        clock: world.clock,
        fetch: (input, init) =>
          input.includes('/touch') ? new Promise(() => {}) : fetch(input, init),
      })
      await silent.load()
      let ended = ''
      const works = [silent.session?.touch()]
      works[0]?.catch((error: { code: string }) => {
        ended = error.code
      })
      await truth.advance(10 * second)
      world.jump(by)
      await truth.advance(19 * second)
      expect(ended).toBe('')
      await truth.advance(second)
      expect(ended).toBe('timeout')
      silent.dispose()
      clientele.dispose()
    })
    await fc.assert(property, runs)
  })

  it('tokens that could not be had are asked for again within a minute', async () => {
    const property = fc.asyncProperty(skew, jump, async (off, by) => {
      const world = await open({ skew: off })
      const { clientele, truth, count } = world
      await world.load()
      world.answerWith(({ path }) =>
        path.endsWith('/tokens') ? json(errorJson('no'), { status: 422 }) : undefined,
      )
      for (let times = 0; times < 8; times++)
        await expect(clientele.getToken()).rejects.toMatchObject({ code: 'no' })
      expect(count('POST', '/client/sessions/sess_1/tokens')).toBe(1)
      world.answerWith(() => undefined)
      world.jump(by)
      await truth.advance(minute)
      expect(expiryOf(await clientele.getToken())).toBeGreaterThan(truth.now())
      clientele.dispose()
    })
    await fc.assert(property, runs)
  })

  it('who comes back to the page is shown what is so', async () => {
    const property = fc.asyncProperty(skew, jump, async (off, by) => {
      const page = createFakePage()
      const world = await open({ skew: off, modules: [revalidate({ page })] })
      await world.load()
      world.jump(by)
      await world.truth.advance(minute)
      world.endSessions()
      page.fire('focus')
      await flush()
      expect(world.clientele.session).toBeNull()
      world.clientele.dispose()
    })
    await fc.assert(property, runs)
  })
})

describe('a date that says nothing', () => {
  const past = { date: 'Sat, 01 Jan 2000 00:00:00 GMT' }
  const future = { date: 'Sat, 01 Jan 2050 00:00:00 GMT' }
  const html = (headers: Record<string, string>) => () =>
    new Response('<h1>No</h1>', { status: 502, headers })

  it.each([
    ['a page of a proxy with one of the past', html(past)],
    ['a page of a proxy with one of the future', html(future)],
    ['an answer out of a cache', undefined],
  ])('%s: tokens are as valid as they were', async (_, given) => {
    const page = createFakePage()
    const world = await open({ modules: [revalidate({ page, throttle: 0 })] })
    const { clientele, truth, count } = world
    await world.load()
    await clientele.getToken()
    const headers = world.date()
    let times = 0
    const cached = () => {
      const client = clientJson({ sessions: [sessionJson('sess_1')] })
      // Another text each time, so that it is looked at.
      const blanks = ' '.repeat(++times)
      return json(`${JSON.stringify({ response: client, client: null })}${blanks}`, { headers })
    }
    world.answerWith(({ path }) => (path === '/client' ? (given ?? cached)() : undefined))
    await truth.advance(10 * second)
    page.fire('focus')
    await flush()
    await clientele.getToken()
    expect(count('GET', '/client')).toBe(2)
    expect(count('POST', '/client/sessions/sess_1/tokens')).toBe(1)
    await truth.advance(hour)
    page.fire('focus')
    await flush()
    expect(expiryOf(await clientele.getToken())).toBeGreaterThan(truth.now())
    clientele.dispose()
  })
})

describe('delays that no timer can hold', () => {
  it('a token that is valid for sixty days is refreshed once in that time', async () => {
    const modules = [refresh({ page: createFakePage() })]
    const world = await open({ lifetime: 60 * 86_400, modules })
    const asked = () => world.count('POST', '/client/sessions/sess_1/tokens')
    await world.load()
    await world.clientele.getToken()
    await world.truth.advance(59 * day)
    expect(asked()).toBe(1)
    await world.truth.advance(day)
    expect(asked()).toBe(2)
    world.clientele.dispose()
  })

  it.each([
    ['the last day that a date can name', 'Fri, 31 Dec 9999 23:59:59 GMT'],
    ['more seconds than a number can hold', '9'.repeat(400)],
  ])('%s is waited for, and ends with the store', async (_, header) => {
    const { clientele, truth, seen, load, answerWith } = await open()
    answerWith(() => json({}, { status: 503, headers: { 'retry-after': header } }))
    await load()
    await truth.advance(365 * day)
    expect(seen).toHaveLength(1)
    clientele.dispose()
    expect(truth.pending).toBe(0)
  })

  it('loadTimeout: Infinity waits for the answer', async () => {
    const truth = createManualClock()
    const clientele = createClientele({
      publishableKey,
      clock: truth,
      loadTimeout: Number.POSITIVE_INFINITY,
      fetch: () =>
        new Promise(resolve => {
          truth.setTimeout(() => resolve(json({ response: clientJson(), client: null })), 20_000)
        }),
    })
    const loaded = clientele.load()
    await truth.advance(21_000)
    expect(await loaded).toBe(clientele.client)
    expect(clientele.status).toBe('ready')
  })
})
