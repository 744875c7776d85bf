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
      const members = [{ userId, role: 'org:admin' }]
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
  })
})
