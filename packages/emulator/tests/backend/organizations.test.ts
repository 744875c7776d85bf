import { describe, expect, test } from 'vitest'
import { createBackend } from '../support/backend.ts'
import { createBrowser, createFrozen, createSignedIn, jane, joe } from '../support/browser.ts'

test('what an invitation says of the membership is the membership’s when it is accepted', async () => {
  const emulator = createFrozen()
  const { send } = await createSignedIn(emulator, [jane])
  const { get, post } = createBackend(emulator)
  const { id } = emulator.organizations.create({ name: 'Acme' })
  const metadata = { public_metadata: { desk: 3 }, private_metadata: { margin: 'thin' } }
  const { body } = await post(`/organizations/${id}/invitations`, {
    email_address: jane.emailAddress,
    role: 'org:member',
    ...metadata,
  })
  await send('POST', `/v1/me/organization_invitations/${body.id}/accept`)
  const memberships = await get(`/organizations/${id}/memberships`)
  expect(memberships.body.data).toMatchObject([metadata])
})

test('an invitation that a backend takes back leaves a link that is of no use', async () => {
  const emulator = createFrozen()
  const { send } = await createSignedIn(emulator, [jane])
  const created = await send<{ id: string }>('POST', '/v1/organizations', { name: 'Acme' })
  const { id } = created.body.response
  const role = 'org:member'
  const fields = { email_address: joe.emailAddress, role }
  const invited = await send<{ id: string }>('POST', `/v1/organizations/${id}/invitations`, fields)
  const { post } = createBackend(emulator)
  await post(`/organizations/${id}/invitations/${invited.body.response.id}/revoke`, {})
  const link = emulator.inbox.latest({ to: joe.emailAddress })?.link ?? ''
  expect((await emulator.agent().fetch(link)).status).toBe(400)
})

describe('an invitation of a backend', () => {
  const invite = async (fields: object) => {
    const emulator = createFrozen()
    const { post } = createBackend(emulator)
    const { id } = emulator.organizations.create({ name: 'Acme' })
    const { status, body, fault } = await post(`/organizations/${id}/invitations`, {
      email_address: joe.emailAddress,
      role: 'org:member',
      ...fields,
    })
    return { emulator, status, body, fault, sent: emulator.inbox.latest({ to: joe.emailAddress }) }
  }

  test('is sent, and its link leads on to the page that it names', async () => {
    const { emulator, body, sent } = await invite({ redirect_url: 'https://app.test/join' })
    expect(sent).toMatchObject({ kind: 'organization_invitation', link: body.url })
    const { to } = await createBrowser(emulator).visit(sent?.link ?? '')
    expect(to?.href).toContain('https://app.test/join?__clerk_ticket=')
  })

  test('is not sent when the backend does so itself: the answer has the link', async () => {
    const { emulator, body, sent } = await invite({
      notify: false,
      redirect_url: 'https://app.test/join',
    })
    expect(sent).toBeUndefined()
    expect((await createBrowser(emulator).visit(body.url)).to?.host).toBe('app.test')
  })

  test('names no page that is none', async () => {
    const { status, fault } = await invite({ redirect_url: 'join' })
    expect([status, fault]).toEqual([422, 'form_param_format_invalid@redirect_url'])
  })
})

test.each([
  ['a member', '/memberships', (user_id: string) => ({ user_id })],
  ['an invitation', '/invitations', () => ({ email_address: 'kim@example.com' })],
  ['invitations', '/invitations/bulk', () => [{ email_address: 'kim@example.com' }]],
])('%s more than the organization may have is refused', async (_, path, bodyOf) => {
  const emulator = createFrozen({ settings: { maxMemberships: 0 } })
  const { post, patch } = createBackend(emulator)
  const { id: userId } = emulator.users.create(jane)
  const { id: joeId } = emulator.users.create(joe)
  const { id } = emulator.organizations.create({ name: 'Acme', members: [{ userId }] })
  const withRole = (body: object | object[]) =>
    Array.isArray(body)
      ? body.map(each => ({ role: 'org:member', ...each }))
      : { role: 'org:member', ...body }
  const ask = () => post(`/organizations/${id}${path}`, withRole(bodyOf(joeId)))
  await patch(`/organizations/${id}`, { max_allowed_memberships: 1 })
  const refused = await ask()
  expect([refused.status, refused.fault]).toEqual([403, 'organization_membership_quota_exceeded'])
  await patch(`/organizations/${id}`, { max_allowed_memberships: 2 })
  expect((await ask()).status).toBe(200)
})

test('an organization that only a backend may delete is not deleted by its administrator', async () => {
  const emulator = createFrozen()
  const { send } = await createSignedIn(emulator, [jane])
  const { patch } = createBackend(emulator)
  const created = await send<{ id: string }>('POST', '/v1/organizations', { name: 'Acme' })
  const path = `/organizations/${created.body.response.id}`
  await patch(path, { admin_delete_enabled: false })
  const refused = await send('DELETE', `/v1${path}`)
  expect([refused.status, refused.fault]).toEqual([403, 'organization_admin_delete_not_enabled'])
  await patch(path, { admin_delete_enabled: true })
  expect((await send('DELETE', `/v1${path}`)).status).toBe(200)
})

test('the limit of an organization goes before that of the instance for its members too', async () => {
  const emulator = createFrozen({ settings: { maxMemberships: 1 } })
  const { send } = await createSignedIn(emulator, [jane])
  const { patch } = createBackend(emulator)
  const created = await send<{ id: string }>('POST', '/v1/organizations', { name: 'Acme' })
  const path = `/organizations/${created.body.response.id}`
  const invite = () =>
    send('POST', `/v1${path}/invitations`, { email_address: joe.emailAddress, role: 'org:member' })
  expect((await invite()).fault).toBe('organization_membership_quota_exceeded')
  await patch(path, { max_allowed_memberships: 2 })
  expect((await invite()).status).toBe(200)
})
