import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane, joe } from './support/browser.ts'
import { png } from './support/image.ts'

interface OrganizationWire {
  readonly id: string
  readonly name: string
  readonly slug: string
  readonly image_url: string
  readonly has_image: boolean
  readonly role: string
  readonly status: string
  readonly data: { readonly id: string; readonly role: string }[]
  readonly total_count: number
}

/** Jane has an organization, and Joe is signed in elsewhere. */
const begin = async (settings = {}) => {
  const emulator = createFrozen({ settings })
  const admin = await createSignedIn(emulator, [jane])
  const other = await createSignedIn(emulator, [joe])
  const created = await admin.send<OrganizationWire>('POST', '/v1/organizations', { name: 'Acme' })
  const { id } = created.body.response
  const ask = (method: string, path: string, fields = {}) =>
    admin.send<OrganizationWire>(method, `/v1/organizations/${id}${path}`, fields)
  const askAsJoe = (method: string, path: string, fields = {}) =>
    other.send<OrganizationWire>(method, `/v1/organizations/${id}${path}`, fields)
  const idOf = ({ emailAddress }: { emailAddress: string }) =>
    emulator.users.get(emailAddress)?.id ?? ''
  const join = (role: string) => ask('POST', '/memberships', { user_id: idOf(joe), role })
  return { emulator, admin, other, id, ask, askAsJoe, idOf, join }
}

describe('who may do what', () => {
  test.each([
    ['PATCH', '', 'org:sys_profile:manage'],
    ['DELETE', '', 'org:sys_profile:delete'],
    ['PUT', '/logo', 'org:sys_profile:manage'],
    ['POST', '/memberships', 'org:sys_memberships:manage'],
    ['PATCH', '/memberships/user_1', 'org:sys_memberships:manage'],
    ['DELETE', '/memberships/user_1', 'org:sys_memberships:manage'],
    ['POST', '/invitations', 'org:sys_memberships:manage'],
    ['POST', '/invitations/bulk', 'org:sys_memberships:manage'],
    ['GET', '/invitations', 'org:sys_memberships:manage'],
    ['GET', '/membership_requests', 'org:sys_memberships:manage'],
    ['GET', '/domains', 'org:sys_domains:read'],
    ['POST', '/domains', 'org:sys_domains:manage'],
  ])('%s …%s needs %s', async (method, path, permission) => {
    const { ask, askAsJoe, join } = await begin()
    expect((await askAsJoe(method, path)).fault).toBe('organization_not_found_or_unauthorized')
    await join('org:member')
    const refused = await askAsJoe(method, path)
    expect([refused.status, refused.fault]).toEqual([403, 'missing_organization_permission'])
    expect(refused.body.errors[0]?.meta).toEqual({ permissions: [permission] })
    expect((await ask(method, path)).fault).not.toBe('missing_organization_permission')
  })

  test('a member reads the organization, its members and its roles', async () => {
    const { askAsJoe, join } = await begin({
      organizationRoles: { 'org:billing': ['org:invoices:read'] },
    })
    await join('org:member')
    expect((await askAsJoe('GET', '')).body.response.name).toBe('Acme')
    expect((await askAsJoe('GET', '/memberships?paginated=true')).body.response.total_count).toBe(2)
    expect((await askAsJoe('GET', '/roles')).body.response).toMatchObject({
      data: [
        { key: 'org:admin', is_creator_eligible: true },
        { key: 'org:member', name: 'Member' },
        { key: 'org:billing', permissions: [{ key: 'org:invoices:read', type: 'user' }] },
      ],
    })
  })

  test('permissions follow the role, that of the application too', async () => {
    const { ask, idOf, join, emulator, id } = await begin({
      organizationRoles: { 'org:billing': ['org:invoices:read'] },
    })
    await join('org:member')
    await ask('PATCH', `/memberships/${idOf(joe)}`, { role: 'org:billing' })
    expect(emulator.organizations.get(id)?.members[1]).toMatchObject({
      role: 'org:billing',
      permissions: ['org:invoices:read'],
    })
    const { fault } = await ask('PATCH', `/memberships/${idOf(joe)}`, { role: 'org:nobody' })
    expect(fault).toBe('form_param_value_invalid@role')
  })
})

describe('the last who manages the members', () => {
  test.each([
    ['leaves', 'DELETE', '/v1/me/organization_memberships/:org'],
    ['is removed', 'DELETE', '/v1/organizations/:org/memberships/:user'],
    ['becomes a member', 'PATCH', '/v1/organizations/:org/memberships/:user'],
  ])('never %s, and goes once there is another', async (_, method, path) => {
    const { admin, id, idOf, join } = await begin()
    const url = path.replace(':org', id).replace(':user', idOf(jane))
    const go = async () => {
      const fields = method === 'PATCH' ? { role: 'org:member' } : {}
      const { status, fault } = await admin.send(method, url, fields)
      return [status, fault]
    }
    expect(await go()).toEqual([400, 'organization_minimum_permissions_needed'])
    await join('org:admin')
    expect(await go()).toEqual([200, undefined])
  })
})

