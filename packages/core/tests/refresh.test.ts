import { refresh } from '@clientele/core/refresh'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createFakePage } from './support/fake-page.ts'
import { createManualClock } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, jwtOf, sessionJson } from './support/wire.ts'

const open = async (answer: (seen: Seen) => Response | undefined = () => undefined, life = 60) => {
  const clock = createManualClock()
  const page = createFakePage()
  const seconds = () => clock.now() / 1000
  const wire = scriptedFetch(request => {
    if (request.path.endsWith('/tokens'))
      return answer(request) ?? json({ jwt: jwtOf('sess_1', seconds(), { exp: seconds() + life }) })
    const last_active_token = { jwt: jwtOf('sess_1', seconds(), { exp: seconds() + life }) }
    return json({
      response: clientJson({ sessions: [sessionJson('sess_1', { last_active_token })] }),
      client: null,
    })
  })
  const clientele = createClientele({
    publishableKey,
    fetch: wire.fetch,
    clock,
    random: () => 0,
    modules: [refresh({ page })],
  })
  await clientele.load()
  const made = () => wire.seen.filter(({ path }) => path.endsWith('/tokens')).length
  return { clientele, clock, page, made, ...wire }
}

describe('refresh', () => {
  it('makes the token anew before it ends, so that nobody waits for one', async () => {
    const { clientele, clock, made } = await open()
    const first = await clientele.getToken()
    await clock.advance(42_999)
    expect(made()).toBe(0)
    await clock.advance(1)
    expect(made()).toBe(1)
    expect(await clientele.getToken()).not.toBe(first)
    expect(clock.pending).toBe(1)
    await clock.advance(3_600_000)
    expect(made()).toBeGreaterThanOrEqual(80)
    expect(made()).toBeLessThanOrEqual(85)
    clientele.dispose()
    expect(clock.pending).toBe(0)
  })

  it('of short-lived tokens happens at half their life', async () => {
    const { clock, clientele, made } = await open(undefined, 16)
    await clock.advance(8000)
    expect(made()).toBe(1)
    clientele.dispose()
  })

  it('sleeps while nobody sees the page, and catches up after', async () => {
    const { clientele, clock, page, made } = await open()
    page.visible = false
    page.fire('visibilitychange')
    expect(clock.pending).toBe(0)
    await clock.advance(8 * 3_600_000)
    expect(made()).toBe(0)
    page.visible = true
    page.fire('visibilitychange')
    await clock.advance(5000)
    expect(made()).toBe(1)
    clientele.dispose()
  })

  it('after a failure tries again, slowly, with one timer', async () => {
    const { clientele, clock, made } = await open(() =>
      json(errorJson('quota_exceeded'), { status: 422 }),
    )
    await clock.advance(3_600_000)
    expect(made()).toBeLessThanOrEqual(130)
    expect(clock.pending).toBe(1)
    clientele.dispose()
  })

  it('ends with the session', async () => {
    const { clientele, clock } = await open()
    await clientele.setActive({ session: null })
    expect(clock.pending).toBe(0)
  })

  it('does nothing where there is no page', async () => {
    const clock = createManualClock()
    const wire = scriptedFetch(({ path }) =>
      path.endsWith('/tokens')
        ? json({ jwt: jwtOf('sess_1', clock.now() / 1000) })
        : json({ response: clientJson({ sessions: [sessionJson('sess_1')] }), client: null }),
    )
    const clientele = createClientele({
      publishableKey,
      fetch: wire.fetch,
      clock,
      modules: [refresh()],
    })
    await clientele.load()
    await clientele.getToken()
    await clock.advance(43_000)
    expect(wire.count('POST', '/client/sessions/sess_1/tokens')).toBe(1)
    expect(clock.pending).toBe(0)
    clientele.dispose()
  })
})
