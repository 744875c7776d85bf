import { expect, test } from 'vitest'
import { createBrowser, createSignedIn, jane } from './support/browser.ts'
import { withJane, wrong } from './support/sign-in.ts'

const strategy = 'reset_password_email_code'
const password = 'a better horse'

/** A sign-in for which the code to reset the password was sent. */
const begin = async (settings = {}) => {
  const browser = withJane(settings)
  const { id } = (await browser.signIn({ identifier: jane.emailAddress })).body.response
  await browser.signInStep(id, 'prepare_first_factor', { strategy })
  const code = browser.emulator.inbox.latest({ kind: strategy })?.code ?? ''
  const attempt = (fields: Record<string, string>) =>
    browser.signInStep(id, 'attempt_first_factor', { strategy, ...fields })
  const reset = (fields: Record<string, string>) => browser.signInStep(id, 'reset_password', fields)
  return { ...browser, id, code, attempt, reset }
}

test('code, then a new password: signed in, and only the new one is right', async () => {
  const { attempt, code, reset, signIn, emulator } = await begin()
  expect((await attempt({ code: wrong })).fault).toBe('form_code_incorrect@code')
  const half = (await attempt({ code })).body
  expect(half.response).toMatchObject({ status: 'needs_new_password', created_session_id: null })
  expect(half.client?.sessions).toEqual([])
  const { body } = await reset({ password })
  expect(body.response.status).toBe('complete')
  expect(body.client?.last_authentication_strategy).toBe(strategy)
  expect((await signIn({ identifier: jane.emailAddress, password })).fault).toBe(
    'identifier_already_signed_in',
  )
  const other = createBrowser(emulator)
  expect(
    (await other.signIn({ identifier: jane.emailAddress, password: jane.password })).status,
  ).toBe(422)
  expect(
    (await other.signIn({ identifier: jane.emailAddress, password })).body.response.status,
  ).toBe('complete')
})

test('the new password may come with the code; one that will not do leaves the code good', async () => {
  const { attempt, code, client } = await begin()
  expect((await attempt({ code, password: 'short' })).fault).toBe(
    'form_password_length_too_short@password',
  )
  expect((await client()).body.response?.sign_in?.first_factor_verification?.attempts).toBe(0)
  expect((await attempt({ code, password })).body.response.status).toBe('complete')
})

test('other sessions are ended when asked', async () => {
  const { attempt, code, reset, emulator } = await begin()
  const elsewhere = await createSignedIn(emulator)
  await attempt({ code })
  await reset({ password, sign_out_of_other_sessions: 'true' })
  expect((await elsewhere.client()).body.response?.sessions[0]?.status).toBe('revoked')
})

test('not before the code, and not without a password', async () => {
  const { attempt, code, reset } = await begin()
  const early = await reset({ password })
  expect([early.status, early.fault]).toEqual([400, 'client_state_invalid'])
  await attempt({ code })
  expect((await reset({})).fault).toBe('form_param_missing@password')
  expect((await reset({ password: '' })).fault).toBe('form_param_nil@password')
  expect((await attempt({ code })).fault).toBe('verification_strategy_invalid')
})

test.each([
  ['uppercase', 'a better horse 1!', 'form_password_no_uppercase@password'],
  ['lowercase', 'A BETTER HORSE 1!', 'form_password_no_lowercase@password'],
  ['number', 'A better horse!', 'form_password_no_number@password'],
  ['special_char', 'A better horse 1', 'form_password_no_special_char@password'],
])('the policy may ask for: %s', async (rule, given, fault) => {
  const passwordRules = [rule] as never
  const { attempt, code, reset } = await begin({
    passwordRules,
    pwnedPasswords: ['P4ssword! horse'],
  })
  await attempt({ code })
  expect((await reset({ password: given })).fault).toBe(fault)
  expect((await reset({ password: 'P4ssword! horse' })).fault).toBe('form_password_pwned@password')
  expect((await reset({ password: 'A better horse 1!' })).body.response.status).toBe('complete')
})

test('who has no password has none to reset', async () => {
  const { signIn, signInStep, emulator } = withJane()
  emulator.users.create({ emailAddress: 'ann@example.com' })
  const { id } = (await signIn({ identifier: 'ann@example.com' })).body.response
  expect((await signInStep(id, 'prepare_first_factor', { strategy })).fault).toBe(
    'strategy_for_user_invalid',
  )
})
