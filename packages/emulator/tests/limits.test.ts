import { expect, test } from 'vitest'
import {
  type Browser,
  createBrowser,
  createFrozen,
  createSignedIn,
  jane,
} from './support/browser.ts'

const production = { settings: { limits: 'production' } } as const

const repeat = async <Result>(count: number, task: () => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = []
  for (let index = 0; index < count; index += 1) results.push(await task())
  return results
}

const signIn = ({ signIn }: Browser) => signIn({ identifier: jane.emailAddress })
const signUp = ({ signUp }: Browser) =>
  signUp({ email_address: 'new@example.com', password: 'correct horse' })

test.each([
  ['sign-in', signIn],
  ['sign-up', signUp],
])(
  'five times in ten seconds one address may begin a %s, then it waits as long as it is told',
  async (_, begin) => {
    const emulator = createFrozen(production)
    emulator.users.create(jane)
    const browser = createBrowser(emulator)
    expect((await begin(browser)).status).toBe(200)
    emulator.clock.advance(4_000)
    for (const { status } of await repeat(4, () => begin(browser))) expect(status).toBe(200)
    // another browser at the same address
    const { status, fault, headers, body } = await begin(createBrowser(emulator))
    expect([status, fault, headers.get('retry-after')]).toEqual([429, 'too_many_requests', '6'])
    expect(body.errors?.[0]?.meta).toEqual({ resets_in: 6 })
    emulator.clock.advance(5_999)
    expect((await begin(browser)).headers.get('retry-after')).toBe('1')
    emulator.clock.advance(1)
    expect((await begin(browser)).status).toBe(200)
    expect((await begin(browser)).headers.get('retry-after')).toBe('4')
  },
)

test('three times in ten seconds one address may try a code', async () => {
  const emulator = createFrozen(production)
  const browser = createBrowser(emulator)
  const { id } = (await signUp(browser)).body.response
  await browser.signUpStep(id, 'prepare_verification', { strategy: 'email_code' })
  const attempt = (code = '000000') =>
    browser.signUpStep(id, 'attempt_verification', { strategy: 'email_code', code })
  const statuses = (await repeat(4, attempt)).map(({ status }) => status)
  expect(statuses).toEqual([422, 422, 422, 429])
  emulator.clock.advance(10_000)
  expect((await attempt(emulator.inbox.latest()?.code ?? '')).body.response.status).toBe('complete')
})

test('first and second factors of sign-ins share three tries; what is prepared, read and changed is not limited', async () => {
  const emulator = createFrozen({ settings: { limits: 'production', resendCooldown: 0 } })
  emulator.users.create(jane)
  const browser = createBrowser(emulator)
  const { id } = (await signIn(browser)).body.response
  const steps = [
    'attempt_first_factor',
    'attempt_second_factor',
    'attempt_first_factor',
    'attempt_second_factor',
  ]
  const statuses: number[] = []
  for (const step of steps)
    statuses.push((await browser.signInStep(id, step, { strategy: 'totp', code: '1' })).status)
  expect(statuses.map(status => status === 429)).toEqual([false, false, false, true])
  const prepare = () => browser.signInStep(id, 'prepare_first_factor', { strategy: 'email_code' })
  for (const { status } of await repeat(9, prepare)) expect(status).toBe(200)
  for (const { status } of await repeat(9, browser.client)) expect(status).toBe(200)
})

test('addresses are told apart where a proxy says which they are', async () => {
  const emulator = createFrozen(production)
  emulator.users.create(jane)
  const from = async (address: string) => {
    const body = new URLSearchParams({ identifier: jane.emailAddress })
    const headers = { 'X-Forwarded-For': `${address}, 10.0.0.1` }
    return (await emulator.fetch('/v1/client/sign_ins', { method: 'POST', body, headers })).status
  }
  expect(await repeat(6, () => from('192.0.2.1'))).toEqual([200, 200, 200, 200, 200, 429])
  expect(await from('192.0.2.2')).toBe(200)
})

test('in development nobody is limited, and it is a setting like others', async () => {
  const emulator = createFrozen()
  emulator.users.create(jane)
  const browser = createBrowser(emulator)
  for (const { status } of await repeat(9, () => signIn(browser))) expect(status).toBe(200)
  const patch = (limits: string) =>
    emulator.fetch('/__emulator/settings', {
      method: 'PATCH',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ limits }),
    })
  expect((await patch('production')).status).toBe(200)
  expect(
    (await repeat(6, () => signIn(browser)))
      .map(({ status }) => status)
      .filter(status => status === 429),
  ).toEqual([429])
  expect((await patch('sometimes')).status).toBe(422)
  emulator.seed({ settings: { limits: 'development' } })
  expect((await signIn(browser)).status).toBe(200)
})

test('a refusal can be read by a page, changes nothing, and a reset forgets', async () => {
  const emulator = createFrozen(production)
  const { signIn: begin, id } = await createSignedIn(emulator)
  await repeat(4, () => begin({ identifier: 'nobody@example.com' }))
  const before = JSON.stringify(emulator.export())
  const { status, headers } = await begin({ identifier: jane.emailAddress })
  expect([status, headers.get('access-control-allow-origin')]).toEqual([
    429,
    'https://app.emulator.test',
  ])
  const { ids: _, ...after } = emulator.export()
  const { ids: __, ...same } = JSON.parse(before)
  expect(after).toEqual(same)
  expect(emulator.sessions.list()).toMatchObject([{ id, status: 'active' }])
  emulator.reset()
  emulator.users.create(jane)
  expect((await begin({ identifier: jane.emailAddress })).status).toBe(200)
})

test('how often was asked is part of an export', async () => {
  const emulator = createFrozen(production)
  const copy = createFrozen(production)
  await repeat(5, () => signUp(createBrowser(emulator)))
  copy.import(JSON.parse(JSON.stringify(emulator.export())))
  expect((await signUp(createBrowser(copy))).status).toBe(429)
})
