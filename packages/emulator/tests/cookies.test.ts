import { createEmulator } from '@clientele/emulator'
import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane, joe, start } from './support/browser.ts'

const cookieOf = (setCookie: string[], name: string) =>
  setCookie.find(line => line.startsWith(`${name}=`)) ?? ''
const maxAge = 400 * 24 * 3600

describe('cookies', () => {
  test('the client cookie is for the server only, the other one for pages', async () => {
    const emulator = createFrozen()
    const { headers } = await createBrowser(emulator).signUp({ first_name: 'A' })
    const [client = '', uat = ''] = headers.getSetCookie()
    expect(client.replace(/=[^;]+/, '=…')).toBe(
      `__client=…; Path=/; Max-Age=${maxAge}; SameSite=Lax; HttpOnly; Secure`,
    )
    expect(uat).toBe(`__client_uat=0; Path=/; Max-Age=${maxAge}; SameSite=Lax; Secure`)
    const claims = decodeJwt(client.slice('__client='.length, client.indexOf(';')))
    expect(claims).toEqual({
      id: emulator.clients.list()[0]?.id,
      rotating_token: expect.any(String),
    })
  })

  test('over plain http they are not Secure, or no browser would keep them', async () => {
    const answer = await createFrozen().fetch('http://127.0.0.1:4100/v1/client?_method=PUT', {
      method: 'POST',
    })
    expect(answer.headers.getSetCookie().join()).not.toContain('Secure')
  })

  test.each([
    ['http://127.0.0.1:3000', 'https://127.0.0.1:4100', 'None'],
    ['http://localhost:3000', 'https://127.0.0.1:4100', 'None'],
    ['http://evil.test', 'https://127.0.0.1:4100', 'Lax'],
    ['http://localhost.evil.test', 'https://127.0.0.1:4100', 'Lax'],
    ['https://127.0.0.1:3000', 'https://127.0.0.1:4100', 'Lax'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:4100', 'Lax'],
  ])('a page of %s at %s keeps them: SameSite=%s', async (origin, url, sameSite) => {
    const init = { method: 'POST', headers: { origin } }
    const answer = await createFrozen().fetch(`${url}/v1/client?_method=PUT`, init)
    for (const line of answer.headers.getSetCookie())
      expect(line).toContain(`; SameSite=${sameSite}`)
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

  test.each(['sign-in', 'sign-out'])(
    '%s rotates the token, and the older cookie is that of nobody',
    async what => {
      const emulator = createFrozen()
      emulator.users.create(joe)
      const { agent, signIn, session, id } = await createSignedIn(emulator)
      const cookie = () =>
        `__client=${agent.cookies().find(({ name }) => name === '__client')?.value}`
      const older = cookie()
      if (what === 'sign-in') await signIn({ identifier: joe.emailAddress, password: joe.password })
      else await session('end', id)
      expect(cookie()).not.toBe(older)
      const read = async (Cookie: string) =>
        (await emulator.fetch('/v1/client', { headers: { Cookie } })).json()
      expect(await read(older)).toEqual({ response: null, client: null })
      expect(await read(cookie())).toMatchObject({ response: { object: 'client' } })
      const touch = await emulator.fetch(`/v1/client/sessions/${id}/touch`, {
        method: 'POST',
        headers: { Cookie: older },
      })
      expect(touch.status).toBe(401)
      expect(touch.headers.getSetCookie()).toEqual([]) // it must not overwrite the newer one
    },
  )

  test.each(['', 'x', 'a.b.c', '__proto__', `${'x'.repeat(5000)}`])(
    'junk %j is nobody',
    async value => {
      const answer = await createFrozen().fetch('/v1/client', {
        headers: { Cookie: `__client=${value}` },
      })
      expect(await answer.json()).toEqual({ response: null, client: null })
    },
  )

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
    expect((await client()).body.response?.cookie_expires_at).toBe(
      emulator.clock.now() + maxAge * 1000,
    )
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
