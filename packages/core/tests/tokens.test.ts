import type { GetTokenParams } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, jwtOf, sessionJson } from './support/wire.ts'

const start = Date.UTC(2026, 0, 1) / 1000

const open = async (session: object = {}, tokenAnswer?: (seen: Seen) => Response) => {
  const clock = createManualClock()
  let made = 0
  const wire = scriptedFetch(request => {
    if (!request.path.includes('/tokens'))
      return json({
        response: clientJson({ sessions: [sessionJson('sess_1', session), sessionJson('sess_2')] }),
        client: null,
      })
    return (
      tokenAnswer?.(request) ??
      json({ object: 'token', jwt: jwtOf('sess_1', clock.now() / 1000, { jti: ++made }) })
    )
  })
  const clientele = createClientele({ publishableKey, fetch: wire.fetch, clock, random: () => 0 })
  await clientele.load()
  const asked = () => wire.seen.filter(({ path }) => path.includes('/tokens'))
  return {
    clientele,
    clock,
    asked,
    getToken: (params?: GetTokenParams) => clientele.getToken(params),
    ...wire,
  }
}

describe('getToken', () => {
  it('needs no request right after load: the session brought its token', async () => {
    const jwt = jwtOf('sess_1', start)
    const { getToken, asked } = await open({ last_active_token: { object: 'token', jwt } })
    expect(await getToken()).toBe(jwt)
    expect(asked()).toEqual([])
  })

  it('reads a token of any size, in any script', async () => {
    const jwt = jwtOf('sess_1', start, { roles: 'Äß%é✓ '.repeat(50_000) })
    const { getToken, asked } = await open({ last_active_token: { object: 'token', jwt } })
    expect(await getToken()).toBe(jwt)
    expect(asked()).toEqual([])
  })

  it('asks once for a hundred callers, and then from the cache', async () => {
    const { getToken, asked } = await open()
    const tokens = await Promise.all(Array.from({ length: 100 }, () => getToken()))
    expect(new Set(tokens).size).toBe(1)
    expect(await getToken()).toBe(tokens[0])
    expect(asked()).toHaveLength(1)
  })

  it('with skipCache asks once for all who ask at a time, with the flag that the API knows', async () => {
    const { getToken, asked } = await open()
    await getToken()
    const tokens = await Promise.all(
      Array.from({ length: 100 }, () => getToken({ skipCache: true })),
    )
    expect(new Set(tokens).size).toBe(1)
    expect(asked().map(({ url }) => url.searchParams.get('debug'))).toEqual([null, 'skip_cache'])
  })

  it('with skipCache never joins a request that began before the call', async () => {
    const { clientele, clock } = await open()
    const early = clientele.getToken()
    await Promise.resolve()
    await Promise.resolve()
    await clock.advance(0)
    const late = clientele.getToken({ skipCache: true })
    expect(await late).not.toBe(await early)
  })

  it('keeps tokens of templates, organizations and sessions apart', async () => {
    const { clientele, asked } = await open()
    await Promise.all([
      clientele.getToken(),
      clientele.getToken({ template: 'hasura' }),
      clientele.getToken({ organizationId: 'org_1' }),
      clientele.client?.sessions[1]?.getToken(),
    ])
    expect(asked().map(({ path, form }) => `${path} ${form}`)).toEqual([
      '/client/sessions/sess_1/tokens organization_id=',
      '/client/sessions/sess_1/tokens/hasura ',
      '/client/sessions/sess_1/tokens organization_id=org_1',
      '/client/sessions/sess_2/tokens organization_id=',
    ])
  })

  it('asks for the organization that the session was last active in', async () => {
    const { getToken, asked } = await open({ last_active_organization_id: 'org_9' })
    await getToken()
    await getToken({ organizationId: null })
    expect(asked().map(({ form }) => form.get('organization_id'))).toEqual(['org_9', ''])
  })

  it('asks anew when less life is left than was asked for', async () => {
    const { getToken, asked, clock } = await open()
    await getToken()
    await clock.advance(54_999)
    await getToken()
    expect(asked()).toHaveLength(1)
    await getToken({ minTtl: 10_000 })
    expect(asked()).toHaveLength(2)
    await clock.advance(55_000)
    await getToken()
    expect(asked()).toHaveLength(3)
  })

  it('never goes back to a staler token', async () => {
    const tokens = [jwtOf('sess_1', start + 10), jwtOf('sess_1', start - 20)]
    const { clientele, getToken } = await open({}, () =>
      json({ object: 'token', jwt: tokens.shift() ?? '' }),
    )
    await getToken()
    await getToken({ skipCache: true })
    expect(clientele.session?.lastActiveToken?.getRawString()).toBe(jwtOf('sess_1', start + 10))
  })

  it('of one origin time goes by the time of issue', async () => {
    const oiat = start
    const tokens = [jwtOf('sess_1', start + 10, { oiat }), jwtOf('sess_1', start - 20, { oiat })]
    const { clientele, getToken } = await open({}, () =>
      json({ object: 'token', jwt: tokens.shift() ?? '' }),
    )
    await getToken()
    await getToken({ skipCache: true })
    expect(clientele.session?.lastActiveToken?.getRawString()).toBe(
      jwtOf('sess_1', start + 10, { oiat }),
    )
  })

  it('forgets the tokens of a session that has ended', async () => {
    const { clientele, getToken } = await open()
    await getToken()
    const { session } = clientele
    expect(session?.lastActiveToken).not.toBeNull()
    await clientele.client?.destroy()
    expect(session?.lastActiveToken).toBeNull()
  })

  it('does not keep what was under way when the cache was cleared', async () => {
    const { clientele, getToken, asked } = await open()
    const pending = getToken()
    clientele.client?.clearCache()
    await pending
    await getToken()
    expect(asked()).toHaveLength(2)
  })

  it('does not keep a token that does not say when it ends', async () => {
    const { getToken, asked } = await open({}, () =>
      json({ object: 'token', jwt: jwtOf('sess_1', start, { exp: null }) }),
    )
    await getToken()
    await getToken()
    expect(asked()).toHaveLength(2)
  })

  it.each([
    ['junk', 'no jwt at all'],
    ['two parts', 'a.b'],
    ['bad base64', '%.%.%'],
    ['a header that is no object', `${btoa('1')}.${btoa('1')}.x`],
  ])('a session whose own token is %s loads all the same', async (_, jwt) => {
    const { clientele, getToken } = await open({ last_active_token: { jwt } })
    expect(clientele.session?.lastActiveToken).toBeNull()
    expect(await getToken()).toContain('.')
  })

  it('is null when signed out, and an error for a session that is not signed in', async () => {
    const { clientele } = await open({ status: 'ended' })
    await expect(clientele.client?.sessions[0]?.getToken()).rejects.toMatchObject({
      code: 'session_not_found',
    })
    await clientele.setActive({ session: null })
    expect(await clientele.getToken()).toBeNull()
  })

  it('an answer that is no token is a typed error, and signs nobody out', async () => {
    const { clientele, getToken } = await open({}, () => json({ object: 'token', jwt: null }))
    await expect(getToken()).rejects.toMatchObject({
      code: 'response_invalid',
      message: expect.stringContaining('token.jwt'),
    })
    expect(clientele.session?.id).toBe('sess_1')
    clientele.dispose()
  })

  it('401 has the client read again, and is asked once more before the caller hears of it', async () => {
    const { clientele, getToken, count, asked } = await open({}, () =>
      json(errorJson('authentication_invalid'), { status: 401 }),
    )
    await expect(Promise.all([getToken(), getToken(), getToken()])).rejects.toMatchObject({
      status: 401,
    })
    expect(count('GET', '/client')).toBe(3)
    expect(asked()).toHaveLength(2)
    expect(clientele.session?.id).toBe('sess_1')
  })

  it('401 because the credential changed on the way is nothing that a caller hears of', async () => {
    let superseded = true
    const { getToken } = await open({}, () => {
      if (!superseded) return json({ jwt: jwtOf('sess_1', start) })
      superseded = false
      return json(errorJson('authentication_invalid'), { status: 401 })
    })
    expect(await getToken()).toContain('.')
  })
})

