import { expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, joe } from './support/browser.ts'

const depth = 100_000
const nested = `${'['.repeat(depth)}${']'.repeat(depth)}`
const nestedObjects = `${'{"a":'.repeat(1500)}1${'}'.repeat(1500)}`

const names = [
  'email_address',
  'password',
  'username',
  'first_name',
  'unsafe_metadata',
  'identifier',
  'strategy',
  'code',
  'legal_accepted',
  'transfer',
  'intent',
  'active_organization_id',
  'organization_id',
  'new_password',
  'phone_number',
  'primary_email_address_id',
  'reserved_for_second_factor',
  'locale',
  '__proto__',
  'constructor',
  'toString',
  'a[b][c]',
  '',
  '\u0000',
]

const values = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  'null',
  'undefined',
  '[object Object]',
  '__proto__',
  '<script>alert(1)</script>',
  '<!doctype html><html>',
  "' OR 1=1 --",
  '../../etc/passwd',
  '%E0%A4%A',
  '9'.repeat(400),
  'x'.repeat(9_999),
  'x'.repeat(20_000),
  '💥'.repeat(50),
  '{"__proto__":{"polluted":true}}',
  '{"a":',
  nested,
  nestedObjects,
]

const paths = [
  '/v1/client',
  '/v1/client/verify',
  '/v1/client/sign_ins',
  '/v1/client/sign_ins/x/attempt_first_factor',
  '/v1/client/sign_ups',
  '/v1/client/sign_ups/x/attempt_verification',
  '/v1/client/sessions/{id}/touch',
  '/v1/client/sessions/{id}/tokens',
  '/v1/client/sessions/{id}/tokens/__proto__',
  '/v1/me?_method=PATCH',
  '/v1/me/metadata?_method=PATCH',
  '/v1/me/email_addresses',
  '/v1/me/phone_numbers',
  '/v1/me/change_password',
  '/v1/me/totp/attempt_verification',
  '/v1/environment?_method=PATCH',
  '/v1/dev_browser',
]

test.each(paths)(
  'no junk in any field of %s is a fault of the server, nor changes the prototype of objects',
  async path => {
    const emulator = createFrozen()
    const { agent, id } = await createSignedIn(emulator)
    for (const [index, name] of names.entries()) {
      for (const value of /sign_ups$|me\/metadata/.test(path) || index % 5 === 0
        ? values
        : values.slice(0, 4)) {
        const body = new URLSearchParams({ [name]: value })
        const { status } = await agent.fetch(path.replace('{id}', id), { method: 'POST', body })
        expect([200, 404, 422]).toContain(status)
      }
    }
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
    expect(emulator.requests.every(({ code }) => code !== 'internal_clerk_error')).toBe(true)
  },
)

test.each([
  '/v1/client/sessions/%E0%A4%A/touch',
  '/v1/client/sessions/..%2f..%2fetc/touch',
  '/v1/client/sign_ins/__proto__',
  '/v1/client/sign_ups/constructor',
  '/v1/client/sessions/<script>',
  `/v1/client/sessions/${'x'.repeat(10_000)}`,
  '/v1/client//sessions',
  '/v1/client?__clerk_db_jwt=__proto__&_is_native=perhaps&_clerk_session_id[]=x&%=%&rotating_token_nonce=',
])('a path of junk is answered: %s', async path => {
  const { send } = await createSignedIn(createFrozen())
  for (const method of ['GET', 'POST']) {
    const { status } = await send(method, path)
    expect(status).toBeGreaterThanOrEqual(200)
    expect(status).toBeLessThan(500)
  }
})

test.each([
  ['truncated JSON', '{"identifier":'],
  ['HTML', '<!doctype html>'],
  ['no form at all', '&&&===&=&%%%'],
  ['a megabyte and more', `identifier=${'x'.repeat(1_200_000)}`],
])('a body of %s is answered', async (_, body) => {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const { status } = await createFrozen().fetch('/v1/client/sign_ins', {
    method: 'POST',
    body,
    headers,
  })
  expect([400, 422]).toContain(status)
})

test('the deepest metadata comes back, and what is deeper is refused', async () => {
  const { signUp, send } = createBrowser(
    createFrozen({ settings: { verifyEmailAtSignUp: false, password: 'on' } }),
  )
  const metadata = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`
  for (const depth of [101, 2500, 4000]) {
    const fields = { email_address: joe.emailAddress, unsafe_metadata: metadata(depth) }
    expect((await signUp(fields)).fault).toBe('form_param_format_invalid@unsafe_metadata')
  }
  const fields = { email_address: joe.emailAddress, unsafe_metadata: metadata(100) }
  const { status, text } = await signUp(fields)
  expect(status).toBe(200)
  expect(text).toContain(metadata(100))
  const { fault } = await send('PATCH', '/v1/me/metadata', { unsafe_metadata: metadata(101) })
  expect(fault).toBe('form_param_format_invalid@unsafe_metadata')
})
