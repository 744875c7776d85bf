import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane, joe, start } from './support/browser.ts'
import type { SessionWire } from './support/wire.ts'

const day = 24 * 3600 * 1000

describe('touch', () => {
  test('makes a session the last active one and answers session and client', async () => {
    const emulator = createFrozen()
    const { session, ids } = await createSignedIn(emulator, [jane, joe])
    emulator.clock.advance(5000)
    const { body } = await session('touch', ids[0] ?? '', {
      active_organization_id: '',
      intent: 'select_session',
    })
    expect(body.response).toMatchObject({
      id: ids[0],
      status: 'active',
      last_active_at: start + 5000,
    })
    expect(body.client?.last_active_session_id).toBe(ids[0])
    expect(body.client?.sessions.map(({ id }) => id)).toEqual(ids)
  })

  test.each([
    [{ intent: 'conquer' }, 422, 'form_param_value_invalid@intent'],
    [{ active_organization_id: 'org_1' }, 404, 'organization_not_found_or_unauthorized'],
    [{ colour: 'red' }, 422, 'form_param_unknown@colour'],
  ])('refuses %j', async (fields, status, fault) => {
    const { session, id } = await createSignedIn(createFrozen())
    const answer = await session('touch', id, fields as Record<string, string>)
    expect([answer.status, answer.fault]).toEqual([status, fault])
  })
})

describe('end and remove', () => {
  test.each([
    ['end', 'ended'],
    ['remove', 'removed'],
  ])(
    '%s takes the session off the client; the most recent other takes its place',
    async (verb, status) => {
      const emulator = createFrozen()
      const { session, client, send, ids } = await createSignedIn(emulator, [jane, joe])
      const [first = '', second = ''] = ids
      const { body } = await session(verb, second)
      expect(body.response).toMatchObject({ id: second, status, last_active_token: null })
      expect(body.client?.sessions.map(({ id }) => id)).toEqual([first])
      expect(body.client?.last_active_session_id).toBe(first)
      const again = await session(verb, second)
      expect([again.status, again.fault]).toEqual([404, 'resource_not_found'])
      expect((await send('GET', `/v1/client/sessions/${second}`)).status).toBe(404)
      expect((await session(verb, first)).body.client?.last_active_session_id).toBeNull()
      expect((await client()).body.response?.sessions).toEqual([])
    },
  )

  test('removing another session leaves the active one active', async () => {
    const { session, ids } = await createSignedIn(createFrozen(), [jane, joe])
    const { body } = await session('remove', ids[0] ?? '')
    expect(body.client?.last_active_session_id).toBe(ids[1])
  })

  test('the most recently touched one takes over, not the newest', async () => {
    const ann = { emailAddress: 'ann@example.com', password: 'rope of sand' }
    const { session, ids } = await createSignedIn(createFrozen(), [jane, joe, ann])
    await session('touch', ids[0] ?? '')
    await session('touch', ids[2] ?? '')
    expect((await session('remove', ids[2] ?? '')).body.client?.last_active_session_id).toBe(ids[0])
  })
})

describe('who may', () => {
  test('nobody acts on the session of another client', async () => {
    const emulator = createFrozen()
    const { id } = await createSignedIn(emulator)
    const other = await createSignedIn(emulator, [joe])
    for (const verb of ['touch', 'end', 'remove', 'tokens']) {
      expect((await other.session(verb, id)).fault).toBe('resource_not_found')
    }
    expect((await other.send('GET', `/v1/client/sessions/${id}`)).status).toBe(404)
    expect((await createBrowser(emulator).session('touch', id)).fault).toBe('signed_out')
  })

  test('GET answers a session beside its client', async () => {
    const { send, id } = await createSignedIn(createFrozen())
    const { body } = await send<SessionWire>('GET', `/v1/client/sessions/${id}`)
    expect(body.response.id).toBe(id)
    expect(body.client?.sessions).toEqual([body.response])
  })
})

describe('from outside', () => {
  test.each(['revoke', 'expire'] as const)('%s signs the session out and shows why', async verb => {
    const emulator = createFrozen()
    const { client, session, id } = await createSignedIn(emulator)
    emulator.sessions[verb](id)
    const { body } = await client()
    expect(body.response?.sessions).toMatchObject([
      { id, status: verb === 'revoke' ? 'revoked' : 'expired' },
    ])
    expect(body.response?.last_active_session_id).toBeNull()
    expect((await session('tokens', id)).fault).toBe('signed_out')
    expect((await session('touch', id)).status).toBe(401)
  })

  test('the next sign-in clears what others closed', async () => {
    const emulator = createFrozen()
    const { client, signIn, id } = await createSignedIn(emulator)
    emulator.sessions.revoke(id)
    await signIn({ identifier: jane.emailAddress, password: jane.password })
    expect((await client()).body.response?.sessions.map(({ status }) => status)).toEqual(['active'])
  })

  test('an id that does not exist is an error that says where to find one', () => {
    expect(() => createFrozen().sessions.revoke('sess_x')).toThrow(/sess_x.*list\(\)/)
  })

  test('a task makes a session pending, and its end active again', async () => {
    const emulator = createFrozen()
    const { client, session, id } = await createSignedIn(emulator)
    emulator.sessions.assignTasks(id, ['choose-organization'])
    const { response } = (await client()).body
    expect(response?.sessions[0]).toMatchObject({
      status: 'pending',
      tasks: [{ key: 'choose-organization' }],
    })
    expect(response?.last_active_session_id).toBe(id)
    expect((await session('touch', id)).body.response.status).toBe('pending')
    emulator.sessions.assignTasks(id, [])
    expect((await client()).body.response?.sessions[0]).toMatchObject({
      status: 'active',
      tasks: null,
    })
  })
})

describe('time', () => {
  test('a session expires after seven days and not a moment before', async () => {
    const emulator = createFrozen()
    const { client, id } = await createSignedIn(emulator)
    emulator.clock.advance(7 * day - 1)
    expect((await client()).body.response?.sessions[0]?.status).toBe('active')
    emulator.clock.advance(1)
    const { response } = (await client()).body
    expect(response?.sessions).toMatchObject([{ id, status: 'expired', last_active_token: null }])
    expect(response?.last_active_session_id).toBeNull()
  })

  test('a session that nobody uses is abandoned; use prolongs it', async () => {
    const emulator = createFrozen({ settings: { sessionLifetime: 90 * day } })
    const { client, session, id } = await createSignedIn(emulator)
    emulator.clock.advance(29 * day)
    await session('touch', id)
    emulator.clock.advance(29 * day)
    expect((await client()).body.response?.sessions[0]?.status).toBe('active')
    emulator.clock.advance(day)
    expect((await client()).body.response?.sessions[0]?.status).toBe('abandoned')
  })
})

test('GET /v1/me answers the user of the named session, or of the last active one', async () => {
  const { send, ids } = await createSignedIn(createFrozen(), [jane, joe])
  const email = async (query: string) => {
    const { body } = await send<{ email_addresses: { email_address: string }[] }>(
      'GET',
      `/v1/me${query}`,
    )
    return body.response.email_addresses[0]?.email_address
  }
  expect(await email('')).toBe(joe.emailAddress)
  expect(await email(`?_clerk_session_id=${ids[0]}`)).toBe(jane.emailAddress)
  expect((await send('GET', '/v1/me?_clerk_session_id=sess_x')).fault).toBe('signed_out')
})
