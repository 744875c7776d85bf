import { expect, test } from 'vitest'
import { createFrozen, createSignedIn, jane } from './support/browser.ts'

interface KeyWire {
  readonly id: string
  readonly secret?: string
  readonly revoked: boolean
  readonly expired: boolean
  readonly data: KeyWire[]
  readonly errors?: { readonly code: string }[]
}

const begin = async (settings = { apiKeys: true }) => {
  const emulator = createFrozen({ settings })
  const { client, agent, send } = await createSignedIn(emulator, [jane])
  const session = (await client()).body.response?.sessions[0]
  const jwt = session?.last_active_token?.jwt ?? ''
  const subject = session?.user.id ?? ''
  const ask = async (path: string, fields?: object, token = jwt) => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }
    const init = fields ? { method: 'POST', body: JSON.stringify(fields) } : {}
    const response = await agent.fetch(`/api_keys${path}`, { ...init, headers })
    // as: what the description says of a key, a list of them, or an error
    const body = (await response.json()) as KeyWire
    return { status: response.status, body, fault: body.errors?.[0]?.code }
  }
  return { emulator, agent, send, subject, ask }
}

test('a key is made, told once, listed, revoked and runs out', async () => {
  const { emulator, subject, ask } = await begin()
  const made = await ask('', { name: 'CI', subject, seconds_until_expiration: 60 })
  expect([made.status, made.body.secret]).toEqual([201, expect.stringMatching(/^ak_\w{32}$/)])
  expect(JSON.stringify(emulator.export())).not.toContain(made.body.secret)
  expect((await ask('', { name: 'CI', subject })).fault).toBe('api_key_name_already_exists')
  const { body } = await ask(`?subject=${subject}`)
  expect(body.data).toMatchObject([{ id: made.body.id, revoked: false, expired: false }])
  expect(body.data[0]).not.toHaveProperty('secret')
  await ask(`/${made.body.id}/revoke`, { revocation_reason: 'lost' })
  expect((await ask(`?subject=${subject}`)).body.data).toEqual([])
  expect((await ask(`?subject=${subject}&include_invalid=true`)).body.data).toMatchObject([
    { revoked: true },
  ])
})

test.each([
  ['of somebody else', 'user_1', undefined, [400, 'form_param_value_invalid']],
  ['without a token', null, '', [401, 'signed_out']],
  ['by a token that nobody signed', null, 'a.b.c', [401, 'signed_out']],
])('a key %s is refused', async (_, subject, token, expected) => {
  const { ask, subject: own } = await begin()
  const { status, fault } = await ask('', { name: 'CI', subject: subject ?? own }, token)
  expect([status, fault]).toEqual(expected)
})

test('a token that is out of date is refused', async () => {
  const { emulator, subject, ask } = await begin()
  emulator.clock.advance(61_000)
  expect((await ask(`?subject=${subject}`)).status).toBe(401)
})

test('there are none unless the setting says so', async () => {
  const { subject, ask } = await begin({ apiKeys: false })
  expect((await ask('', { name: 'CI', subject })).fault).toBe('feature_not_enabled')
})

test('JSON is taken there and nowhere else', async () => {
  const { agent } = await begin()
  const headers = { 'Content-Type': 'application/json' }
  const response = await agent.fetch('/v1/waitlist', { method: 'POST', headers, body: '{}' })
  expect(response.status).toBe(415)
})
