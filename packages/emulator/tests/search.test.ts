import { createEmulator } from '@clientele/emulator'
import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane } from './support/browser.ts'
import { createRemote } from './support/control.ts'

const people = [
  { id: 'user_ada', emailAddress: 'ada@example.com', firstName: 'Ada', lastName: 'Lovelace' },
  { id: 'user_kurt', emailAddress: 'kurt@example.org', username: 'logic', banned: true },
  { id: 'user_grace', phoneNumber: '+12015550123', locked: true },
]

const withPeople = () => {
  const emulator = createFrozen()
  for (const person of people) emulator.users.create(person)
  return { emulator, remote: createRemote(emulator) }
}

describe('users are found', () => {
  test.each([
    [{ query: 'LOVELACE' }, ['user_ada']],
    [{ query: 'ada love' }, ['user_ada']],
    [{ query: 'example.' }, ['user_ada', 'user_kurt']],
    [{ query: 'logic' }, ['user_kurt']],
    [{ query: '5550123' }, ['user_grace']],
    [{ query: 'nobody' }, []],
    [{ status: 'banned' }, ['user_kurt']],
    [{ status: 'locked' }, ['user_grace']],
    [{ status: 'active', query: 'user_' }, ['user_ada']],
  ] as const)('by %j', async (filter, ids) => {
    const { emulator, remote } = withPeople()
    expect(emulator.users.list(filter).map(({ id }) => id)).toEqual(ids)
    expect(emulator.users.count(filter)).toBe(ids.length)
    const { body, headers } = await remote('GET', `/users?${new URLSearchParams(filter)}&limit=1`)
    expect(body.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 1))
    expect(headers.get('x-total-count')).toBe(String(ids.length))
  })

  test('page by page, in either order', () => {
    const { users } = withPeople().emulator
    const idsOf = (options: Parameters<typeof users.list>[0]) =>
      users.list(options).map(({ id }) => id)
    expect(idsOf({ limit: 2 })).toEqual(['user_ada', 'user_kurt'])
    expect(idsOf({ limit: 2, offset: 2 })).toEqual(['user_grace'])
    expect(idsOf({ limit: 1, offset: 1, newestFirst: true })).toEqual(['user_kurt'])
    expect(idsOf({ limit: 0 })).toEqual([])
  })

  test.each([['limit=-1'], ['offset=x'], ['status=asleep']])('%s is refused', async query => {
    expect((await withPeople().remote('GET', `/users?${query}`)).status).toBe(422)
  })
})

test('a banned user is signed out everywhere, a locked one is not, and both may come back', async () => {
  const emulator = createFrozen()
  const remote = createRemote(emulator)
  await createSignedIn(emulator)
  const [user] = emulator.users.list()
  const statuses = () => emulator.sessions.list({ userId: user?.id }).map(({ status }) => status)
  const act = async (verb: string) => (await remote('POST', `/users/${user?.id}/${verb}`)).body
  expect((await act('lock')).lockedUntil).toBeGreaterThan(emulator.clock.now())
  expect(statuses()).toEqual(['active'])
  expect(await act('ban')).toMatchObject({ banned: true })
  expect(statuses()).toEqual(['revoked'])
  const refused = await createBrowser(emulator).signIn({ identifier: jane.emailAddress })
  expect(refused.body.errors?.[0]?.code).toBe('user_banned')
  expect(await act('unban')).toMatchObject({ banned: false })
  expect(await act('unlock')).toMatchObject({ lockedUntil: null })
  expect(emulator.users.list({ status: 'active' })).toHaveLength(1)
})

test('a session shows its token, while it is signed in', async () => {
  const emulator = createFrozen()
  const remote = createRemote(emulator)
  const { ids } = await createSignedIn(emulator)
  const { body } = await remote('GET', `/sessions/${ids[0]}/token`)
  expect(JSON.parse(atob(body.jwt.split('.')[1]))).toMatchObject({ sid: ids[0] })
  emulator.sessions.revoke(String(ids[0]))
  expect((await remote('GET', `/sessions/${ids[0]}/token`)).status).toBe(422)
  expect(emulator.sessions.list({ userId: 'user_nobody' })).toEqual([])
})

