import { createClientele, type GetTokenParams } from '@clientele/core'
import { describe, expect, it } from 'vitest'
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
      tokenAnswer?.(request) ?? json({ object: 'token', jwt: jwtOf('sess_1', clock.now() / 1000, { jti: ++made }) })
    )
  })
  const clientele = createClientele({ publishableKey, fetch: wire.fetch, clock, random: () => 0 })
  await clientele.load()
  const asked = () => wire.seen.filter(({ path }) => path.includes('/tokens'))
  return { clientele, clock, asked, getToken: (params?: GetTokenParams) => clientele.getToken(params), ...wire }
}

describe('getToken', () => {
  it('needs no request right after load: the session brought its token', async () => {
    const jwt = jwtOf('sess_1', start)
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
    const tokens = await Promise.all(Array.from({ length: 100 }, () => getToken({ skipCache: true })))
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
    const { clientele, getToken } = await open({}, () => json({ object: 'token', jwt: tokens.shift() ?? '' }))
    await getToken()
    await getToken({ skipCache: true })
    expect(clientele.session?.lastActiveToken?.getRawString()).toBe(jwtOf('sess_1', start + 10))
  })

  it('of one origin time goes by the time of issue', async () => {
    const oiat = start
    const tokens = [jwtOf('sess_1', start + 10, { oiat }), jwtOf('sess_1', start - 20, { oiat })]
    const { clientele, getToken } = await open({}, () => json({ object: 'token', jwt: tokens.shift() ?? '' }))
    await getToken()
    await getToken({ skipCache: true })
    expect(clientele.session?.lastActiveToken?.getRawString()).toBe(jwtOf('sess_1', start + 10, { oiat }))
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
    await expect(clientele.client?.sessions[0]?.getToken()).rejects.toMatchObject({ code: 'session_not_found' })
    await clientele.setActive({ session: null })
    expect(await clientele.getToken()).toBeNull()
  })

  it('an answer that is no token is a typed error, and signs nobody out', async () => {
    const { clientele, getToken } = await open({}, () => json({ object: 'token' }))
    await expect(getToken()).rejects.toMatchObject({
      code: 'response_invalid',
      message: expect.stringContaining('token.jwt'),
    })
    expect(clientele.session?.id).toBe('sess_1')
    clientele.dispose()
  })

  it('401 has the client read again before the caller hears of it', async () => {
    const { clientele, getToken, count } = await open({}, () =>
      json(errorJson('authentication_invalid'), { status: 401 }),
    )
    await expect(getToken()).rejects.toMatchObject({ status: 401 })
    expect(count('GET', '/client')).toBe(2)
    expect(clientele.session?.id).toBe('sess_1')
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
        { response: clientJson({ sessions: [sessionJson('sess_1', { last_active_token: { jwt } })] }), client: null },
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
            response: clientJson({ sessions: [sessionJson('sess_1', { last_active_token: { jwt } })] }),
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
  await Promise.all(Array.from({ length: 100 }, (_, index) => clientele.getToken({ template: `t${index}` })))
  await new Promise(resolve => setImmediate(resolve))
  process.off('warning', listen)
  expect(warnings).toEqual([])
})
