import { describe, expect, it } from 'vitest'
import { modes, password, signInElsewhere } from '../support/account.ts'

describe.each(modes)('%s', (_, open) => {
  describe('the user', () => {
    it('is changed, here and at the server, and nothing else is', async () => {
      const { api, clientele, atServer, sessionId } = await open({ lastName: 'Lovelace' })
      const user = await api.update({ firstName: 'Ada', username: 'ada_l' })
      expect(user).toMatchObject({ fullName: 'Ada Lovelace', username: 'ada_l' })
      expect(clientele.user).toEqual(user)
      expect(clientele.session?.id).toBe(sessionId)
      expect(atServer()).toMatchObject({
        firstName: 'Ada',
        lastName: 'Lovelace',
        username: 'ada_l',
      })
    })

    it('has its metadata replaced, though the API merges', async () => {
      const before = { kept: 1, gone: true, deep: { kept: 'a', gone: 'b' }, list: [1, 2] }
      const { api, clientele, atServer } = await open({ unsafeMetadata: before })
      const next = { kept: 1, deep: { kept: 'a', fresh: 'c' }, list: [3], snake_case: { in_it: 1 } }
      const user = await api.update({ firstName: 'Ada', unsafeMetadata: next })
      expect(user).toMatchObject({ firstName: 'Ada' })
      expect(user.unsafeMetadata).toEqual(next)
      expect(atServer()?.unsafeMetadata).toEqual(next)
      expect(clientele.user?.unsafeMetadata).toEqual(next)
    })

    it('with the same metadata is not changed', async () => {
      const unsafeMetadata = { theme: 'dark', deep: { a: [1, { b: null }] } }
      const { api, atServer } = await open({ unsafeMetadata })
      const before = atServer()?.updatedAt
      await api.update({ unsafeMetadata })
      expect(atServer()?.updatedAt).toBe(before)
    })

    it('is read again', async () => {
      const { api, clientele, emulator, userId } = await open()
      emulator.users.update(userId, { firstName: 'Augusta' })
      expect(await api.reload()).toMatchObject({ firstName: 'Augusta' })
      expect(clientele.user?.firstName).toBe('Augusta')
    })

    it('is deleted with its sessions', async () => {
      const { api, clientele, atServer, userId } = await open(
        {},
        { settings: { deleteSelf: true } },
      )
      expect(await api.delete()).toMatchObject({ id: userId, deleted: true })
      expect(clientele.session).toBeNull()
      expect(clientele.client?.sessions.filter(({ status }) => status === 'active')).toEqual([])
      expect(atServer()).toBeUndefined()
    })

    it('is not deleted where the instance does not allow it, and stays signed in', async () => {
      const { api, clientele } = await open({}, { settings: { deleteSelf: false } })
      await expect(api.delete()).rejects.toMatchObject({ status: 403 })
      expect(clientele.user).not.toBeNull()
    })
  })

  describe('a password', () => {
    it('is changed, and other sessions end', async () => {
      const here = await open()
      const { api, clientele, sessionId } = here
      const { there } = await signInElsewhere(here)
      const newPassword = 'another horse battery staple'
      await api.updatePassword({
        currentPassword: password,
        newPassword,
        signOutOfOtherSessions: true,
      })
      expect(clientele.session?.id).toBe(sessionId)
      await there.client?.reload()
      expect(there.client?.signedInSessions).toEqual([])
      await expect(
        api.updatePassword({ currentPassword: password, newPassword }),
      ).rejects.toMatchObject({ errors: [{ meta: { paramName: 'current_password' } }] })
    })

    it('is removed', async () => {
      const { api, clientele, atServer } = await open({}, { settings: { password: 'on' } })
      expect(await api.removePassword({ currentPassword: password })).toMatchObject({
        passwordEnabled: false,
      })
      expect(clientele.user?.passwordEnabled).toBe(false)
      expect(atServer()).toMatchObject({ id: clientele.user?.id })
    })
  })
})
