import { createBackend } from '../../../support/backend.ts'
import type { Scenario } from '../../recorder.ts'

/** Organizations, memberships and invitations to them. */
export const organizationScenarios: readonly Scenario[] = [
  {
    name: 'organizations are created, changed and deleted',
    run: async start => {
      const emulator = start()
      const { id: created_by } = emulator.users.create({ emailAddress: 'ada@example.com' })
      const { get, post, patch, put, delete: remove } = createBackend(emulator)
      const { body: acme } = await post('/organizations', {
        name: 'Acme Ltd',
        created_by,
        slug: 'acme',
        private_metadata: { vat: 'x' },
      })
      await post('/organizations', { name: 'Acme Ltd', slug: 'acme' })
      await post('/organizations', { name: 'Acme Ltd', created_by: 'user_1' })
      await post('/organizations', {})
      await get(`/organizations?user_id=${created_by}&include_members_count=true&query=ACME`)
      await get('/organizations?order_by=nonsense')
      await get('/organizations/acme?include_members_count=true')
      await get('/organizations/org_1')
      await patch(`/organizations/${acme.id}`, { name: 'Acme', max_allowed_memberships: 10 })
      await patch(`/organizations/${acme.id}`, { slug: 'Not A Slug' })
      await patch(`/organizations/${acme.id}/metadata`, { public_metadata: { plan: 'pro' } })
      await put(`/organizations/${acme.id}/metadata`, { private_metadata: {} })
      await patch('/organizations/org_1/metadata', {})
      await remove(`/organizations/${acme.id}`)
      await remove(`/organizations/${acme.id}`)
    },
  },
  {
    name: 'memberships',
    run: async start => {
      const emulator = start()
      const { id: user_id } = emulator.users.create({ emailAddress: 'ada@example.com' })
      const { id } = emulator.organizations.create({ name: 'Acme' })
      const { get, post, patch, delete: remove } = createBackend(emulator)
      const path = `/organizations/${id}/memberships`
      await post(path, { user_id, role: 'org:admin', public_metadata: { desk: 1 } })
      await post(path, { user_id, role: 'org:admin' })
      await post(path, { user_id: 'user_1', role: 'org:admin' })
      await post(path, { user_id, role: 'nonsense' })
      await get(`${path}?role=org:admin&query=ada&order_by=-created_at`)
      await get(`${path}?created_at_after=nonsense`)
      await get('/organization_memberships')
      await get(`/users/${user_id}/organization_memberships`)
      await patch(`${path}/${user_id}`, { role: 'org:member' })
      await patch(`${path}/user_1`, { role: 'org:member' })
      await patch(`${path}/${user_id}/metadata`, { private_metadata: { salary: 1 } })
      await patch(`${path}/user_1/metadata`, {})
      await remove(`${path}/${user_id}`)
      await remove(`${path}/${user_id}`)
    },
  },
  {
    name: 'invitations to organizations',
    run: async start => {
      const emulator = start()
      const { id: inviter } = emulator.users.create({ emailAddress: 'ada@example.com' })
      const { id: member } = emulator.users.create({ emailAddress: 'bob@example.com' })
      const { id } = emulator.organizations.create({ name: 'Acme', members: [{ userId: inviter }] })
      const { get, post } = createBackend(emulator)
      const path = `/organizations/${id}/invitations`
      const bob = { email_address: 'bob@example.com', role: 'org:member' }
      const { body } = await post(path, { ...bob, inviter_user_id: inviter, expires_in_days: 3 })
      await post(path, bob)
      await post(path, { ...bob, email_address: 'ada@example.com' })
      await post(path, {})
      await post(`${path}/bulk`, [
        { email_address: 'carl@example.com', role: 'org:member' },
        { email_address: 'dora@example.com', role: 'org:admin' },
      ])
      await post(`${path}/bulk`, [])
      await get(`${path}?status=pending&email_address=bob@example.com`)
      await get(`${path}?status=nonsense`)
      await get(`${path}/pending`)
      await get(`${path}/${body.id}`)
      await get(`${path}/orginv_1`)
      await get('/organization_invitations?query=bob')
      await get(`/users/${member}/organization_invitations?status=pending`)
      await post(`${path}/${body.id}/revoke`, { requesting_user_id: inviter })
      await post(`${path}/${body.id}/revoke`)
      await post(`${path}/orginv_1/revoke`)
    },
  },
]
