import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane, joe, start } from './support/browser.ts'

describe('GET /v1/client', () => {
  test('without a client answers null, never 401', async () => {
    const { client } = createBrowser(createFrozen())
    const { status, text } = await client()
    expect(status).toBe(200)
    expect(text).toBe('{"response":null,"client":null}')
  })

  test('answers the whole client, every documented key of it', async () => {
    const { client, id } = await createSignedIn(createFrozen())
    const { body } = await client()
    expect(body.client).toBeNull()
    expect(body.response).toMatchObject({
      object: 'client',
      sign_in: null,
      sign_up: null,
      last_active_session_id: id,
      last_authentication_strategy: 'password',
      cookie_expires_at: start + 400 * 24 * 3600 * 1000,
      captcha_bypass: false,
      created_at: start,
      updated_at: start,
    })
    expect(body.response?.sessions.map(session => session.id)).toEqual([id])
  })

  test('an unchanged client is the identical text, and a trailing slash changes nothing', async () => {
    const emulator = createFrozen()
    const { client, send } = await createSignedIn(emulator)
    const first = await client()
    emulator.clock.advance(40_000)
    expect((await client()).text).toBe(first.text)
    expect((await send('GET', '/v1/client/')).text).toBe(first.text)
  })

  test('an error changes nothing', async () => {
    const { client, signIn, session } = await createSignedIn(createFrozen())
    const before = await client()
    await signIn({ identifier: 'nobody@example.com' })
    await session('touch', 'sess_other')
    expect((await client()).text).toBe(before.text)
  })
})

describe('making and deleting', () => {
  test.each(['PUT', 'POST'])('%s makes a client with its cookie, once', async method => {
    const { agent, send, client } = createBrowser(createFrozen())
    const made = await send<{ id: string; sessions: unknown[] }>(method, '/v1/client')
    expect(made.body.response.id).toMatch(/^client_\w+$/)
    expect(made.body.response.sessions).toEqual([])
    expect(made.body.client).toBeNull()
    expect(agent.cookies().map(({ name }) => name)).toEqual(['__client', '__client_uat'])
    expect((await send<{ id: string }>(method, '/v1/client')).body.response.id).toBe(
      made.body.response.id,
    )
    expect((await client()).body.response?.id).toBe(made.body.response.id)
  })

  test('DELETE ends everything and takes the cookie away', async () => {
    const emulator = createFrozen()
    const { agent, send, client } = await createSignedIn(emulator)
    expect((await send('DELETE', '/v1/client')).text).toBe('{"response":null,"client":null}')
    expect(agent.cookies().map(({ name, value }) => [name, value])).toEqual([['__client_uat', '0']])
    expect((await client()).body.response).toBeNull()
    expect(emulator.sessions.list().map(({ status }) => status)).toEqual(['ended'])
    expect((await send('DELETE', '/v1/client')).fault).toBe('resource_not_found')
  })

  test('the next attempt makes another client', async () => {
    const { send, signIn } = await createSignedIn(createFrozen())
    await send('DELETE', '/v1/client')
    const { body } = await signIn({ identifier: jane.emailAddress })
    expect(body.client?.id).toMatch(/^client_0002/)
  })

  test('DELETE of the sessions keeps the client', async () => {
    const { send, client } = await createSignedIn(createFrozen(), [jane, joe])
    const before = (await client()).body.response
    const { body } = await send<{ id: string; sessions: unknown[] }>(
      'DELETE',
      '/v1/client/sessions',
    )
    expect(body.client).toBeNull()
    expect(body.response).toMatchObject({
      id: before?.id,
      sessions: [],
      last_active_session_id: null,
      last_authentication_strategy: 'password',
    })
    const { status, fault } = await createBrowser(createFrozen()).send(
      'DELETE',
      '/v1/client/sessions',
    )
    expect([status, fault]).toEqual([401, 'signed_out'])
  })

  test('verify answers the client: CAPTCHA is off', async () => {
    const { send } = createBrowser(createFrozen())
    const { body } = await send<{ object: string }>('POST', '/v1/client/verify', {
      captcha_token: 'x',
    })
    expect(body.response.object).toBe('client')
    expect(body.client?.object).toBe('client')
  })
})

describe('updated_at', () => {
  test('grows with each visible change, even while the clock stands still', async () => {
    const emulator = createFrozen()
    const { client, signIn, id } = await createSignedIn(emulator)
    const stamps = [(await client()).body.response?.updated_at ?? 0]
    const see = async () => stamps.push((await client()).body.response?.updated_at ?? 0)
    emulator.users.create(joe)
    await signIn({ identifier: joe.emailAddress })
    await see()
    emulator.users.update(emulator.users.get(jane.emailAddress)?.id ?? '', { firstName: 'Jo' })
    await see()
    emulator.sessions.revoke(id)
    await see()
    expect(stamps).toEqual([start, start + 1, start + 2, start + 3])
  })
})