describe('a clock that is wrong', () => {
  const hour = 3600
  it.each([
    ['an hour fast', -hour],
    ['an hour slow', hour],
  ])('by being %s changes nothing: tokens live by the server’s', async (_, ahead) => {
    const clock = createManualClock()
    const serverNow = () => clock.now() / 1000 + ahead
    let asked = 0
    const clientele = createClientele({
      publishableKey,
      clock,
      fetch: async input =>
        input.includes('/tokens')
          ? json({ object: 'token', jwt: jwtOf('sess_1', serverNow(), { jti: ++asked }) })
          : json({ response: clientJson({ sessions: [sessionJson('sess_1')] }), client: null }),
    })
    await clientele.load()
    const first = await clientele.getToken()
    await clock.advance(54_000)
    expect(await clientele.getToken()).toBe(first)
    await clock.advance(2000)
    expect(await clientele.getToken()).not.toBe(first)
    expect(asked).toBe(2)
  })

  it('is known from the first answer that carries a date', async () => {
    const clock = createManualClock()
    const serverNow = clock.now() - hour * 1000
    const jwt = jwtOf('sess_1', serverNow / 1000)
    const wire = scriptedFetch(() =>
      json(
        {
          response: clientJson({
            sessions: [sessionJson('sess_1', { last_active_token: { jwt } })],
          }),
          client: null,
        },
        { headers: { date: new Date(serverNow).toUTCString() } },
      ),
    )
    const clientele = createClientele({ publishableKey, clock, fetch: wire.fetch })
    await clientele.load()
    expect(await clientele.getToken()).toBe(jwt)
    expect(wire.seen).toHaveLength(1)
  })

  it('that is slow does not keep a session’s own token past its end', async () => {
    const clock = createManualClock()
    const jwt = jwtOf('sess_1', clock.now() / 1000 + hour)
    const wire = scriptedFetch(({ path }) =>
      path.endsWith('/tokens')
        ? json({ object: 'token', jwt: jwtOf('sess_1', clock.now() / 1000 + hour) })
        : json({
            response: clientJson({
              sessions: [sessionJson('sess_1', { last_active_token: { jwt } })],
            }),
            client: null,
          }),
    )
    const clientele = createClientele({ publishableKey, clock, fetch: wire.fetch })
    await clientele.load()
    expect(await clientele.getToken()).toBe(jwt)
    await clock.advance(58_000)
    expect(await clientele.getToken()).not.toBe(jwt)
  })
})

