import { createBrowser, jane } from '../../support/browser.ts'
import { wrong } from '../../support/sign-in.ts'
import type { Scenario, Start } from '../recorder.ts'

const totpSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const everything = {
  ...jane,
  firstName: 'Jane',
  username: 'jane_doe',
  phoneNumber: '+12015550123',
  secondFactorPhoneNumber: '+12015550124',
  totpSecret,
  backupCodes: ['aaaa-1111'],
}

const begin = async (start: Start, user: object, fields: Record<string, string>, settings = {}) => {
  const emulator = start({ settings })
  const { id: userId } = emulator.users.create(user)
  const browser = createBrowser(emulator)
  const { id } = (await browser.signIn(fields)).body.response
  const step = (name: string, given: Record<string, string>) => browser.signInStep(id, name, given)
  return { ...browser, emulator, userId, id, step }
}

/** Sign-in, every step of it. */
export const signInScenarios: readonly Scenario[] = [
  {
    name: 'sign-in by code, with every mistake',
    run: async start => {
      const { step, send, id, emulator, signIn } = await begin(start, jane, {
        identifier: jane.emailAddress,
      })
      await step('attempt_first_factor', { strategy: 'email_code', code: wrong })
      await step('prepare_first_factor', { strategy: 'email_code' })
      await step('prepare_first_factor', { strategy: 'email_code' })
      await step('attempt_first_factor', { strategy: 'email_code', code: wrong })
      await step('prepare_second_factor', { strategy: 'phone_code' })
      await step('attempt_second_factor', { strategy: 'totp', code: wrong })
      await step('reset_password', { password: 'another horse' })
      await step('attempt_first_factor', { strategy: 'nonsense' })
      await send('GET', `/v1/client/sign_ins/${id}`)
      await step('attempt_first_factor', {
        strategy: 'email_code',
        code: emulator.inbox.latest()?.code ?? '',
      })
      await send('GET', `/v1/client/sign_ins/${id}`)
      await signIn({ identifier: jane.emailAddress })
      await step('prepare_first_factor', { strategy: 'email_code' })
    },
  },
  {
    name: 'sign-ins that are refused or unknown',
    run: async start => {
      const { signIn, signInStep, send } = createBrowser(start())
      await signIn({ identifier: 'nobody@example.com' })
      await signIn({ nonsense: '1' })
      await signIn({ strategy: 'ticket', ticket: 'nonsense' })
      await send('GET', '/v1/client/sign_ins/sia_1')
      await signIn({})
      for (const name of ['prepare_first_factor', 'attempt_first_factor', 'prepare_second_factor'])
        await signInStep('sia_1', name, { strategy: 'email_code' })
      await signInStep('sia_1', 'attempt_second_factor', { strategy: 'totp', code: wrong })
      await signInStep('sia_1', 'reset_password', { password: 'another horse' })
      await send('GET', '/v1/client/sign_ins/sia_1')
    },
  },
  {
    name: 'everything a user can have, and second factors',
    run: async start => {
      const given = { identifier: jane.emailAddress, password: jane.password }
      const { step, emulator, userId, send, id } = await begin(start, everything, given)
      await send('GET', `/v1/client/sign_ins/${id}`)
      await step('prepare_second_factor', { strategy: 'phone_code' })
      await step('attempt_second_factor', { strategy: 'phone_code', code: wrong })
      await step('attempt_second_factor', { strategy: 'totp', code: wrong })
      await step('attempt_second_factor', { strategy: 'nonsense', code: wrong })
      await step('attempt_second_factor', {
        strategy: 'totp',
        code: emulator.users.totpCode(userId),
      })
    },
  },
  {
    name: 'second factors by phone and by backup code',
    run: async start => {
      const given = { identifier: 'jane_doe', password: jane.password }
      const phone = await begin(start, everything, given)
      await phone.step('prepare_second_factor', { strategy: 'phone_code' })
      const code = phone.emulator.inbox.latest()?.code ?? ''
      await phone.step('attempt_second_factor', { strategy: 'phone_code', code })
      const backup = await begin(start, everything, given)
      await backup.step('attempt_second_factor', { strategy: 'backup_code', code: 'aaaa-1111' })
    },
  },
  {
    name: 'a forgotten password',
    run: async start => {
      const { step, emulator } = await begin(start, jane, { identifier: jane.emailAddress })
      await step('prepare_first_factor', { strategy: 'reset_password_email_code' })
      const code = emulator.inbox.latest()?.code ?? ''
      await step('attempt_first_factor', { strategy: 'reset_password_email_code', code })
      await step('reset_password', { password: 'short' })
      await step('reset_password', {
        password: 'another horse',
        sign_out_of_other_sessions: 'true',
      })
    },
  },
  {
    name: 'a client that is not trusted yet, and a user that is locked',
    run: async start => {
      const given = { identifier: jane.emailAddress, password: jane.password }
      const trust = await begin(start, jane, given, { clientTrust: true })
      await trust.step('prepare_second_factor', { strategy: 'email_code' })
      const code = trust.emulator.inbox.latest()?.code ?? ''
      await trust.step('attempt_second_factor', { strategy: 'email_code', code })
      const lockout = { lockoutAttempts: 1 }
      const { step, signIn } = await begin(start, jane, { identifier: jane.emailAddress }, lockout)
      await step('attempt_first_factor', { strategy: 'password', password: 'wrong horse' })
      await signIn(given)
    },
  },
]
