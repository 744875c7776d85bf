import { beforeEach, describe, expect, test } from 'vitest'
import { type Backend, createBackend } from '../support/backend.ts'
import { createBrowser, createFrozen, createSignedIn, jane } from '../support/browser.ts'

const people = [
  {
    email_address: ['ada@example.com'],
    first_name: 'Ada',
    username: 'ada_l',
    external_id: 'crm-1',
  },
  { email_address: ['bob@other.test'], first_name: 'Bob', phone_number: ['+12015550123'] },
  { email_address: ['carl@example.com'], first_name: 'Carl', banned: true },
]

describe('the list of users', () => {
  let backend: Backend

  beforeEach(async () => {
    const emulator = createFrozen()
    backend = createBackend(emulator)
    for (const person of people) {
      await backend.post('/users', { ...person, skip_password_requirement: true })
      emulator.clock.advance(1000)
    }
  })

  const namesOf = (users: readonly { first_name: string }[]) =>
    users.map(({ first_name }) => first_name).join(' ')

  test.each([
    ['', 'Carl Bob Ada'],
    ['order_by=created_at', 'Ada Bob Carl'],
    ['order_by=%2Bcreated_at', 'Ada Bob Carl'],
    ['order_by=email_address', 'Ada Bob Carl'],
    ['order_by=-first_name', 'Carl Bob Ada'],
    ['limit=1&offset=1', 'Bob'],
    ['email_address=ada@example.com&email_address=carl@example.com', 'Carl Ada'],
    ['email_address=ADA@example.com&email_address=nobody@example.com', 'Ada'],
    ['phone_number=%2B12015550123', 'Bob'],
    ['username=ada_l', 'Ada'],
    ['external_id=crm-1', 'Ada'],
    ['external_id=-crm-1', 'Carl Bob'],
    ['query=example', 'Carl Ada'],
    ['email_address_query=other', 'Bob'],
    ['name_query=car', 'Carl'],
    ['banned=true', 'Carl'],
    ['banned=false', 'Bob Ada'],
    [`created_at_after=${Date.UTC(2026, 0, 2, 3, 4, 5)}`, 'Carl Bob'],
    [`created_at_before=${Date.UTC(2026, 0, 2, 3, 4, 6)}`, 'Ada'],
    ['last_active_at_since=1', ''],
    ['provider=google', ''],
    ['organization_id=org_1', ''],
  ])('with %j has %j, and so many are counted', async (query, names) => {
    const { body } = await backend.get(`/users?${query}`)
    expect(namesOf(body)).toBe(names)
    if (/limit|order/.test(query)) return
    const { body: count } = await backend.get(`/users/count?${query}`)
    expect(count.total_count).toBe(names === '' ? 0 : names.split(' ').length)
  })

  test('goes on after a user', async () => {
    const { body } = await backend.get('/users?limit=1')
    expect(namesOf((await backend.get(`/users?starting_after=${body[0].id}`)).body)).toBe('Bob Ada')
  })

  test.each([
    ['limit=501', 'form_param_format_invalid@limit'],
    ['offset=-1', 'form_param_format_invalid@offset'],
    ['order_by=shoe_size', 'form_param_value_invalid@order_by'],
    ['banned=perhaps', 'form_param_format_invalid@banned'],
    ['created_at_after=soon', 'form_param_format_invalid@created_at_after'],
  ])('refuses %j', async (query, fault) => {
    expect((await backend.get(`/users?${query}`)).fault).toBe(fault)
  })
})

