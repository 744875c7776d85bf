import { createBrowser, createSignedIn, jane } from '../../support/browser.ts'
import { assertPasskey, passkey } from '../../support/passkey.ts'
import type { Scenario } from '../recorder.ts'

const totpSecret = 'JBSWY3DPEHPK3PXP'
const steps = [
  'prepare_first_factor',
  'attempt_first_factor',
  'prepare_second_factor',
  'attempt_second_factor',
]

/** Somebody who is signed in proves once more who it is. */
export const reverificationScenarios: readonly Scenario[] = [
  {
    name: 'a reverification by every first factor',
    run: async start => {
      const emulator = start({ settings: { resendCooldown: 0 } })
      const phoneNumber = '+12025550144'
      emulator.users.create({ ...jane, phoneNumber, passkeys: [passkey] })
      const { session, id } = await createSignedIn(emulator)
      const step = (name: string, fields: Record<string, string>) =>
        session(`verify/${name}`, id, fields)
      for (const strategy of ['email_code', 'phone_code']) {
        await session('verify', id, { level: 'first_factor' })
        await step('prepare_first_factor', { strategy })
        await step('attempt_first_factor', { strategy, code: '000000' })
        const { code } = emulator.inbox.latest() ?? {}
        await step('attempt_first_factor', { strategy, code: code ?? '424242' })
      }
      await session('verify', id, { level: 'first_factor' })
      await step('attempt_first_factor', { strategy: 'password', password: 'wrong' })
      await step('attempt_first_factor', { strategy: 'password', password: jane.password })
      await session('verify', id, { level: 'first_factor' })
      const { body } = await step('prepare_first_factor', { strategy: 'passkey' })
      const { first_factor_verification } = body.response as {
        first_factor_verification?: { nonce?: string }
      }
      const public_key_credential = assertPasskey(first_factor_verification?.nonce ?? '')
      await step('attempt_first_factor', { strategy: 'passkey', public_key_credential })
    },
  },
  {
    name: 'a reverification by both factors',
    run: async start => {
      const emulator = start()
      const secondFactorPhoneNumber = '+12025550199'
      const { id: userId } = emulator.users.create({
        ...jane,
        totpSecret,
        secondFactorPhoneNumber,
        backupCodes: ['abcd1234'],
      })
      const { signIn, signInStep, session } = createBrowser(emulator)
      const { id: signInId } = (
        await signIn({ identifier: jane.emailAddress, password: jane.password })
      ).body.response
      const proof = { strategy: 'totp', code: emulator.users.totpCode(userId) }
      const { body } = await signInStep(signInId, 'attempt_second_factor', proof)
      const id = body.response.created_session_id ?? ''
      emulator.clock.advance(60_000)
      await session('verify', id, { level: 'multi_factor' })
      await session('verify/attempt_first_factor', id, {
        strategy: 'password',
        password: jane.password,
      })
      await session('verify/prepare_second_factor', id, { strategy: 'phone_code' })
      await session('verify/attempt_second_factor', id, { strategy: 'totp', code: '000000' })
      await session('verify/attempt_second_factor', id, {
        strategy: 'totp',
        code: emulator.users.totpCode(userId),
      })
      await session('verify', id, { level: 'second_factor' })
      await session('verify/attempt_second_factor', id, {
        strategy: 'backup_code',
        code: 'abcd1234',
      })
      await session('verify', id, { level: 'second_factor' })
      await session('verify/prepare_second_factor', id, { strategy: 'phone_code' })
      await session('verify/attempt_second_factor', id, { strategy: 'phone_code', code: '424242' })
    },
  },
  {
    name: 'reverifications that are refused',
    run: async start => {
      const emulator = start({ settings: { lockoutAttempts: 1, verificationAttempts: 1 } })
      const { session, id } = await createSignedIn(emulator)
      const fields = { strategy: 'password', password: 'wrong' }
      for (const name of steps) {
        await session(`verify/${name}`, 'sess_none', { strategy: 'email_code' })
        await session(`verify/${name}`, id)
        await session(`verify/${name}`, id, {
          strategy: name.includes('first') ? 'email_code' : 'phone_code',
          code: '1',
        })
      }
      await session('verify', 'sess_none', { level: 'first_factor' })
      await session('verify', id)
      await session('verify', id, { level: 'nonsense' })
      await session('verify', id, { level: 'first_factor' })
      await session('verify/attempt_first_factor', id, fields) // locks
      await session('verify/attempt_first_factor', id, fields)
      await session('verify/prepare_first_factor', id, { strategy: 'email_code' })
    },
  },
]