describe('reload', () => {
  it('forces a new session token', async () => {
    const { clientele, getToken, asked } = await open()
    const before = await getToken()
    await clientele.client?.reload()
    expect(asked().map(({ url }) => url.searchParams.get('debug'))).toEqual([null, 'skip_cache'])
    expect(await getToken()).not.toBe(before)
  })
})

it('a hundred requests at a time make Node.js warn of nothing', async () => {
  const warnings: Error[] = []
  const listen = (warning: Error) => warnings.push(warning)
  process.on('warning', listen)
  const { clientele } = await open()
  await Promise.all(
    Array.from({ length: 100 }, (_, index) => clientele.getToken({ template: `t${index}` })),
  )
  await new Promise(resolve => setImmediate(resolve))
  process.off('warning', listen)
  expect(warnings).toEqual([])
})

describe('life', () => {
  it('is at least what was asked for, or an error says so', async () => {
    const { getToken, clock } = await open()
    await expect(getToken({ minTtl: 60_000 })).rejects.toMatchObject({
      code: 'token_expires_too_soon',
    })
    expect(await getToken({ minTtl: 59_000 })).toContain('.')
    await clock.advance(2000)
    expect(await getToken({ minTtl: 59_000 })).toContain('.')
  })

  it('of nothing is never handed out', async () => {
    const { getToken } = await open({}, () => json({ jwt: jwtOf('sess_1', start, { exp: start }) }))
    await expect(getToken({ minTtl: 0 })).rejects.toMatchObject({ code: 'token_expires_too_soon' })
  })

  it('is measured by a clock that nobody can set back', async () => {
    const clock = createManualClock()
    let setBack = 0
    const wire = scriptedFetch(({ path }) =>
      path.endsWith('/tokens')
        ? json({ jwt: jwtOf('sess_1', clock.now() / 1000, { jti: wire.seen.length }) })
        : json({ response: clientJson({ sessions: [sessionJson('sess_1')] }), client: null }),
    )
    const clientele = createClientele({
      publishableKey,
      fetch: wire.fetch,
      clock: { ...clock, now: () => clock.now() - setBack, monotonic: () => clock.now() },
    })
    await clientele.load()
    const first = await clientele.getToken()
    setBack = 3_600_000
    await clock.advance(50_000)
    expect(await clientele.getToken()).toBe(first)
    await clock.advance(6000)
    expect(await clientele.getToken()).not.toBe(first)
  })
})

