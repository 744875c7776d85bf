import { findScenario, scenarios } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane, start } from './support/browser.ts'

const stage = (name: string) => {
  const emulator = createFrozen()
  emulator.seed(findScenario(name).seed)
  return { emulator, ...createBrowser(emulator) }
}

const signedIn = async (name: string) => {
  const browser = stage(name)
  const { body } = await browser.signIn({ identifier: jane.emailAddress, password: jane.password })
  return { ...browser, id: body.response.created_session_id ?? '' }
}

test('each is found by its name and says in a line what it stages', () => {
  expect(scenarios.map(({ name }) => name)).toEqual([
    'flaky-network',
    'refresh-storm-429',
    'revoked-elsewhere',
    'rotation-race',
    'clock-skew',
    'html-from-proxy',
    'lost-sign-in-answer',
    'locked-user',
  ])
  for (const { summary } of scenarios) expect(summary).toMatch(/^[A-Z][^\n]{20,}\.$/)
  expect(() => findScenario('nonsense')).toThrow(/nonsense: take one of flaky-network, /)
})

describe('scenario', () => {
  test('flaky-network: some requests are late, some break off, and the session outlives it', async () => {
    let now = start
    // Whatever waits goes on at once, and the time has come.
    const schedule = (callback: () => void, ms: number) => {
      queueMicrotask(() => {
        now += ms
        callback()
      })
      return () => {}
    }
    const emulator = createFrozen({ clock: { now: () => now, schedule } })
    const { agent } = await createSignedIn(emulator)
    emulator.seed({ faults: findScenario('flaky-network').seed.faults })
    const outcomes = new Set<number | boolean>()
    for (let count = 0; count < 60; count += 1) {
      const outcome = await agent.fetch('/v1/client').then(
        ({ status }) => status,
        (error: unknown) => error instanceof TypeError,
      )
      outcomes.add(outcome)
    }
    expect(outcomes).toEqual(new Set([200, true]))
    expect(now).toBeGreaterThan(start)
    expect(emulator.sessions.list()).toMatchObject([{ status: 'active' }])
  })

  test('refresh-storm-429: ten refusals that say when to come again, then a token', async () => {
    const { session, id } = await signedIn('refresh-storm-429')
    for (let count = 0; count < 10; count += 1) {
      const { status, headers } = await session('tokens', id)
      expect([status, headers.get('retry-after')]).toEqual([429, '10'])
    }
    expect((await session('tokens', id)).body.jwt).toMatch(/^ey/)
  })

  test('revoked-elsewhere: the second refresh is 401, and the client shows a revoked session', async () => {
    const { session, client, id } = await signedIn('revoked-elsewhere')
    expect((await session('tokens', id)).status).toBe(200)
    expect(await session('tokens', id)).toMatchObject({ status: 401, fault: 'signed_out' })
    expect((await client()).body.response?.sessions).toMatchObject([{ status: 'revoked' }])
  })

  test('rotation-race: one read looks signed out, the next does not', async () => {
    const { client } = await signedIn('rotation-race')
    const reads = [await client(), await client(), await client()]
    expect(reads.map(({ body }) => body.response?.sessions.length ?? null)).toEqual([1, null, 1])
  })

  test('clock-skew: the date is an hour ahead', async () => {
    const { client } = stage('clock-skew')
    expect((await client()).headers.get('date')).toBe(new Date(start + 3_600_000).toUTCString())
  })

  test('html-from-proxy: two pages with status 200, then the client', async () => {
    const { agent } = await signedIn('html-from-proxy')
    const types = []
    for (let count = 0; count < 3; count += 1) {
      const { status, headers } = await agent.fetch('/v1/client')
      types.push(`${status} ${headers.get('content-type')?.split(';')[0]}`)
    }
    expect(types).toEqual(['200 text/html', '200 text/html', '200 application/json'])
  })

  test('lost-sign-in-answer: it broke off, and the session is there', async () => {
    const { signIn, emulator } = stage('lost-sign-in-answer')
    await expect(signIn({ identifier: jane.emailAddress, password: jane.password })).rejects.toThrow(TypeError)
    expect(emulator.sessions.list()).toMatchObject([{ status: 'active' }])
    expect((await signIn({ identifier: jane.emailAddress, password: jane.password })).status).toBe(200)
  })

  test('locked-user: the right password is refused until the hour is over', async () => {
    const { signIn, emulator } = stage('locked-user')
    const fields = { identifier: jane.emailAddress, password: jane.password }
    expect(await signIn(fields)).toMatchObject({ status: 403, fault: 'user_locked' })
    emulator.clock.advance(3_600_000)
    expect((await signIn(fields)).status).toBe(200)
  })
})
