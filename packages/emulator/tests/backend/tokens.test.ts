import { describe, expect, test } from 'vitest'
import { createBackend } from '../support/backend.ts'
import { createBrowser, createFrozen, createSignedIn, jane } from '../support/browser.ts'

const claimsOf = (jwt: string) => JSON.parse(atob(jwt.split('.')[1] ?? ''))

describe('actor tokens', () => {
  const setStage = async () => {
    const emulator = createFrozen()
    const { id: user_id } = emulator.users.create({ ...jane, totpSecret: 'JBSWY3DPEHPK3PXP' })
    const actor = { sub: 'user_admin' }
    const { body } = await createBackend(emulator).post('/actor_tokens', { user_id, actor })
    const { signIn, session, client } = createBrowser(emulator)
    const answer = await signIn({ strategy: 'ticket', ticket: body.token })
    return { emulator, actor, user_id, answer, session, client }
  }

  test('sign in without the second factor; session and tokens say who acts', async () => {
    const { actor, user_id, answer, session, client } = await setStage()
    expect(answer.body.response.status).toBe('complete')
    const [own] = (await client()).body.response?.sessions ?? []
    expect(own).toMatchObject({ actor, user: { id: user_id } })
    const { body } = await session('tokens', own?.id ?? '')
    expect(claimsOf(body.jwt)).toMatchObject({ sub: user_id, act: actor })
  })

  test('the session lasts for half an hour', async () => {
    const { emulator, client } = await setStage()
    emulator.clock.advance(30 * 60_000)
    expect((await client()).body.response?.sessions[0]?.status).toBe('expired')
  })
})

test('a sign-in token works once, and not after its time', async () => {
  const emulator = createFrozen()
  const { id: user_id } = emulator.users.create(jane)
  const { post } = createBackend(emulator)
  const { body: one } = await post('/sign_in_tokens', { user_id, expires_in_seconds: 60 })
  const { body: two } = await post('/sign_in_tokens', { user_id, expires_in_seconds: 60 })
  const signIn = (ticket: string) => createBrowser(emulator).signIn({ strategy: 'ticket', ticket })
  expect((await signIn(one.token)).body.response.status).toBe('complete')
  expect((await signIn(one.token)).fault).toBe('sign_in_token_already_used_code')
  emulator.clock.advance(60_000)
  expect((await signIn(two.token)).fault).toBe('ticket_expired_code')
})

test('tokens of a session live as long as is asked', async () => {
  const { post, emulator, id } = await (async () => {
    const made = createFrozen()
    const { id: session } = await createSignedIn(made)
    return { emulator: made, id: session, ...createBackend(made) }
  })()
  const { body } = await post(`/sessions/${id}/tokens`, { expires_in_seconds: 600 })
  const { exp, iat } = claimsOf(body.jwt)
  expect(exp - iat).toBe(600)
  await post('/jwt_templates', { name: 'long', claims: { who: '{{user.id}}' }, lifetime: 300 })
  const { body: other } = await post(`/sessions/${id}/tokens/long`)
  const claims = claimsOf(other.jwt)
  expect([claims.exp - claims.iat, claims.who]).toEqual([300, emulator.users.list()[0]?.id])
})

test('a template that a backend made is there for browsers too', async () => {
  const emulator = createFrozen()
  const { send, id } = await createSignedIn(emulator)
  await createBackend(emulator).post('/jwt_templates', { name: 'hasura', claims: { a: 1 } })
  const { body } = await send('POST', `/v1/client/sessions/${id}/tokens/hasura`)
  expect(claimsOf(body.jwt).a).toBe(1)
})

test('an invitation arrives, and its link leads to a sign-up with what was given', async () => {
  const emulator = createFrozen()
  await createBackend(emulator).post('/invitations', {
    email_address: 'new@example.com',
    public_metadata: { plan: 'pro' },
    redirect_url: 'https://app.test/welcome',
  })
  const { visit, signUp } = createBrowser(emulator)
  const { to } = await visit(emulator.inbox.latest({ to: 'new@example.com' })?.link ?? '')
  const ticket = to?.searchParams.get('__clerk_ticket') ?? ''
  const fields = { strategy: 'ticket', ticket, password: 'correct horse' }
  expect((await signUp(fields)).body.response.status).toBe('complete')
  expect(emulator.users.get('new@example.com')?.publicMetadata).toEqual({ plan: 'pro' })
  const { body } = await createBackend(emulator).get('/invitations?status=accepted')
  expect(body).toHaveLength(1)
})

test.each([
  ['the application', () => '/invitations/bulk'],
  ['an organization', (id: string) => `/organizations/${id}/invitations/bulk`],
])('nobody is invited twice by one request: %s', async (_, pathOf) => {
  const emulator = createFrozen()
  const { post } = createBackend(emulator)
  const { id } = emulator.organizations.create({ name: 'Acme' })
  const isOfOrganization = pathOf('').includes('organizations')
  const one = { ...(isOfOrganization ? { role: 'org:member' } : {}) }
  const { status } = await post(pathOf(id), [
    { ...one, email_address: 'kim@example.com' },
    { ...one, email_address: 'Kim@example.com' },
  ])
  expect([status, emulator.inbox.messages()]).toEqual([400, []])
})

describe('lists of identifiers', () => {
  test.each([
    ['allowlist', '*@example.com', 'new@example.com', 200],
    ['allowlist', '*@example.com', 'new@other.test', 403],
    ['blocklist', '*@example.com', 'new@example.com', 403],
    ['blocklist', 'old@example.com', 'new@example.com', 200],
  ])('the %s with %s: %s is answered %i', async (list, identifier, address, status) => {
    const emulator = createFrozen()
    const { post, patch } = createBackend(emulator)
    await post(`/${list}_identifiers`, { identifier })
    const signUp = () => createBrowser(emulator).signUp({ email_address: address })
    expect((await signUp()).status).toBe(200) // nothing is looked up until it is asked for
    await patch('/instance/restrictions', { [list]: true })
    expect((await signUp()).status).toBe(status)
  })

  test('addresses with a + may be refused', async () => {
    const emulator = createFrozen()
    await createBackend(emulator).patch('/instance/restrictions', {
      block_email_subaddresses: true,
    })
    const { fault } = await createBrowser(emulator).signUp({ email_address: 'a+b@example.com' })
    expect(fault).toBe('not_allowed_access')
  })
})
