import { createEmulator, type Emulator } from '@clientele/emulator'
import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane, joe, start } from './support/browser.ts'

const cookieOf = (setCookie: string[], name: string) => setCookie.find(line => line.startsWith(`${name}=`)) ?? ''
const maxAge = 400 * 24 * 3600

describe('cookies', () => {
  test('the client cookie is for the server only, the other one for pages', async () => {
    const emulator = createFrozen()
    const { headers } = await createBrowser(emulator).signUp({ first_name: 'A' })
    const [client = '', uat = ''] = headers.getSetCookie()
    expect(client.replace(/=[^;]+/, '=…')).toBe(`__client=…; Path=/; Max-Age=${maxAge}; SameSite=Lax; HttpOnly; Secure`)
    expect(uat).toBe(`__client_uat=0; Path=/; Max-Age=${maxAge}; SameSite=Lax; Secure`)
    const claims = decodeJwt(client.slice('__client='.length, client.indexOf(';')))
    expect(claims).toEqual({ id: emulator.clients.list()[0]?.id, rotating_token: expect.any(String) })
  })

  test('over plain http they are not Secure, or no browser would keep them', async () => {
    const answer = await createFrozen().fetch('http://127.0.0.1:4100/v1/client?_method=PUT', { method: 'POST' })
    expect(answer.headers.getSetCookie().join()).not.toContain('Secure')
  })

  test('__client_uat is when the client changed, in seconds, while someone is signed in', async () => {
    const emulator = createFrozen()
    const { agent, session, id } = await createSignedIn(emulator)
    const uat = () => agent.cookies().find(({ name }) => name === '__client_uat')?.value
    expect(uat()).toBe(String(Math.floor(start / 1000)))
    emulator.clock.advance(9000)
    await session('touch', id)
    expect(uat()).toBe(String(Math.floor(start / 1000) + 9))
    await session('remove', id)
    expect(uat()).toBe('0')
  })

  test('reading sets no cookie', async () => {
    const { client } = await createSignedIn(createFrozen())
    expect((await client()).headers.getSetCookie()).toEqual([])
  })

  test.each(['sign-in', 'sign-out'])('%s rotates the token, and the older cookie is that of nobody', async what => {
    const emulator = createFrozen()
    emulator.users.create(joe)
    const { agent, signIn, session, id } = await createSignedIn(emulator)
    const cookie = () => `__client=${agent.cookies().find(({ name }) => name === '__client')?.value}`
    const older = cookie()
    if (what === 'sign-in') await signIn({ identifier: joe.emailAddress, password: joe.password })
    else await session('end', id)
    expect(cookie()).not.toBe(older)
    const read = async (Cookie: string) => (await emulator.fetch('/v1/client', { headers: { Cookie } })).json()
    expect(await read(older)).toEqual({ response: null, client: null })
    expect(await read(cookie())).toMatchObject({ response: { object: 'client' } })
    const touch = await emulator.fetch(`/v1/client/sessions/${id}/touch`, {
      method: 'POST',
      headers: { Cookie: older },
    })
    expect(touch.status).toBe(401)
    expect(touch.headers.getSetCookie()).toEqual([]) // it must not overwrite the newer one
  })

  test.each(['', 'x', 'a.b.c', '__proto__', `${'x'.repeat(5000)}`])('junk %j is nobody', async value => {
    const answer = await createFrozen().fetch('/v1/client', { headers: { Cookie: `__client=${value}` } })
    expect(await answer.json()).toEqual({ response: null, client: null })
  })

  test('the touch URL renews the cookie and goes back, commas and all', async () => {
    const emulator = createFrozen()
    const { agent, client } = await createSignedIn(emulator)
    emulator.clock.advance(24 * 3600 * 1000)
    const target = 'https://app.test/page?a=1,2&b=%20#end'
    const [first, second] = encodeURIComponent(target).split('%2C')
    for (const query of [
      `redirect_url=${encodeURIComponent(target)}`,
      `redirect_url=${first}&redirect_url=${second}`,
    ]) {
      const answer = await agent.fetch(`/v1/client/touch?${query}`, { redirect: 'manual' })
      expect([answer.status, answer.headers.get('location')]).toEqual([307, target])
      expect(cookieOf(answer.headers.getSetCookie(), '__client')).toContain(`Max-Age=${maxAge}`)
    }
    expect((await client()).body.response?.cookie_expires_at).toBe(emulator.clock.now() + maxAge * 1000)
  })

  test.each(['', 'redirect_url=', 'redirect_url=/here', 'redirect_url=javascript:alert(1)'])(
    'a touch without a place to go back to (%s) is refused',
    async query => {
      const { send } = createBrowser(createFrozen())
      const answer = await send('GET', `/v1/client/touch?${query}`)
      expect([answer.status, answer.fault]).toEqual([400, 'malformed_request_parameters'])
    },
  )
})

