import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, start } from './support/browser.ts'

const form = 'application/x-www-form-urlencoded'

describe('manners', () => {
  test('CORS names the very origin, lets credentials and the headers that clients read', async () => {
    const { headers } = await createBrowser(createFrozen()).client()
    expect(Object.fromEntries(headers)).toEqual({
      'access-control-allow-credentials': 'true',
      'access-control-allow-origin': 'https://app.emulator.test',
      'access-control-expose-headers': 'Authorization, Clerk-Db-Jwt, Retry-After, X-Country, Date',
      'cache-control': 'no-store',
      'content-type': 'application/json',
      date: new Date(start).toUTCString(),
      vary: 'Origin',
    })
  })

  test('errors have them too', async () => {
    const { headers, status } = await createBrowser(createFrozen()).send('GET', '/v1/nowhere')
    expect(status).toBe(404)
    expect(headers.get('access-control-allow-origin')).toBe('https://app.emulator.test')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('without an Origin there is nothing to allow', async () => {
    const { headers } = await createFrozen().fetch('/v1/client')
    expect(headers.has('access-control-allow-origin')).toBe(false)
  })

  test.each(['/v1/client', '/v1/nowhere', '/.well-known/jwks.json'])('OPTIONS %s is 204', async path => {
    const { status, headers } = await createFrozen().fetch(path, {
      method: 'OPTIONS',
      headers: { Origin: 'https://a.test', 'Access-Control-Request-Method': 'POST' },
    })
    expect(status).toBe(204)
    expect(headers.get('access-control-allow-methods')).toBe('GET,POST')
    expect(headers.get('access-control-allow-headers')).toBe('authorization,content-type,x-mobile,x-expo-sdk-version')
  })

  test('origins can be limited; the refusal can be read', async () => {
    const emulator = createFrozen({ settings: { allowedOrigins: ['https://a.test'] } })
    const refused = await createBrowser(emulator).client()
    expect([refused.status, refused.fault]).toEqual([400, 'origin_invalid'])
    expect(refused.headers.get('access-control-allow-origin')).toBe('https://app.emulator.test')
    expect((await createBrowser(emulator, { origin: 'https://a.test' }).client()).status).toBe(200)
  })
})

describe('errors', () => {
  test('have a code, a message, a long one, meta and a trace id', async () => {
    const { body } = await createBrowser(createFrozen()).signIn({ identifier: 'nobody@example.com' })
    expect(body).toEqual({
      errors: [
        {
          code: 'form_identifier_not_found',
          message: "Couldn't find your account.",
          long_message: "Couldn't find your account.",
          meta: { param_name: 'identifier' },
        },
      ],
      clerk_trace_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
  })

  test('carry the client when the instance is set to', async () => {
    const { signIn, client } = await createSignedIn(createFrozen({ settings: { clientInErrors: true } }))
    const { body } = await signIn({ identifier: 'nobody@example.com' })
    expect(body.meta?.client).toEqual((await client()).body.response)
  })
})

describe('methods', () => {
  test('PUT, PATCH and DELETE travel as _method, in the query or in the body, in any case', async () => {
    const { agent, client } = createBrowser(createFrozen())
    const post = (query: string, body: string) =>
      agent.fetch(`/v1/client${query}`, { method: 'POST', headers: { 'Content-Type': form }, body })
    expect((await post('?_method=put', '')).status).toBe(200)
    expect((await client()).body.response?.object).toBe('client')
    expect(await (await post('', '_method=GET')).json()).toMatchObject({ response: { object: 'client' } })
    expect((await post('', '_method=DELETE')).status).toBe(200)
    expect((await client()).body.response).toBeNull()
  })

  test('a GET stays a GET, whatever its query says', async () => {
    const { send, client } = await createSignedIn(createFrozen())
    await send('GET', '/v1/client?_method=DELETE')
    expect((await client()).body.response?.sessions).toHaveLength(1)
  })

  test.each([
    ['PATCH', '/v1/client', 'GET, PUT, POST, DELETE'],
    ['GET', '/v1/client/sign_ins', 'POST'],
    ['DELETE', '/v1/environment', 'GET, PATCH'],
    ['POST', '/.well-known/jwks.json', 'GET'],
    ['GET', '/v1/dev_browser', 'POST'],
    ['PATCH', '/v1/me/totp', 'POST, DELETE'],
    ['HEAD', '/v1/client', 'GET, POST, PUT, PATCH, DELETE'],
    ['TRACE', '/v1/client', 'GET, POST, PUT, PATCH, DELETE'],
  ])('%s %s is 405 and names the methods', async (method, path, allow) => {
    const { status, fault, headers } = await createBrowser(createFrozen()).send('POST', `${path}?_method=${method}`)
    expect([status, fault, headers.get('allow')]).toEqual([405, 'method_not_allowed', allow])
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'HEAD'])('a real %s is 405: only GET and POST are on the wire', async method => {
    expect((await createFrozen().fetch('/v1/client', { method })).status).toBe(405)
  })
})

describe('paths', () => {
  test.each(['/', '/v1', '/v1/', '/v2/client', '/v1/clients', '/v1/client/sessions/a/b/c', '/v1/client/__proto__'])(
    '%s is 404',
    async path => {
      const { status, fault } = await createBrowser(createFrozen()).send('GET', path)
      expect([status, fault]).toEqual([404, 'resource_not_found'])
    },
  )

  test.each([
    ['POST', '/v1/client/sign_ins/sia_1/reset_password'],
    ['PATCH', '/v1/client/sign_ins/sia_1/protect_check'],
    ['GET', '/v1/client/handshake'],
    ['GET', '/v1/verify'],
    ['PATCH', '/v1/me'],
    ['GET', '/v1/me/sessions/active'],
    ['POST', '/v1/me/email_addresses/'],
    ['POST', '/v1/organizations'],
    ['GET', '/oauth/userinfo'],
    ['GET', '/.well-known/webauthn'],
  ])('%s %s is known and not there yet: 501', async (method, path) => {
    const { status, fault } = await createBrowser(createFrozen()).send(method, path)
    expect([status, fault]).toEqual([501, 'emulator_not_implemented'])
  })

  test('any host, and a prefix of a proxy', async () => {
    const emulator = createFrozen({ pathPrefix: '/__clerk/' })
    for (const url of ['https://a.test/__clerk/v1/client', 'http://b.test:1/v1/client', '/__clerk/v1/client/']) {
      expect((await emulator.fetch(url)).status).toBe(200)
    }
    expect((await emulator.fetch('/__clerk')).status).toBe(404)
    expect((await emulator.fetch('/__clerk/.well-known/jwks.json')).status).toBe(200)
  })

  test.each(['/health', '/v1/health'])('%s', async path => {
    expect(await (await createFrozen().fetch(path)).json()).toEqual({ status: 'healthy' })
  })
})

describe('bodies', () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    createFrozen().fetch('/v1/client/sign_ins', { method: 'POST', body, headers })

  test.each([
    ['JSON', '{"identifier":"a"}', { 'Content-Type': 'application/json' }],
    ['text', 'identifier=a', {}],
    ['a multipart form', new FormData(), {}],
  ])('%s is 415', async (_, body, headers) => {
    const answer = await post(body, headers)
    expect(answer.status).toBe(415)
    expect(await answer.json()).toMatchObject({ errors: [{ code: 'unsupported_content_type' }] })
  })

  test('a form with a charset is a form; none at all is an empty one', async () => {
    expect((await post('', { 'Content-Type': `${form}; charset=UTF-8` })).status).toBe(200)
    expect((await createFrozen().fetch('/v1/client/sign_ins', { method: 'POST' })).status).toBe(200)
  })

  test('a field given twice is refused', async () => {
    const answer = await post(
      new URLSearchParams([
        ['identifier', 'a'],
        ['identifier', 'b'],
      ]),
    )
    expect(await answer.json()).toMatchObject({ errors: [{ code: 'form_param_duplicate' }] })
  })

  test('fields of bot protection may ride along', async () => {
    expect((await post(new URLSearchParams({ __clerk_protect_token: 'x', captcha_token: 'y' }))).status).toBe(200)
  })
})

describe('aborting', () => {
  test('an aborted request rejects with the reason of its signal', async () => {
    const emulator = createFrozen()
    await expect(emulator.fetch('/v1/client', { signal: AbortSignal.abort('why') })).rejects.toBe('why')
    const controller = new AbortController()
    const answer = emulator.fetch('/v1/client', { signal: controller.signal })
    controller.abort('later')
    await expect(answer).rejects.toBe('later')
    expect((await emulator.fetch('/v1/client')).status).toBe(200)
  })
})

test('requests take turns: answers of overlapping ones are those of one after another', async () => {
  const { session, client, id } = await createSignedIn(createFrozen())
  const [first, second] = await Promise.all([session('end', id), session('touch', id)])
  expect([first.status, second.status]).toEqual([200, 401])
  expect((await client()).status).toBe(200)
})

test('the environment says how the instance is set up', async () => {
  const { send } = createBrowser(createFrozen({ settings: { singleSession: true, username: 'required' } }))
  const get = await send('GET', '/v1/environment')
  const patch = await send('PATCH', '/v1/environment')
  expect(patch.text).toBe(get.text)
  expect(get.body).toMatchObject({
    auth_config: { single_session_mode: true, username: 'required' },
    display_config: { instance_environment_type: 'development', captcha_public_key: null },
    user_settings: {
      attributes: { username: { enabled: true, required: true }, phone_number: { enabled: false } },
      sign_up: { captcha_enabled: false },
    },
    commerce_settings: { billing: { user: { enabled: false }, organization: { enabled: false } } },
  })
})