describe('members', () => {
  test('are found by a part of name, address or id, and by role, a page at a time', async () => {
    const { emulator, ask, id, idOf } = await begin({ maxMemberships: 0 })
    for (let index = 0; index < 12; index += 1) {
      const { id: userId } = emulator.users.create({
        emailAddress: `user${index}@example.com`,
        firstName: index === 3 ? 'Zoe' : null,
      })
      emulator.organizations.addMember(id, { userId })
    }
    const count = async (query: string) => {
      const { body } = await ask('GET', `/memberships?paginated=true&${query}`)
      return [body.response.data.length, body.response.total_count]
    }
    expect(await count('')).toEqual([10, 13])
    expect(await count('limit=5&offset=10')).toEqual([3, 13])
    expect(await count('query=ZOE')).toEqual([1, 1])
    expect(await count('query=user1')).toEqual([3, 3])
    expect(await count(`query=${idOf(jane)}`)).toEqual([1, 1])
    expect(await count('role=org:admin')).toEqual([1, 1])
    expect(await count('role=org:admin&role=org:member')).toEqual([10, 13])
  })

  test('there are no more of them, with who is invited, than the setting allows', async () => {
    const { ask, join, idOf } = await begin({ maxMemberships: 2 })
    const invite = (email_address: string) =>
      ask('POST', '/invitations', { email_address, role: 'org:member' })
    const { body } = await invite('new@example.com')
    expect((await join('org:member')).fault).toBe('organization_membership_quota_exceeded')
    await ask('POST', `/invitations/${body.response.id}/revoke`)
    expect((await join('org:member')).status).toBe(200)
    expect((await invite('new@example.com')).status).toBe(403)
    expect((await join('org:member')).fault).toBe('already_a_member_in_organization')
    const { fault } = await ask('POST', '/memberships', { user_id: idOf(joe), role: 'org:x' })
    expect(fault).toBe('form_param_value_invalid@role')
  })

  test('who is removed is in the personal account again, in every browser', async () => {
    const { ask, other, id, idOf, join } = await begin()
    await join('org:member')
    const { body } = await other.client()
    const sessionId = body.response?.sessions[0]?.id ?? ''
    await other.session('touch', sessionId, { active_organization_id: id })
    await ask('DELETE', `/memberships/${idOf(joe)}`)
    expect((await other.client()).body.response?.sessions[0]).toMatchObject({
      last_active_organization_id: null,
      user: { organization_memberships: [] },
    })
  })
})

describe('the profile', () => {
  test('is changed, with a slug that is free', async () => {
    const { admin, ask } = await begin()
    await admin.send('POST', '/v1/organizations', { name: 'Other' })
    expect((await ask('PATCH', '', { slug: 'other' })).fault).toBe('form_identifier_exists@slug')
    const { body } = await ask('PATCH', '', { name: 'Acme Ltd', slug: 'acme' })
    expect(body.response).toMatchObject({ name: 'Acme Ltd', slug: 'acme' })
    expect(body.client?.sessions[0]?.user).toMatchObject({
      organization_memberships: [{ organization: { name: 'Acme Ltd' } }, {}],
    })
  })

  test('has a logo that the emulator serves, and lets go of it', async () => {
    const { admin, emulator, ask, id } = await begin()
    const body = new FormData()
    body.append('file', new Blob([png]), 'logo.png')
    const path = `/v1/organizations/${id}/logo?_method=PUT`
    const response = await admin.agent.fetch(path, { method: 'POST', body })
    const put: { response: OrganizationWire } = await response.json()
    const { image_url, has_image } = put.response
    expect(has_image).toBe(true)
    const image = await emulator.fetch(image_url)
    expect(new Uint8Array(await image.arrayBuffer())).toEqual(png)
    expect((await ask('DELETE', '/logo')).status).toBe(200)
    expect((await emulator.fetch(image_url)).status).toBe(404)
    expect((await ask('GET', '')).body.response.has_image).toBe(false)
  })

  test('is deleted with everything that belongs to it', async () => {
    const { emulator, ask, idOf, id } = await begin()
    await ask('POST', '/invitations', { email_address: 'new@example.com', role: 'org:member' })
    await ask('POST', '/domains', { name: 'acme.test' })
    emulator.organizations.suggest(id, idOf(joe))
    const link = emulator.inbox.latest()?.link ?? ''
    expect((await ask('DELETE', '')).status).toBe(200)
    const { tables } = emulator.export()
    const left = [
      tables.organizations,
      tables.memberships,
      tables.organizationInvitations,
      tables.organizationSuggestions,
      tables.organizationDomains,
    ]
    expect(left.flat()).toEqual([])
    expect((await createBrowser(emulator).visit(link)).status).toBe(400)
  })
})
