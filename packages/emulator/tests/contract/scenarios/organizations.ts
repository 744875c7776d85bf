import { createBrowser, createSignedIn, jane, joe } from '../../support/browser.ts'
import type { Scenario } from '../recorder.ts'

/** Organizations, as far as a session chooses one. */
export const organizationScenarios: readonly Scenario[] = [
  {
    name: 'a member chooses an organization and leaves it',
    run: async start => {
      const emulator = start()
      const { id: userId } = emulator.users.create(jane)
      const { session, send, id } = await createSignedIn(emulator)
      const acme = emulator.organizations.create({
        name: 'Acme Ltd',
        members: [{ userId, role: 'org:billing' }],
      })
      const other = emulator.organizations.create({
        name: 'Other',
        publicMetadata: { plan: 'pro' },
      })
      await session('touch', id, { active_organization_id: acme.id, intent: 'select_org' })
      await session('touch', id, { active_organization_id: other.id })
      await session('tokens', id, { organization_id: other.id })
      await session('tokens', id, { organization_id: acme.slug })
      await send('GET', '/v1/environment')
      await send('GET', '/v1/me/organization_memberships')
      await send('GET', '/v1/me/organization_memberships?paginated=true&limit=1&offset=1')
      await send('GET', '/v1/me/organization_memberships?limit=0')
      await send('DELETE', `/v1/me/organization_memberships/${other.id}`)
      await send('DELETE', `/v1/me/organization_memberships/${acme.id}`)
    },
  },
  {
    name: 'an organization has to be chosen',
    run: async start => {
      const emulator = start({ settings: { forceOrganizationSelection: true } })
      const { id: userId } = emulator.users.create(joe)
      emulator.organizations.create({ name: 'Acme Ltd', members: [{ userId }] })
      const { session, client, id } = await createSignedIn(emulator, [joe])
      await client()
      await session('touch', id, { active_organization_id: '' })
      await session('touch', id, { active_organization_id: 'acme-ltd' })
    },
  },
  {
    name: 'an organization is created, joined and suggested',
    run: async start => {
      const emulator = start()
      const { id: userId } = emulator.users.create(jane)
      const acme = emulator.organizations.create({ name: 'Acme Ltd' })
      const { send } = await createSignedIn(emulator)
      const { emailAddress } = jane
      const invitation = emulator.organizations.invite(acme.id, { emailAddress })
      const suggestion = emulator.organizations.suggest(acme.id, userId)
      await send('GET', '/v1/me/organization_invitations?status=pending')
      await send('GET', '/v1/me/organization_invitations?status=nonsense')
      await send('GET', '/v1/me/organization_suggestions')
      await send('GET', '/v1/me/organization_suggestions?limit=0')
      const accept = (path: string) => send('POST', `/v1/me/organization_${path}/accept`)
      for (const path of [
        `suggestions/${suggestion.id}`,
        `suggestions/${suggestion.id}`,
        'suggestions/orgsug_1',
        `invitations/${invitation.id}`,
        `invitations/${invitation.id}`,
        'invitations/orginv_1',
      ])
        await accept(path)
      await send('POST', '/v1/organizations', { name: 'Mine' })
      await send('POST', '/v1/organizations', { name: 'Yours', slug: 'mine' })
      await send('POST', '/v1/organizations')
      emulator.settings.patch({ createOrganizations: false })
      await send('POST', '/v1/organizations', { name: 'Ours' })
    },
  },
  {
    name: 'a stranger asks for memberships',
    run: async start => {
      const { send } = createBrowser(start())
      await send('GET', '/v1/me/organization_memberships')
      await send('DELETE', '/v1/me/organization_memberships/org_1')
      await send('POST', '/v1/organizations', { name: 'Mine' })
      for (const offers of ['organization_invitations', 'organization_suggestions']) {
        await send('GET', `/v1/me/${offers}`)
        await send('POST', `/v1/me/${offers}/x/accept`)
      }
    },
  },
]