test('organizations are made, found, joined, left and deleted', async () => {
  const { emulator, remote } = withPeople()
  const { body: acme } = await remote('POST', '/organizations', { name: 'Acme Inc' })
  await remote('POST', '/organizations', { name: 'Globex' })
  const joined = await remote('POST', `/organizations/${acme.slug}/members`, { userId: 'user_ada' })
  expect(joined).toMatchObject({ status: 201, body: { members: [{ userId: 'user_ada' }] } })
  const invited = await remote('POST', `/organizations/${acme.id}/invitations`, {
    emailAddress: 'new@example.com',
  })
  expect(invited).toMatchObject({ status: 201, body: { status: 'pending' } })
  const found = await remote('GET', '/organizations?query=ACME')
  expect(found.body).toMatchObject([{ id: acme.id }])
  expect(found.headers.get('x-total-count')).toBe('1')
  expect(emulator.organizations.list({ userId: 'user_ada' })).toHaveLength(1)
  expect(emulator.organizations.count({ userId: 'user_kurt' })).toBe(0)
  const left = await remote('DELETE', `/organizations/${acme.id}/members/user_ada`)
  expect(left.body.members).toEqual([])
  expect((await remote('DELETE', `/organizations/${acme.id}`)).status).toBe(204)
  expect((await remote('GET', `/organizations/${acme.id}`)).status).toBe(404)
})

describe('requests', () => {
  test('tell what was answered and who asked, without a secret', async () => {
    const emulator = createFrozen()
    const remote = createRemote(emulator)
    const { client, session, ids } = await createSignedIn(emulator)
    await client()
    await session('tokens', String(ids[0]))
    const [user] = emulator.users.list()
    const all = emulator.requests
    const token = all.at(-1)
    expect(token).toMatchObject({ id: all.length, userId: user?.id })
    expect(token?.response).toContain('"jwt":"***"')
    expect(all.find(({ path }) => path === '/v1/client')?.response).toContain(user?.id)
    expect(JSON.stringify(all)).not.toMatch(/eyJ[\w-]+\./)
    const listed = await remote('GET', `/requests?brief=true&userId=${user?.id}&query=POST`)
    expect(listed.body.at(-1)).toMatchObject({ id: token?.id, method: 'POST' })
    expect(listed.body.at(-1)).not.toHaveProperty('response')
    const named = await remote('GET', `/requests?userId=${encodeURIComponent(jane.emailAddress)}`)
    expect(named.body).toHaveLength(all.filter(({ userId }) => userId === user?.id).length)
    expect((await remote('GET', `/requests/${token?.id}`)).body).toEqual(token)
    expect((await remote('GET', '/requests/0')).status).toBe(404)
  })

  test('keep the names of errors, and are found by a status or a higher one', async () => {
    const emulator = createFrozen()
    const remote = createRemote(emulator)
    await emulator.fetch('/v1/environment')
    await createBrowser(emulator).signIn({ identifier: 'nobody@example.com' })
    const { body } = await remote('GET', '/requests?minStatus=400')
    expect(body).toMatchObject([{ status: 422, code: 'form_identifier_not_found' }])
    expect(body[0].response).toContain('"code":"form_identifier_not_found"')
    expect((await remote('GET', '/requests?wrong=1')).status).toBe(422)
  })

  test('count from one again after a reset', async () => {
    const emulator = createFrozen()
    await emulator.fetch('/v1/environment')
    emulator.reset()
    await emulator.fetch('/v1/environment')
    expect(emulator.requests.map(({ id }) => id)).toEqual([1])
  })
})

test('restoring goes back to the seed that it began with, or to nothing', async () => {
  const emulator = createEmulator()
  emulator.setInitial({ users: [{ emailAddress: 'ada@example.com' }] })
  expect(emulator.users.list()).toEqual([])
  emulator.restore()
  emulator.users.create({ emailAddress: 'kurt@example.com' })
  emulator.settings.patch({ limits: 'production' })
  expect((await createRemote(emulator)('POST', '/restore')).status).toBe(204)
  expect(emulator.users.list()).toMatchObject([{ emailAddress: 'ada@example.com' }])
  expect(emulator.settings.read().limits).toBe('development')
  const empty = createEmulator()
  empty.users.create()
  empty.restore()
  expect(empty.users.list()).toEqual([])
  // @ts-expect-error: no such field
  expect(() => empty.setInitial({ people: [] })).toThrow(/people/)
})
