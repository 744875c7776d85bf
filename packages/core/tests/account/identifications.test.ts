import { describe, expect, it } from 'vitest'
import { modes } from '../support/account.ts'

const verified = { verification: { status: 'verified' } }

describe.each(modes)('%s', (_, open) => {
  describe('an e-mail address', () => {
    it('is added, verified, made the primary one and deleted', async () => {
      const { api, clientele, atServer, code } = await open()
      const added = await api.createEmailAddress({ email: 'second@example.com' })
      expect(added).toMatchObject({ emailAddress: 'second@example.com' })
      const { id } = added
      const prepared = await api.prepareEmailAddressVerification(id, { strategy: 'email_code' })
      expect(prepared.verification).toMatchObject({ status: 'unverified', strategy: 'email_code' })
      expect(prepared.verification.expireAt).toBeInstanceOf(Date)
      expect(clientele.user?.emailAddresses).toContainEqual(prepared)
      expect(await api.attemptEmailAddressVerification(id, { code: code() })).toMatchObject(
        verified,
      )
      expect(await api.update({ primaryEmailAddressId: id })).toMatchObject({
        primaryEmailAddress: { id, ...verified },
      })
      const [first] = clientele.user?.emailAddresses ?? []
      expect(await api.deleteEmailAddress(first?.id ?? '')).toMatchObject({ deleted: true })
      expect(clientele.user?.emailAddresses.map(each => each.id)).toEqual([id])
      expect(atServer()?.emailAddresses.map(each => each.id)).toEqual([id])
    })

    it('that is wrong, or a code that is, is refused at its field', async () => {
      const { api, clientele } = await open()
      await expect(api.createEmailAddress({ email: 'none' })).rejects.toMatchObject({
        errors: [{ meta: { paramName: 'email_address' } }],
      })
      const { id } = await api.createEmailAddress({ email: 'second@example.com' })
      await api.prepareEmailAddressVerification(id, { strategy: 'email_code' })
      await expect(
        api.attemptEmailAddressVerification(id, { code: '111111' }),
      ).rejects.toMatchObject({ errors: [{ meta: { paramName: 'code' } }] })
      expect(clientele.user?.emailAddresses).toHaveLength(2)
    })

    it('asked for twice at a time is added once', async () => {
      const { api, clientele } = await open()
      const params = { email: 'second@example.com' }
      await Promise.all([api.createEmailAddress(params), api.createEmailAddress(params)])
      expect(clientele.user?.emailAddresses).toHaveLength(2)
    })
  })

  describe('a phone number', () => {
    it('is added, verified, reserved for a second factor and deleted', async () => {
      const { api, clientele, atServer, code } = await open()
      const { id } = await api.createPhoneNumber({ phoneNumber: '+12125554123' })
      expect(await api.preparePhoneNumberVerification(id)).toMatchObject({
        verification: { status: 'unverified', strategy: 'phone_code' },
      })
      expect(await api.attemptPhoneNumberVerification(id, { code: code() })).toMatchObject(verified)
      expect(atServer()?.phoneNumbers).toHaveLength(1)
      const reserved = await api.updatePhoneNumber(id, {
        reservedForSecondFactor: true,
        defaultSecondFactor: true,
      })
      expect(reserved).toMatchObject({ reservedForSecondFactor: true, defaultSecondFactor: true })
      expect(clientele.user).toMatchObject({
        twoFactorEnabled: true,
        phoneNumbers: [{ id, reservedForSecondFactor: true }],
      })
      await api.deletePhoneNumber(id)
      expect(clientele.user?.phoneNumbers).toEqual([])
      expect(atServer()?.phoneNumbers).toEqual([])
    })
  })
})
