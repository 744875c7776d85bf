import { describe, expect, test } from 'vitest'
import {
  createBrowser,
  createFrozen,
  createSignedIn,
  jane,
  joe,
  start,
} from '../support/browser.ts'
import type { UserWire } from '../support/wire.ts'

const begin = async (settings = {}) => {
  const emulator = createFrozen({ settings })
  const browser = await createSignedIn(emulator)
  const patch = (fields: Record<string, string>) =>
    browser.send<UserWire>('PATCH', '/v1/me', fields)
  const merge = (patched: unknown) =>
    browser.send<UserWire>('PATCH', '/v1/me/metadata', { unsafe_metadata: JSON.stringify(patched) })
  return { emulator, ...browser, patch, merge }
}

describe('PATCH /v1/me', () => {
  test('changes what is given, and the client beside it shows it', async () => {
    const { patch } = await begin()
    const { body } = await patch({ last_name: 'Doe', username: 'jane_doe' })
    expect(body.response).toMatchObject({
      first_name: 'Ann',
      last_name: 'Doe',
      username: 'jane_doe',
    })
    expect(body.client?.sessions[0]?.user).toEqual(body.response)
    expect(body.response.updated_at).toBeGreaterThan(start)
    expect((await patch({ first_name: '' })).body.response.first_name).toBeNull()
  })

  test('nothing given changes nothing', async () => {
    const { patch, client } = await begin()
    const before = (await client()).text
    expect((await patch({})).status).toBe(200)
    expect((await client()).text).toBe(before)
  })

  test('all of it or none', async () => {
    const { patch, send } = await begin()
    const before = (await send('GET', '/v1/me')).text
    const { status, fault } = await patch({ first_name: 'Eve', username: 'x' })
    expect([status, fault]).toEqual([422, 'form_username_invalid_length@username'])
    expect((await send('GET', '/v1/me')).text).toBe(before)
  })

  test.each([
    [{ username: 'joe_bloggs' }, {}, 422, 'form_identifier_exists@username'],
    [{ username: '' }, { username: 'required' }, 422, 'form_param_nil@username'],
    [{ first_name: 'Jane' }, { firstName: 'off' }, 400, 'form_param_value_disabled@first_name'],
    [{ last_name: 'x'.repeat(257) }, {}, 422, 'form_param_max_length_exceeded@last_name'],
    [
      { primary_email_address_id: 'idn_1' },
      {},
      422,
      'form_resource_not_found@primary_email_address_id',
    ],
    [{ primary_phone_number_id: '' }, {}, 422, 'form_param_nil@primary_phone_number_id'],
    [
      { primary_web3_wallet_id: 'idn_1' },
      {},
      422,
      'form_resource_not_found@primary_web3_wallet_id',
    ],
    [{ password: 'another horse' }, {}, 422, 'form_param_unknown@password'],
  ])('%o is refused', async (fields: object, settings, status, fault) => {
    const { emulator, patch } = await begin(settings)
    emulator.users.create({ ...joe, username: 'joe_bloggs' })
    const answer = await patch({ ...fields })
    expect([answer.status, answer.fault]).toEqual([status, fault])
  })

  test('is about the session that the request names', async () => {
    const emulator = createFrozen()
    const { send, ids } = await createSignedIn(emulator, [jane, joe])
    const { body } = await send<UserWire>('PATCH', `/v1/me?_clerk_session_id=${ids[0]}`, {
      first_name: 'Jane',
    })
    expect(body.response.id).toBe(emulator.users.get(jane.emailAddress)?.id)
    expect(emulator.users.get(joe.emailAddress)?.firstName).toBe('Ann')
    expect((await send('PATCH', '/v1/me?_clerk_session_id=sess_1', {})).fault).toBe('signed_out')
  })

  test('nobody is 401', async () => {
    const { status, fault } = await createBrowser(createFrozen()).send('PATCH', '/v1/me', {
      first_name: 'Jane',
    })
    expect([status, fault]).toEqual([401, 'signed_out'])
  })
})

describe('PATCH /v1/me/metadata', () => {
  test('merges as RFC 7396 has it', async () => {
    const { merge } = await begin()
    await merge({ a: { b: 1, c: [1, 2], d: 'x' }, e: true })
    const { body } = await merge({ a: { b: null, c: [3], f: { g: null, h: 1 } }, e: { i: null } })
    expect(body.response.unsafe_metadata).toEqual({ a: { c: [3], d: 'x', f: { h: 1 } }, e: {} })
  })

  test('a key named like a part of objects is a key', async () => {
    const { merge, send } = await begin()
    await send('PATCH', '/v1/me/metadata', {
      unsafe_metadata: '{"__proto__":{"polluted":true},"constructor":1}',
    })
    const { text } = await merge({ a: 1 })
    expect(text).toContain('"__proto__":{"polluted":true}')
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  test('what is too much altogether is refused', async () => {
    const { merge, send } = await begin()
    await merge({ a: 'x'.repeat(5000) })
    const { status, fault } = await merge({ b: 'x'.repeat(5000) })
    expect([status, fault]).toEqual([422, 'form_param_max_length_exceeded@unsafe_metadata'])
    expect((await send<UserWire>('GET', '/v1/me')).body.response.unsafe_metadata).toHaveProperty(
      'a',
    )
    expect((await send('PATCH', '/v1/me/metadata')).fault).toBe(
      'form_param_missing@unsafe_metadata',
    )
    expect((await merge([])).fault).toBe('form_param_type_invalid@unsafe_metadata')
  })
})

describe('DELETE /v1/me', () => {
  test('the user is gone, and signed out everywhere', async () => {
    const { emulator, send, client } = await begin()
    const elsewhere = await createSignedIn(emulator)
    const { body } = await send('DELETE', '/v1/me')
    expect(body.response).toEqual({
      object: 'user',
      id: expect.stringMatching(/^user_/),
      deleted: true,
    })
    expect(body.client?.sessions).toEqual([])
    expect(emulator.users.list()).toEqual([])
    for (const browser of [{ client }, elsewhere])
      expect((await browser.client()).body.response?.last_active_session_id).toBeNull()
    expect((await elsewhere.signIn({ identifier: jane.emailAddress })).fault).toBe(
      'form_identifier_not_found@identifier',
    )
  })

  test('unless the instance does not let users', async () => {
    const { emulator, send } = await begin({ deleteSelf: false })
    const { status, fault } = await send('DELETE', '/v1/me')
    expect([status, fault]).toEqual([403, 'user_delete_self_not_enabled'])
    expect(emulator.users.list()).toHaveLength(1)
  })
})
