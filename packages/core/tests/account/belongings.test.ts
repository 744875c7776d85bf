import { account } from '@clientele/core/account'
import { describe, expect, it } from 'vitest'
import { emailAddress, modes, password, signInElsewhere } from '../support/account.ts'

describe.each(modes)('%s', (_, open) => {
  describe('sessions', () => {
    it('of all devices are listed, and one is revoked', async () => {
      const here = await open()
      const { there, id } = await signInElsewhere(here)
      const sessions = await here.api.getSessions()
      expect(sessions.map(each => each.id).sort()).toEqual([here.sessionId, id].sort())
      expect(sessions[0]?.lastActiveAt).toBeInstanceOf(Date)
      expect(sessions[0]?.latestActivity).toMatchObject({ isMobile: false })
      expect(await here.api.revokeSession(id)).toMatchObject({ id, status: 'revoked' })
      expect(here.clientele.session?.id).toBe(here.sessionId)
      await there.client?.reload()
      expect(there.client?.signedInSessions).toEqual([])
      expect(await here.api.getSessions()).toHaveLength(1)
    })

    it('lists of them that fail leave what is known', async () => {
      const { api, clientele, emulator } = await open()
      emulator.faults.add({ kind: 'status', status: 500, path: '/v1/me/sessions/active' })
      await expect(api.getSessions()).rejects.toMatchObject({ status: 500 })
      expect(clientele.status).toBe('degraded')
      expect(clientele.user).not.toBeNull()
    })

    it('that is named changes its own user, whoever is active', async () => {
      const { clientele, emulator, sessionId, signIn, atServer } = await open()
      emulator.users.create({ emailAddress: 'bob@example.com', password })
      const second = await signIn('bob@example.com')
      const user = await clientele.use(account({ sessionId })).update({ firstName: 'Ada' })
      expect(user.primaryEmailAddress?.emailAddress).toBe(emailAddress)
      expect(atServer()?.firstName).toBe('Ada')
      expect(clientele.session?.id).toBe(second)
      expect(clientele.user?.firstName).toBeNull()
    })
  })

  describe('organizations', () => {
    it('are listed by page, and left', async () => {
      const { api, clientele, emulator, userId } = await open()
      const members = [{ userId }]
      const [first] = ['One', 'Two', 'Three'].map(name =>
        emulator.organizations.create({ name, members }),
      )
      await clientele.client?.reload()
      const page = await api.getOrganizationMemberships({ page: 2, pageSize: 2 })
      expect(page).toMatchObject({ totalCount: 3, data: [{ organization: { name: 'Three' } }] })
      expect(page.data[0]?.organization.createdAt).toBeInstanceOf(Date)
      expect((await api.getOrganizationMemberships()).data).toHaveLength(3)
      await api.leaveOrganization(first?.id ?? '')
      expect(clientele.user?.organizationMemberships).toHaveLength(2)
      expect(emulator.organizations.get(first?.id ?? '')?.members).toEqual([])
    })

    it('invite, and whoever accepts is a member', async () => {
      const { api, clientele, emulator } = await open()
      const { id } = emulator.organizations.create({ name: 'One' })
      const invite = () => emulator.organizations.invite(id, { emailAddress })
      const invitation = invite()
      emulator.organizations.revokeInvitation(invite().id)
      const { data, totalCount } = await api.getOrganizationInvitations({ status: 'pending' })
      expect(data).toMatchObject([{ id: invitation.id, publicOrganizationData: { name: 'One' } }])
      expect([totalCount, data[0]?.createdAt]).toEqual([1, expect.any(Date)])
      const accepted = await api.acceptInvitation(invitation.id)
      expect(accepted).toMatchObject({ status: 'accepted', role: 'org:member' })
      expect(clientele.user?.organizationMemberships).toMatchObject([{ organization: { id } }])
      await expect(api.acceptInvitation(invitation.id)).rejects.toMatchObject({ status: 422 })
    })

    it('are suggested by page, and asked to let the user in', async () => {
      const { api, emulator, userId } = await open()
      const offers = ['One', 'Two', 'Three'].map(name =>
        emulator.organizations.suggest(emulator.organizations.create({ name }).id, userId),
      )
      const page = await api.getOrganizationSuggestions({ page: 2, pageSize: 2 })
      expect(page).toMatchObject({
        totalCount: 3,
        data: [{ id: offers[0]?.id, publicOrganizationData: { name: 'One' } }],
      })
      expect(await api.acceptSuggestion(offers[0]?.id ?? '')).toMatchObject({ status: 'accepted' })
    })

    it('are created, with the creator as administrator, chosen, and left', async () => {
      const { api, clientele, emulator } = await open()
      const { id, slug, createdAt } = await api.createOrganization({ name: 'One', slug: 'first' })
      expect([slug, createdAt]).toEqual(['first', expect.any(Date)])
      expect(clientele.user?.organizationMemberships).toMatchObject([
        { role: 'org:admin', organization: { id } },
      ])
      await clientele.setActive({ organization: 'first' })
      expect(clientele.organization).toMatchObject({ id, name: 'One' })
      await expect(api.leaveOrganization(id)).rejects.toMatchObject({ status: 400 })
      emulator.organizations.addMember(id, {
        userId: emulator.users.create({}).id,
        role: 'org:admin',
      })
      await api.leaveOrganization(id)
      expect(clientele.organization).toBeNull()
      await expect(api.createOrganization({ name: 'Two', slug: 'first' })).rejects.toMatchObject({
        errors: [{ meta: { paramName: 'slug' } }],
      })
    })
  })
})
