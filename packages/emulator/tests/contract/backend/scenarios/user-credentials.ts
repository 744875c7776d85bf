import { createBackend } from '../../../support/backend.ts'
import type { Scenario } from '../../recorder.ts'

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

/** What users sign in with, as a backend sees and removes it. */
export const credentialScenarios: readonly Scenario[] = [
  {
    name: 'passwords and second factors',
    run: async start => {
      const emulator = start()
      const { post, delete: remove } = createBackend(emulator)
      const { id } = emulator.users.create({
        emailAddress: 'ada@example.com',
        password: 'analytical engine',
        totpSecret: secret,
        backupCodes: ['backup01'],
        secondFactorPhoneNumber: '+12015550101',
      })
      await post(`/users/${id}/verify_password`, { password: 'analytical engine' })
      await post(`/users/${id}/verify_password`, { password: 'wrong' })
      await post(`/users/${id}/verify_totp`, { code: emulator.users.totpCode(id) })
      await post(`/users/${id}/verify_totp`, { code: 'backup01' })
      await post(`/users/${id}/verify_totp`, { code: '000000' })
      await post(`/users/${id}/remove_password`, { sign_out_of_other_sessions: true })
      await post(`/users/${id}/remove_password`, {})
      await remove(`/users/${id}/totp`)
      await remove(`/users/${id}/totp`)
      await remove(`/users/${id}/backup_code`)
      emulator.users.update(id, { backupCodes: ['backup02'], totpSecret: secret })
      await remove(`/users/${id}/backup_code`)
      await remove(`/users/${id}/mfa`)
      await remove(`/users/${id}/mfa`)
    },
  },
  {
    name: 'devices and accounts',
    run: async start => {
      const emulator = start()
      const { get, delete: remove } = createBackend(emulator)
      const user = emulator.users.create({
        emailAddress: 'ada@example.com',
        web3Wallet: '0x71C7656EC7ab88b098defB751B7401B5f6d8976F',
        passkeys: [{ credentialId: 'aWQ', publicKey: 'a2V5' }],
        externalAccounts: [{ provider: 'google' }],
      })
      const { body } = await get(`/users/${user.id}`)
      await remove(`/users/${user.id}/passkeys/${user.passkeys[0]?.id}`)
      await remove(`/users/${user.id}/passkeys/idn_1`)
      await remove(`/users/${user.id}/web3_wallets/${user.web3Wallets[0]?.id}`)
      await remove(`/users/${user.id}/web3_wallets/idn_1`)
      await remove(`/users/${user.id}/external_accounts/${body.external_accounts[0].id}`)
      await remove(`/users/${user.id}/external_accounts/eac_1`)
    },
  },
]
