import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, start } from './support/browser.ts'

const form = 'application/x-www-form-urlencoded'

describe('requests of every kind', () => {
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

  test.each(['/v1/client', '/v1/nowhere', '/.well-known/jwks.json'])(
    'OPTIONS %s is 204',
    async path => {
      const { status, headers } = await createFrozen().fetch(path, {
        method: 'OPTIONS',
        headers: { Origin: 'https://a.test', 'Access-Control-Request-Method': 'POST' },
      })
      expect(status).toBe(204)
      expect(headers.get('access-control-allow-methods')).toBe('GET,POST')
      expect(headers.get('access-control-allow-headers')).toBe(
        'authorization,content-type,x-mobile,x-expo-sdk-version',
      )
    },
  )

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
    const { body } = await createBrowser(createFrozen()).signIn({
      identifier: 'nobody@example.com',
    })
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
    const { signIn, client } = await createSignedIn(
      createFrozen({ settings: { clientInErrors: true } }),
    )
    const { body } = await signIn({ identifier: 'nobody@example.com' })
    expect(body.meta?.client).toEqual((await client()).body.response)
  })
})

describe('bodies', () => {
  const post = (body: BodyInit, headers: Record<string, string> = {}) =>
    createFrozen().fetch('/v1/client/sign_ins', { method: 'POST', body, headers })

  test.each([
    ['JSON', '{"identifier":"a"}', { 'Content-Type': 'application/json' }],
    ['text', 'identifier=a', {}],
    ['XML', '<a/>', { 'Content-Type': 'application/xml' }],
  ])('%s is 415', async (_, body, headers) => {
    const answer = await post(body, headers)
    expect(answer.status).toBe(415)
    expect(await answer.json()).toMatchObject({ errors: [{ code: 'unsupported_content_type' }] })
  })

  test('a multipart form is one too: what is answered depends on its fields', async () => {
    const parts = (fields: Record<string, string | Blob>) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      return body
    }
    const codeOf = async (path: string, body: FormData) =>
      (await (await createFrozen().fetch(path, { method: 'POST', body })).json()).errors[0].code
    expect(await codeOf('/v1/client/sign_ins', parts({ identifier: 'nobody@example.com' }))).toBe(
      'form_identifier_not_found',
    )
    expect(await codeOf('/v1/client/sign_ins', parts({ file: new Blob(['x']) }))).toBe(
      'form_param_unknown',
    )
    expect(await codeOf('/v1/organizations/x/logo?_method=PUT', parts({ file: new Blob() }))).toBe(
      'signed_out',
    )
    const billing = '/v1/me/billing/payment_methods'
    expect(await codeOf(billing, parts({ file: new Blob() }))).toBe('emulator_not_implemented')
  })

  test('half a multipart form cannot be read', async () => {
    const answer = await post('--x\r\nContent-', {
      'Content-Type': 'multipart/form-data; boundary=x',
    })
    expect(answer.status).toBe(400)
    expect(await answer.json()).toMatchObject({ errors: [{ code: 'request_body_invalid' }] })
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
    expect(
      (await post(new URLSearchParams({ __clerk_protect_token: 'x', captcha_token: 'y' }))).status,
    ).toBe(200)
  })
})

describe('aborting', () => {
  test('an aborted request rejects with the reason of its signal', async () => {
    const emulator = createFrozen()
    await expect(emulator.fetch('/v1/client', { signal: AbortSignal.abort('why') })).rejects.toBe(
      'why',
    )
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
