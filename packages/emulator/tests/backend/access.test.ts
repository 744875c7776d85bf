import { createEmulator } from '@clientele/emulator'
import { expect, test } from 'vitest'
import { createBackend } from '../support/backend.ts'
import { createFrozen, createSignedIn, jane } from '../support/browser.ts'

test.each([
  ['no key', null, 'authorization_header_format_invalid'],
  ['another key', 'sk_test_another', 'clerk_key_invalid'],
  ['a live key', 'sk_live_another', 'clerk_key_invalid'],
  ['what is no key', 'eyJhbGciOiJSUzI1NiJ9', 'clerk_key_invalid'],
])('%s: 401', async (_, key, code) => {
  const { get } = createBackend(createFrozen(), key)
  const { status, fault } = await get('/users')
  expect([status, fault]).toEqual([401, code])
})

test('a live key is told what to use instead', async () => {
  const { body } = await createBackend(createFrozen(), 'sk_live_another').get('/users')
  expect(body.errors[0].message).toContain('use the one that begins with sk_test_')
})

test('the key follows from the host, and another one may be given', async () => {
  const [one, same] = [createEmulator(), createEmulator()]
  const other = createEmulator({ host: 'clerk.other.test' })
  expect(one.secretKey).toMatch(/^sk_test_\w+$/)
  expect(same.secretKey).toBe(one.secretKey)
  expect(other.secretKey).not.toBe(one.secretKey)
  const own = createEmulator({ secretKey: 'sk_test_mine' })
  expect((await createBackend(own, 'sk_test_mine').get('/users')).status).toBe(200)
})

test.each(['sk_live_mine', 'pk_test_mine', 'sk_test_', ''])(
  'the option secretKey refuses %j',
  secretKey => {
    expect(() => createEmulator({ secretKey })).toThrow('secretKey must be sk_test_')
  },
)

test('paths that both APIs have are decided by the key', async () => {
  const emulator = createFrozen()
  const { send } = await createSignedIn(emulator)
  expect((await send('POST', '/v1/organizations', { name: 'Acme' })).status).toBe(200)
  const { body } = await createBackend(emulator).get('/organizations')
  expect(body.data).toMatchObject([{ name: 'Acme', private_metadata: {} }])
  const others = createBackend(emulator, 'not_a_secret_key')
  expect((await others.get('/organizations')).fault).not.toBe('clerk_key_invalid')
})

test('no answer may be read by a page', async () => {
  const emulator = createFrozen()
  const headers = { Authorization: `Bearer ${emulator.secretKey}`, Origin: 'https://app.test' }
  const answer = await emulator.fetch('/v1/users', { headers })
  expect(answer.headers.get('access-control-allow-origin')).toBeNull()
})

test('what is asked is in the journal, without secrets', async () => {
  const emulator = createFrozen()
  const { post } = createBackend(emulator)
  await post('/users', { username: 'ada', password: 'analytical engine', totp_secret: 'x' })
  const [entry] = emulator.requests
  expect(entry).toMatchObject({ method: 'POST', path: '/v1/users', status: 422 })
  expect(entry?.body).toEqual({ username: 'ada', password: '***', totp_secret: '***' })
})

test('faults meet it by its paths', async () => {
  const emulator = createFrozen()
  emulator.faults.add({ kind: 'status', status: 503, path: '/v1/users/:id', method: 'PATCH' })
  const { get, patch } = createBackend(emulator)
  const { id } = emulator.users.create(jane)
  expect((await patch(`/users/${id}`, {})).status).toBe(503)
  expect((await get(`/users/${id}`)).status).toBe(200)
})

test.each([
  ['DELETE', '/users', 405, 'method_not_allowed'],
  ['GET', '/users/x/y/z', 404, 'resource_not_found'],
  ['GET', '/templates/email', 501, 'emulator_not_implemented'],
])('%s %s: %i', async (method, path, status, code) => {
  const answer = await createBackend(createFrozen()).send(method, path)
  expect([answer.status, answer.fault]).toEqual([status, code])
})

test.each([
  ['a form', 'application/x-www-form-urlencoded', 'a=1', 415],
  ['half of JSON', 'application/json', '{"a":', 400],
  ['JSON without end', 'application/json', '['.repeat(20_000), 400],
  ['a list', 'application/json', '[]', 422],
])('%s is refused as a body', async (_, type, body, status) => {
  const emulator = createFrozen()
  const headers = { Authorization: `Bearer ${emulator.secretKey}`, 'Content-Type': type }
  expect((await emulator.fetch('/v1/users', { method: 'POST', headers, body })).status).toBe(status)
})