describe('refusals', () => {
  const refused = (init: ResponseInit) => open({}, () => json(errorJson('quota_exceeded'), init))

  it('are not repeated at once, and say how long to wait', async () => {
    const { getToken, asked, clock } = await refused({ status: 422 })
    await expect(getToken()).rejects.toMatchObject({ code: 'quota_exceeded' })
    await expect(getToken({ skipCache: true })).rejects.toMatchObject({
      code: 'quota_exceeded',
      retryAfter: 1,
    })
    expect(asked()).toHaveLength(1)
    await clock.advance(1000)
    await expect(getToken()).rejects.toMatchObject({ status: 422 })
    expect(asked()).toHaveLength(2)
    await clock.advance(999)
    await expect(getToken()).rejects.toMatchObject({ status: 422 })
    expect(asked()).toHaveLength(2)
  })

  it('count once for all who asked at a time', async () => {
    const { getToken, asked, clock } = await refused({ status: 422 })
    await Promise.allSettled(Array.from({ length: 50 }, () => getToken()))
    await clock.advance(1000)
    await getToken().catch(() => {})
    expect(asked()).toHaveLength(2)
  })

  it('are waited for as long as the server says', async () => {
    const { clientele, getToken, asked, clock } = await refused({
      status: 429,
      headers: { 'retry-after': '90' },
    })
    await expect(getToken()).rejects.toMatchObject({ retryAfter: 90 })
    await clock.advance(89_000)
    await expect(getToken()).rejects.toMatchObject({ retryAfter: 1 })
    expect(asked()).toHaveLength(1)
    clientele.dispose()
  })

  it('of one template say nothing of another', async () => {
    const { getToken } = await open({}, ({ path }) =>
      path.endsWith('/bad')
        ? json(errorJson('resource_not_found'), { status: 422 })
        : json({ jwt: jwtOf('sess_1', start) }),
    )
    await expect(getToken({ template: 'bad' })).rejects.toMatchObject({ status: 422 })
    expect(await getToken()).toContain('.')
  })

  it('are forgotten after a success', async () => {
    let healthy = false
    const { getToken, asked, clock } = await open({}, () =>
      healthy
        ? json({ jwt: jwtOf('sess_1', clock.now() / 1000) })
        : json(errorJson('quota_exceeded'), { status: 422 }),
    )
    for (const wait of [1000, 2000, 4000]) {
      await getToken().catch(() => {})
      await clock.advance(wait)
    }
    healthy = true
    await getToken()
    healthy = false
    await clock.advance(60_000)
    await getToken().catch(() => {})
    await clock.advance(1000)
    await getToken().catch(() => {})
    expect(asked()).toHaveLength(6)
  })
})

describe('a network that fails', () => {
  it('is tried three times before the caller hears of it', async () => {
    let broken = 2
    const { getToken, asked, clock } = await open({}, () => {
      if (broken-- > 0) throw new TypeError('fetch failed')
      return json({ jwt: jwtOf('sess_1', start) })
    })
    const token = getToken()
    await clock.advance(2000)
    expect(await token).toContain('.')
    expect(asked()).toHaveLength(3)
  })

  it('is asked again at once when it is back', async () => {
    let broken = true
    const { clientele, getToken, clock } = await open({}, () => {
      if (broken) throw new TypeError('fetch failed')
      return json({ jwt: jwtOf('sess_1', clock.now() / 1000) })
    })
    const failed = getToken().catch(error => error)
    await clock.advance(1200)
    expect(await failed).toMatchObject({ code: 'network_error' })
    await expect(getToken()).rejects.toMatchObject({ code: 'network_error', retryAfter: 1 })
    broken = false
    await clock.advance(500)
    expect(clientele.status).toBe('ready')
    expect(await getToken()).toContain('.')
  })
})

it('a caller in a loop gets an error, and the server no storm', async () => {
  const { getToken, asked, clock } = await open({}, () =>
    json({ jwt: jwtOf('sess_1', clock.now() / 1000, { exp: clock.now() / 1000 + 3 }) }),
  )
  const codes = new Set<unknown>()
  for (let second = 0; second < 3600; second++) {
    await getToken().catch(error => codes.add(error.code))
    await clock.advance(1000)
  }
  expect(codes).toEqual(new Set(['token_expires_too_soon', 'too_many_requests']))
  expect(asked().length).toBeLessThanOrEqual(700)
})