describe('a new user', () => {
  test.each([
    [{ email_address: ['nonsense'] }, 'form_param_format_invalid@email_address'],
    [{ email_address: ['jane@example.com'] }, 'form_identifier_exists@email_address'],
    [{ phone_number: ['1'] }, 'form_param_format_invalid@phone_number'],
    [{ web3_wallet: ['1'] }, 'form_param_format_invalid@web3_wallet'],
    [{ password: 'short' }, 'form_password_length_too_short@password'],
    [{ username: 'x' }, 'form_username_invalid_length@username'],
    [{ nonsense: 1 }, 'form_param_unknown@nonsense'],
    [{ first_name: 1 }, 'form_param_type_invalid@first_name'],
    [{ public_metadata: [] }, 'form_param_type_invalid@public_metadata'],
    [{ created_at: 'soon' }, 'form_param_format_invalid@created_at'],
    [{ email_address: undefined }, 'form_data_missing'],
    [{ password_digest: 'x' }, 'emulator_not_implemented'],
  ])('%j is refused, and nothing is left of it', async (fields, fault) => {
    const emulator = createFrozen()
    emulator.users.create(jane)
    const given = { email_address: ['new@example.com'], ...fields }
    expect((await createBackend(emulator).post('/users', given)).fault).toBe(fault)
    expect(emulator.users.list()).toHaveLength(1)
  })

  test('signs in with its password, and may have a weak one where checks are skipped', async () => {
    const emulator = createFrozen()
    const given = { email_address: ['new@example.com'], password: 'weak' }
    const { post } = createBackend(emulator)
    expect((await post('/users', { ...given, skip_password_checks: true })).status).toBe(200)
    const fields = { identifier: 'new@example.com', password: 'weak' }
    const { body } = await createBrowser(emulator).signIn(fields)
    expect(body.response.status).toBe('complete')
  })

  test.each([
    ['verified', 'complete'],
    ['reserved', 'complete'],
  ])('is found by an address that is %s', async (status, expected) => {
    const emulator = createFrozen()
    await createBackend(emulator).post('/users', {
      email_address: ['new@example.com'],
      email_address_identification_status: [status],
      password: 'correct horse',
    })
    const fields = { identifier: 'new@example.com', password: 'correct horse' }
    expect((await createBrowser(emulator).signIn(fields)).body.response.status).toBe(expected)
  })
})

test('a ban ends every session, and the user cannot sign in', async () => {
  const emulator = createFrozen()
  const { client, signIn } = await createSignedIn(emulator)
  const id = emulator.users.get(jane.emailAddress)?.id
  await createBackend(emulator).post(`/users/${id}/ban`)
  expect((await client()).body.response?.sessions[0]?.status).toBe('revoked')
  const fields = { identifier: jane.emailAddress, password: jane.password }
  expect((await signIn(fields)).fault).toBe('user_banned')
})

test('a change shows at the clients of the user, which have another stamp', async () => {
  const emulator = createFrozen()
  const { client } = await createSignedIn(emulator)
  const before = (await client()).body.response?.updated_at ?? 0
  const id = emulator.users.get(jane.emailAddress)?.id
  await createBackend(emulator).patch(`/users/${id}`, { first_name: 'Grace' })
  const { response } = (await client()).body
  expect(response?.sessions[0]?.user.first_name).toBe('Grace')
  expect(response?.updated_at).toBeGreaterThan(before)
})

test('private metadata is for backends alone', async () => {
  const emulator = createFrozen()
  const { client } = await createSignedIn(emulator)
  const id = emulator.users.get(jane.emailAddress)?.id
  const { patch } = createBackend(emulator)
  const { body } = await patch(`/users/${id}/metadata`, { private_metadata: { margin: 'thin' } })
  expect(body.private_metadata).toEqual({ margin: 'thin' })
  expect((await client()).text).not.toContain('thin')
})

test('what a user may do is decided for each', async () => {
  const emulator = createFrozen()
  const { send } = await createSignedIn(emulator)
  const id = emulator.users.get(jane.emailAddress)?.id
  const { patch } = createBackend(emulator)
  await patch(`/users/${id}`, { create_organization_enabled: false, delete_self_enabled: false })
  expect((await send('POST', '/v1/organizations', { name: 'Acme' })).status).toBe(403)
  expect((await send('DELETE', '/v1/me')).fault).toBe('user_delete_self_not_enabled')
})