describe('development browsers', () => {
  const host = 'foo-bar-13.clerk.accounts.dev'
  const dev = async (emulator: Emulator) => {
    const { id }: { id: string } = await (await emulator.fetch('/v1/dev_browser', { method: 'POST' })).json()
    const agent = emulator.agent()
    return { id, agent, url: (path: string) => `${path}?__clerk_db_jwt=${id}` }
  }

  test('their client is bound to the token, not to a cookie', async () => {
    const emulator = createFrozen({ host })
    const { id, agent, url } = await dev(emulator)
    const made = await agent.fetch(url('/v1/client/sign_ups'), { method: 'POST' })
    expect(made.headers.get('clerk-db-jwt')).toBe(id)
    expect(agent.cookies()).toEqual([])
    const again = await emulator.fetch(`/v1/client?__dev_session=${id}`)
    expect(await again.json()).toMatchObject({ response: { object: 'client', cookie_expires_at: null } })
    const other = await dev(emulator)
    expect(await (await emulator.fetch(other.url('/v1/client'))).json()).toEqual({ response: null, client: null })
  })

  test('after destroy the same browser gets another client', async () => {
    const emulator = createFrozen({ host })
    const { agent, url } = await dev(emulator)
    await agent.fetch(url('/v1/client/sign_ups'), { method: 'POST' })
    await agent.fetch(`${url('/v1/client')}&_method=DELETE`, { method: 'POST' })
    expect(await (await agent.fetch(url('/v1/client'))).json()).toEqual({ response: null, client: null })
    await agent.fetch(url('/v1/client/sign_ups'), { method: 'POST' })
    expect(emulator.clients.list()).toHaveLength(1)
  })

  test.each(['/v1/client', '/v1/client?__clerk_db_jwt=dvb_x', '/v1/environment', '/v1/nowhere'])(
    '%s without one is 401',
    async path => {
      const answer = await createBrowser(createFrozen({ host })).send('GET', path)
      expect([answer.status, answer.fault]).toEqual([401, 'dev_browser_unauthenticated'])
      expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.emulator.test')
    },
  )

  test('hosts that are no development instance need none', async () => {
    expect((await createFrozen().fetch('/v1/client?__clerk_db_jwt=dvb_x')).status).toBe(200)
    expect((await createFrozen({ host }).fetch('/.well-known/jwks.json')).status).toBe(200)
  })
})

