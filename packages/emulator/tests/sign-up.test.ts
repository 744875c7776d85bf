import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane, start } from './support/browser.ts'

const begin = (settings = {}) => {
  const emulator = createFrozen({ settings })
  return { emulator, ...createBrowser(emulator) }
}

const beginWithCode = async (settings = {}) => {
  const browser = begin(settings)
  const { id } = (
    await browser.signUp({ email_address: jane.emailAddress, password: jane.password })
  ).body.response
  await browser.signUpStep(id, 'prepare_verification', { strategy: 'email_code' })
  const code = browser.emulator.inbox.latest()?.code ?? ''
  const attempt = (given: string) =>
    browser.signUpStep(id, 'attempt_verification', { strategy: 'email_code', code: given })
  return { ...browser, id, code, attemptCode: attempt }
}

describe('by email code', () => {
  test('create, prepare and attempt make a user and a session', async () => {
    const { signUp, signUpStep, emulator, attempt } = begin()
    const created = (
      await signUp({ email_address: 'Jane@Example.com', password: jane.password, locale: 'en-GB' })
    ).body
    expect(created.response).toMatchObject({
      object: 'sign_up_attempt',
      status: 'missing_requirements',
      required_fields: ['email_address', 'password'],
      optional_fields: ['phone_number', 'username', 'first_name', 'last_name'],
      missing_fields: [],
      unverified_fields: ['email_address'],
      email_address: jane.emailAddress,
      has_password: true,
      password_enabled: true,
      locale: 'en-GB',
      abandon_at: start + 24 * 3600 * 1000,
    })
    expect(created.response.verifications.email_address).toMatchObject({
      status: 'unverified',
      strategy: null,
      next_action: 'needs_prepare',
      supported_strategies: ['email_code', 'email_link'],
    })
    expect(created.client?.sign_up).toEqual(created.response)

    const { id } = created.response
    const prepared = await signUpStep(id, 'prepare_verification', { strategy: 'email_code' })
    expect(prepared.body.response.verifications.email_address).toEqual({
      object: 'verification_otp',
      status: 'unverified',
      strategy: 'email_code',
      attempts: 0,
      expire_at: start + 600_000,
      next_action: 'needs_attempt',
      supported_strategies: ['email_code', 'email_link'],
    })

    const { code } = await emulator.inbox.waitFor({ to: jane.emailAddress })
    const { body } = await signUpStep(id, 'attempt_verification', {
      strategy: 'email_code',
      code: code ?? '',
    })
    expect(body.response).toMatchObject({ status: 'complete', unverified_fields: [] })
    expect(body.response.verifications.email_address).toMatchObject({
      status: 'verified',
      next_action: '',
    })
    expect(body.client).toMatchObject({
      sign_up: null,
      last_active_session_id: body.response.created_session_id,
    })
    expect(body.client?.sessions[0]?.user).toMatchObject({
      id: body.response.created_user_id,
      password_enabled: true,
      email_addresses: [{ email_address: jane.emailAddress }],
    })
    expect((await attempt('GET', `sign_ups/${id}`)).body.response.status).toBe('complete')
  })

  test('the new user signs in with the password', async () => {
    const { attemptCode, code, send, signIn } = await beginWithCode()
    await attemptCode(code)
    await send('DELETE', '/v1/client/sessions')
    expect(
      (await signIn({ identifier: jane.emailAddress, password: jane.password })).body.response
        .status,
    ).toBe('complete')
  })

  test('wrong, expired and repeated codes are refused', async () => {
    const { attemptCode, code, emulator, signUpStep, id } = await beginWithCode()
    expect((await attemptCode('000000')).fault).toBe('form_code_incorrect@code')
    expect((await attemptCode('')).fault).toBe('form_param_nil@code')
    expect((await signUpStep(id, 'prepare_verification', { strategy: 'email_code' })).status).toBe(
      429,
    )
    emulator.clock.advance(600_000)
    expect((await attemptCode(code)).fault).toBe('verification_expired')
    await signUpStep(id, 'prepare_verification', { strategy: 'email_code' })
    const fresh = emulator.inbox.latest()?.code ?? ''
    expect((await attemptCode(fresh)).body.response.status).toBe('complete')
    expect((await attemptCode(fresh)).fault).toBe('verification_already_verified')
  })

  test('create with the strategy sends the code at once', async () => {
    const { signUp, emulator } = begin()
    await signUp({ email_address: jane.emailAddress, strategy: 'email_code' })
    expect(emulator.inbox.messages()).toHaveLength(1)
  })

  test('another address has to be verified anew', async () => {
    const { attempt, signUpStep, id, emulator } = await beginWithCode()
    const { body } = await attempt('PATCH', `sign_ups/${id}`, { email_address: 'j2@example.com' })
    expect(body.response.verifications.email_address?.next_action).toBe('needs_prepare')
    await signUpStep(id, 'prepare_verification', { strategy: 'email_code' })
    expect(emulator.inbox.latest()?.to).toBe('j2@example.com')
  })
})

describe('life', () => {
  test('create replaces, a day without activity abandons, activity prolongs', async () => {
    const { signUp, attempt, signUpStep, client, emulator } = begin()
    const first = (await signUp({ first_name: 'A' })).body.response.id
    const second = (await signUp({ first_name: 'B' })).body.response.id
    expect(
      (await signUpStep(first, 'prepare_verification', { strategy: 'email_code' })).fault,
    ).toBe('resource_forbidden')
    emulator.clock.advance(20 * 3600 * 1000)
    await attempt('PATCH', `sign_ups/${second}`, { first_name: 'C' })
    emulator.clock.advance(20 * 3600 * 1000)
    expect((await client()).body.response?.sign_up?.first_name).toBe('C')
    emulator.clock.advance(4 * 3600 * 1000)
    expect((await client()).body.response?.sign_up).toBeNull()
    expect((await attempt('GET', `sign_ups/${second}`)).status).toBe(404)
  })

  test('it belongs to its client', async () => {
    const { id, emulator } = await beginWithCode()
    const other = createBrowser(emulator)
    await other.signUp({})
    expect((await other.attempt('GET', `sign_ups/${id}`)).status).toBe(404)
    expect((await other.attempt('PATCH', `sign_ups/${id}`, {})).fault).toBe('resource_not_found')
  })

  test('an address taken in the meantime is told at the end', async () => {
    const { attemptCode, code, emulator } = await beginWithCode()
    emulator.users.create({ emailAddress: jane.emailAddress })
    const { status, fault } = await attemptCode(code)
    expect([status, fault]).toEqual([400, 'identification_claimed'])
  })

  test('a sign-in and a sign-up can be under way together', async () => {
    const { signUp, signIn, client } = await createSignedIn(createFrozen())
    await signUp({ first_name: 'A' })
    await signIn({})
    const { response } = (await client()).body
    expect([response?.sign_in?.status, response?.sign_up?.status]).toEqual([
      'needs_identifier',
      'missing_requirements',
    ])
  })
})
