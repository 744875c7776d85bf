import { createBrowser, createSignedIn, jane } from '../../support/browser.ts'
import { wrong } from '../../support/sign-in.ts'
import type { Scenario } from '../recorder.ts'

const email_address = 'new@example.com'
const phone_number = '+12015550177'

/** Sign-up, every step of it. */
export const signUpScenarios: readonly Scenario[] = [
  {
    name: 'sign-up by code, with every mistake',
    run: async start => {
      const emulator = start({
        settings: { phoneNumber: 'required', legalConsent: true, verifyPhoneAtSignUp: true },
      })
      const { signUp, signUpStep, attempt, send } = createBrowser(emulator)
      const { id } = (
        await signUp({ email_address, unsafe_metadata: '{"plan":"x"}', locale: 'en' })
      ).body.response
      await attempt('PATCH', `sign_ups/${id}`, {
        phone_number,
        password: 'correct horse',
        first_name: 'Nell',
      })
      await attempt('PATCH', `sign_ups/${id}`, { phone_number: 'nonsense' })
      await attempt('PATCH', `sign_ups/${id}`, { legal_accepted: 'true' })
      await signUpStep(id, 'attempt_verification', { strategy: 'email_code', code: wrong })
      await signUpStep(id, 'prepare_verification', { strategy: 'nonsense' })
      await signUpStep(id, 'prepare_verification', { strategy: 'email_code' })
      await signUpStep(id, 'prepare_verification', { strategy: 'email_code' })
      const email = emulator.inbox.latest()?.code ?? ''
      await signUpStep(id, 'attempt_verification', { strategy: 'email_code', code: wrong })
      await signUpStep(id, 'attempt_verification', { strategy: 'email_code', code: email })
      await signUpStep(id, 'prepare_verification', { strategy: 'phone_code' })
      await send('GET', `/v1/client/sign_ups/${id}`)
      const phone = emulator.inbox.latest()?.code ?? ''
      await signUpStep(id, 'attempt_verification', { strategy: 'phone_code', code: phone })
      await send('GET', `/v1/client/sign_ups/${id}`)
      await attempt('PATCH', `sign_ups/${id}`, { first_name: 'Late' })
    },
  },
  {
    name: 'sign-ups that are refused or unknown',
    run: async start => {
      const emulator = start({ settings: { captcha: 'off', singleSession: true } })
      emulator.users.create(jane)
      const { signUp, signUpStep, attempt, send } = createBrowser(emulator)
      await signUp({ email_address: jane.emailAddress })
      await signUp({ nonsense: '1' })
      await signUp({ transfer: 'true' })
      await send('GET', '/v1/client/sign_ups/sua_1')
      await signUp({})
      await signUpStep('sua_1', 'prepare_verification', { strategy: 'email_code' })
      await signUpStep('sua_1', 'attempt_verification', { strategy: 'email_code', code: wrong })
      await attempt('PATCH', 'sign_ups/sua_1', { first_name: 'Nell' })
      await send('GET', '/v1/client/sign_ups/sua_1')
      const signedIn = await createSignedIn(emulator)
      await signedIn.signUp({ email_address })
    },
  },
  {
    name: 'a sign-up that was replaced, and one that needs nothing',
    run: async start => {
      const { signUp, attempt } = createBrowser(start({ settings: { verifyEmailAtSignUp: false } }))
      const { id } = (await signUp({})).body.response
      await signUp({ first_name: 'Nell' })
      await attempt('PATCH', `sign_ups/${id}`, { first_name: 'Nell' })
      await signUp({ email_address, username: 'nelly', password: 'correct horse' })
    },
  },
  {
    name: 'a CAPTCHA has to be solved first',
    run: async start => {
      const { signIn, signUp } = createBrowser(start({ settings: { captcha: 'challenge' } }))
      await signIn({ identifier: jane.emailAddress })
      await signUp({ email_address })
    },
  },
]
