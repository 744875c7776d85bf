import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn } from './support/browser.ts'

const form = 'application/x-www-form-urlencoded'

describe('methods', () => {
  test('PUT, PATCH and DELETE travel as _method, in the query or in the body, in any case', async () => {
    const { agent, client } = createBrowser(createFrozen())
    const post = (query: string, body: string) =>
      agent.fetch(`/v1/client${query}`, { method: 'POST', headers: { 'Content-Type': form }, body })
    expect((await post('?_method=put', '')).status).toBe(200)
    expect((await client()).body.response?.object).toBe('client')
    expect(await (await post('', '_method=GET')).json()).toMatchObject({
      response: { object: 'client' },
    })
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
    const { status, fault, headers } = await createBrowser(createFrozen()).send(
      'POST',
      `${path}?_method=${method}`,
    )
    expect([status, fault, headers.get('allow')]).toEqual([405, 'method_not_allowed', allow])
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'HEAD'])(
    'a real %s is 405: only GET and POST are on the wire',
    async method => {
      expect((await createFrozen().fetch('/v1/client', { method })).status).toBe(405)
    },
  )
})

describe('paths', () => {
  test.each([
    '/v1',
    '/v1/',
    '/v2/client',
    '/v1/customers',
    '/v1/client/sessions/a/b/c',
    '/v1/client/__proto__',
  ])('%s is 404', async path => {
    const { status, fault } = await createBrowser(createFrozen()).send('GET', path)
    expect([status, fault]).toEqual([404, 'resource_not_found'])
  })

  test.each([
    ['POST', '/v1/client/hosted_auth'],
    ['POST', '/v1/organizations/org_1/billing/checkouts'],
    ['GET', '/oauth/userinfo'],
    ['DELETE', '/v1/me/trusted_devices/td_1/'],
    ['GET', '/v1/me/billing/credits'],
    ['PUT', '/v1/organizations/org_1/enterprise_connections/x/directory/group_role_mappings'],
  ])('%s %s is known and not there yet: 501', async (method, path) => {
    const { status, fault } = await createBrowser(createFrozen()).send(method, path)
    expect([status, fault]).toEqual([501, 'emulator_not_implemented'])
  })

  test('a file is answered as any form, where nothing is yet', async () => {
    const body = new FormData()
    body.append('file', new Blob(['x']), 'x.txt')
    const path = '/v1/me/billing/payment_methods'
    const response = await createFrozen().fetch(path, { method: 'POST', body })
    expect(response.status).toBe(501)
  })

  test('any host, and a prefix of a proxy', async () => {
    const emulator = createFrozen({ pathPrefix: '/__clerk/' })
    for (const url of [
      'https://a.test/__clerk/v1/client',
      'http://b.test:1/v1/client',
      '/__clerk/v1/client/',
    ]) {
      expect((await emulator.fetch(url)).status).toBe(200)
    }
    expect((await emulator.fetch('/__clerk')).status).toBe(404)
    expect((await emulator.fetch('/__clerk/.well-known/jwks.json')).status).toBe(200)
  })

  test.each(['/health', '/v1/health'])('%s', async path => {
    expect(await (await createFrozen().fetch(path)).json()).toEqual({ status: 'healthy' })
  })
})

test('the environment says how the instance is set up', async () => {
  const { send } = createBrowser(
    createFrozen({ settings: { singleSession: true, username: 'required' } }),
  )
  const get = await send('GET', '/v1/environment')
  const patch = await send('PATCH', '/v1/environment')
  expect(patch.text).toBe(get.text)
  expect(get.body).toMatchObject({
    auth_config: { single_session_mode: true, username: 'required' },
    display_config: { instance_environment_type: 'development', captcha_public_key: null },
    user_settings: {
      attributes: { username: { enabled: true, required: true }, web3_wallet: { enabled: false } },
      sign_up: { captcha_enabled: false },
    },
    commerce_settings: { billing: { user: { enabled: false }, organization: { enabled: false } } },
  })
})