describe('native', () => {
  const native = (emulator: Emulator) => {
    let token = ''
    const call = async (path: string, authorization: string | null = token, init: RequestInit = {}) => {
      const url = `${path}${path.includes('?') ? '&' : '?'}_is_native=1`
      const headers = { ...init.headers, ...(authorization === null ? {} : { Authorization: authorization }) }
      const answer = await emulator.fetch(url, { ...init, headers })
      return { status: answer.status, body: await answer.json(), token: answer.headers.get('authorization'), answer }
    }
    const post = (path: string, fields: Record<string, string> = {}, authorization = token) =>
      call(path, authorization, { method: 'POST', body: new URLSearchParams(fields) })
    const keep = (next: string | null) => {
      token = next ?? token
      return token
    }
    return { call, post, keep }
  }
  const credentials = { identifier: jane.emailAddress, password: jane.password }

  test('the token comes in a header, raw or Bearer, on every answer, errors included', async () => {
    const emulator = createFrozen()
    emulator.users.create(jane)
    const { call, post, keep } = native(emulator)
    expect((await call('/v1/client', '')).body).toEqual({ response: null, client: null })
    const signedIn = await post('/v1/client/sign_ins', credentials, '')
    const token = keep(signedIn.token)
    expect(signedIn.body.client.cookie_expires_at).toBeNull()
    expect(signedIn.answer.headers.getSetCookie()).toEqual([])
    for (const authorization of [token, `Bearer ${token}`]) {
      expect((await call('/v1/client', authorization)).body.response.sessions).toHaveLength(1)
    }
    const refused = await call('/v1/client/sessions/sess_x', token)
    expect([refused.status, refused.token]).toEqual([404, token])
    expect((await call('/v1/client', 'Bearer ')).body.response).toBeNull()
  })

  test.each([
    ['without the header', null, {}, true, 'request_header_missing'],
    ['with Origin beside it', 'x', { Origin: 'https://a.test' }, true, 'origin_authorization_headers_conflict'],
    ['when it is disabled', '', {}, false, 'native_api_disabled'],
  ] as const)('%s it is 400', async (_, authorization, headers, nativeApi, code) => {
    const { call } = native(createFrozen({ settings: { nativeApi } }))
    const { status, body } = await call('/v1/client', authorization, { headers })
    expect([status, body.errors[0].code]).toEqual([400, code])
  })

  test('by default the token rotates at sign-in and sign-out', async () => {
    const emulator = createFrozen()
    emulator.users.create(jane)
    const { call, post, keep } = native(emulator)
    const before = keep((await post('/v1/client/sign_ins', {}, '')).token)
    expect((await call('/v1/client')).token).toBe(before)
    const after = keep((await post('/v1/client/sign_ins', credentials)).token)
    expect(after).not.toBe(before)
    expect((await call('/v1/client', before)).body).toEqual({ response: null, client: null })
    expect((await call('/v1/client', before)).token).toBeNull()
    expect((await post('/v1/client/sessions?_method=DELETE')).token).not.toBe(after)
  })

  test('it can rotate on every call, with a grace for those under way', async () => {
    const emulator = createFrozen({ settings: { rotation: 'every-call', rotationGrace: 2000 } })
    const { call, post, keep } = native(emulator)
    const first = keep((await post('/v1/client/sign_ins', {}, '')).token)
    const second = keep((await call('/v1/client')).token)
    expect(second).not.toBe(first)
    expect((await call('/v1/client', first)).token).toBe(second) // late, and answered with the present one
    emulator.clock.advance(2000)
    expect((await call('/v1/client', first)).body.response).toBeNull()
    expect((await call('/v1/client', second)).body.response.object).toBe('client')
    emulator.settings.patch({ rotationGrace: 0 })
  })

  test('a nonce is worth the new token, once', async () => {
    const emulator = createFrozen()
    const { call, post, keep } = native(emulator)
    const old = keep((await post('/v1/client/sign_ins', {}, '')).token)
    const { rotatingTokenNonce } = emulator.clients.rotate(emulator.clients.list()[0]?.id ?? '')
    expect((await call('/v1/client')).body.response).toBeNull()
    const path = `/v1/client?rotating_token_nonce=${rotatingTokenNonce}`
    const redeemed = await call(path, old)
    expect(redeemed.body.response.object).toBe('client')
    expect(redeemed.token).not.toBe(old)
    expect((await call(path, old)).body.response).toBeNull()
    expect((await call('/v1/client', redeemed.token)).body.response.object).toBe('client')
  })
})

test('two emulators know nothing of each other', async () => {
  const one = await createSignedIn(createEmulator({ seed: 1 }))
  const Cookie = `__client=${one.agent.cookies().find(({ name }) => name === '__client')?.value}`
  const other = createEmulator({ seed: 2 })
  other.users.create(jane)
  expect(await (await other.fetch('/v1/client', { headers: { Cookie } })).json()).toEqual({
    response: null,
    client: null,
  })
})
