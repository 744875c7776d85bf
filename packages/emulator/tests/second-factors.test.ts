import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, jane } from './support/browser.ts'
import { wrong } from './support/sign-in.ts'

// The secret of RFC 6238, appendix B: "12345678901234567890" in base32.
const totpSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

const begin = async (user = {}, settings = {}) => {
  const emulator = createFrozen({ settings })
  const { id: userId } = emulator.users.create({ ...jane, ...user })
  const browser = createBrowser(emulator)
  const { body } = await browser.signIn({ identifier: jane.emailAddress, password: jane.password })
  const { id } = body.response
  const attempt = (strategy: string, code: string) =>
    browser.signInStep(id, 'attempt_second_factor', { strategy, code })
  const prepare = (fields: Record<string, string>) =>
    browser.signInStep(id, 'prepare_second_factor', fields)
  return { ...browser, emulator, userId, id, first: body, attempt, prepare }
}

describe('authenticator app', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [20_000_000_000, '353130'],
  ])('at %i s it shows what RFC 6238 says: %s', (seconds, code) => {
    const emulator = createFrozen()
    const { id } = emulator.users.create({ ...jane, totpSecret })
    emulator.clock.set(seconds * 1000)
    expect(emulator.users.totpCode(id)).toBe(code)
  })

  test('after the password its code completes the sign-in', async () => {
    const { attempt, emulator, first, userId, send, id } = await begin({ totpSecret })
    expect(first.response).toMatchObject({
      status: 'needs_second_factor',
      created_session_id: null,
      supported_first_factors: null,
      supported_second_factors: [{ strategy: 'totp' }],
      first_factor_verification: { status: 'verified', strategy: 'password' },
    })
    expect(first.client?.sessions).toEqual([])
    const missed = await attempt('totp', wrong)
    expect([missed.status, missed.fault]).toEqual([422, 'form_code_incorrect@code'])
    const { body } = await attempt('totp', emulator.users.totpCode(userId))
    expect(body.response).toMatchObject({
      status: 'complete',
      supported_second_factors: null,
      second_factor_verification: {
        object: 'verification_totp',
        status: 'verified',
        strategy: 'totp',
      },
    })
    expect(body.client?.sessions[0]).toMatchObject({
      factor_verification_age: [0, 0],
      user: { totp_enabled: true, two_factor_enabled: true },
    })
    expect((await attempt('totp', wrong)).fault).toBe('verification_already_verified')
    expect((await send('GET', `/v1/client/sign_ins/${id}`)).status).toBe(200)
  })

  test('a code is good for its period and the next, and once only', async () => {
    const { attempt, emulator, userId } = await begin({ totpSecret })
    const code = emulator.users.totpCode(userId)
    emulator.clock.advance(60_000)
    expect((await attempt('totp', code)).fault).toBe('form_code_incorrect@code')
    const late = emulator.users.totpCode(userId)
    emulator.clock.advance(30_000)
    expect((await attempt('totp', late)).body.response.status).toBe('complete')

    const again = createBrowser(emulator)
    const { id } = (await again.signIn({ identifier: jane.emailAddress, password: jane.password }))
      .body.response
    const used = await again.signInStep(id, 'attempt_second_factor', {
      strategy: 'totp',
      code: late,
    })
    expect(used.fault).toBe('form_code_incorrect@code')
  })

  test('there is nothing to prepare', async () => {
    const { prepare } = await begin({ totpSecret })
    expect((await prepare({ strategy: 'totp' })).fault).toBe('form_param_value_invalid@strategy')
  })
})

test('backup codes work once each, however they are written, and are none by themselves', async () => {
  const backupCodes = ['abcd-1234', 'efgh 5678']
  expect((await begin({ backupCodes })).first.response.status).toBe('complete')
  const { attempt, emulator, first } = await begin({ totpSecret, backupCodes })
  expect(first.response.supported_second_factors).toEqual([
    { strategy: 'totp' },
    { strategy: 'backup_code' },
  ])
  expect((await attempt('backup_code', 'nonsense')).fault).toBe('form_code_incorrect@code')
  expect((await attempt('backup_code', 'ABCD 1234')).body.response.status).toBe('complete')

  const again = createBrowser(emulator)
  const { id } = (await again.signIn({ identifier: jane.emailAddress, password: jane.password }))
    .body.response
  const use = (code: string) =>
    again.signInStep(id, 'attempt_second_factor', { strategy: 'backup_code', code })
  expect((await use('abcd1234')).fault).toBe('form_code_incorrect@code')
  expect((await use('efgh5678')).body.response.status).toBe('complete')
})

test('a number may be reserved for it, and is then no first factor', async () => {
  const secondFactorPhoneNumber = '+13035557788'
  const { attempt, emulator, first, prepare, signIn } = await begin({ secondFactorPhoneNumber })
  const [factor] = first.response.supported_second_factors ?? []
  expect(factor).toMatchObject({
    strategy: 'phone_code',
    safe_identifier: '+1*******788',
    default: true,
  })
  expect((await attempt('phone_code', wrong)).fault).toBe('verification_missing')
  await prepare({ strategy: 'phone_code', phone_number_id: factor?.phone_number_id ?? '' })
  expect((await prepare({ strategy: 'phone_code' })).fault).toBe(
    'verification_code_too_many_requests',
  )
  const code = emulator.inbox.latest({ to: secondFactorPhoneNumber })?.code ?? ''
  expect((await attempt('phone_code', code)).body.response.status).toBe('complete')
  const first2 = await signIn({ identifier: jane.emailAddress }).then(({ fault }) => fault)
  expect(first2).toBe('identifier_already_signed_in')
})

test('a second factor is not taken before the first, nor by a strategy of another step', async () => {
  const { signIn, signInStep, emulator } = await begin({ totpSecret })
  const { id } = (await signIn({ identifier: jane.emailAddress })).body.response
  const attempt = (strategy: string) =>
    signInStep(id, 'attempt_second_factor', { strategy, code: wrong })
  const early = await attempt('totp')
  expect([early.status, early.fault]).toEqual([400, 'no_second_factors'])
  expect(emulator.users.list()).toHaveLength(1)
  await signInStep(id, 'attempt_first_factor', { strategy: 'password', password: jane.password })
  expect((await attempt('email_code')).fault).toBe('form_param_value_disabled@strategy')
  expect((await attempt('telepathy')).fault).toBe('form_param_value_invalid@strategy')
  expect((await attempt('backup_code')).fault).toBe('strategy_for_user_invalid')
  const first = await signInStep(id, 'attempt_first_factor', {
    strategy: 'password',
    password: jane.password,
  })
  expect(first.fault).toBe('verification_strategy_invalid')
})

describe('client trust', () => {
  const clientTrust = true

  test('a password on a strange client is not enough; afterwards the client is known', async () => {
    const { attempt, emulator, first, prepare, signIn, send } = await begin({}, { clientTrust })
    expect(first.response).toMatchObject({
      status: 'needs_client_trust',
      client_trust_state: 'new',
    })
    expect(first.response.supported_second_factors?.map(({ strategy }) => strategy)).toEqual([
      'email_code',
      'email_link',
    ])
    await prepare({ strategy: 'email_code' })
    const code = emulator.inbox.latest({ kind: 'email_code' })?.code ?? ''
    expect((await attempt('email_code', wrong)).fault).toBe('form_code_incorrect@code')
    const { body } = await attempt('email_code', code)
    expect(body.response).toMatchObject({ status: 'complete', client_trust_state: 'known' })
    expect(body.client?.sessions[0]?.factor_verification_age).toEqual([0, -1])
    await send('DELETE', '/v1/client/sessions')
    const again = await signIn({ identifier: jane.emailAddress, password: jane.password })
    expect(again.body.response.status).toBe('complete')
  })

  test('a second factor makes up for it, and so does a code', async () => {
    expect((await begin({ totpSecret }, { clientTrust })).first.response.status).toBe(
      'needs_second_factor',
    )
    const { signIn, signInStep, emulator } = await begin({}, { clientTrust })
    const { id } = (await signIn({ identifier: jane.emailAddress, strategy: 'email_code' })).body
      .response
    const code = emulator.inbox.latest()?.code ?? ''
    const { body } = await signInStep(id, 'attempt_first_factor', { strategy: 'email_code', code })
    expect(body.response.status).toBe('complete')
  })
})

describe('lockout', () => {
  const settings = { lockoutAttempts: 5, lockoutDuration: 600_000 }
  const guess = { identifier: jane.emailAddress, password: 'wrong' }

  test('few tries left: a warning; none left: locked for a while', async () => {
    const { signIn, emulator, send, userId } = await begin({}, settings)
    await send('DELETE', '/v1/client/sessions')
    expect((await signIn(guess)).body.errors).toHaveLength(1)
    for (const left of [3, 2, 1]) {
      const { status, body } = await signIn(guess)
      expect([status, ...body.errors.map(({ code }) => code)]).toEqual([
        422,
        'form_password_incorrect',
        'account_lockout_warning',
      ])
      expect(body.errors[1]?.message).toContain(`${left} more`)
    }
    const locked = await signIn(guess)
    expect([locked.status, locked.fault]).toEqual([403, 'user_locked'])
    expect(locked.body.errors[0]?.meta).toEqual({ lockout_expires_in_seconds: 600 })
    const right = { identifier: jane.emailAddress, password: jane.password }
    expect((await signIn(right)).fault).toBe('user_locked')
    emulator.clock.advance(600_000)
    expect((await signIn(guess)).fault).toBe('form_password_incorrect@password')
    expect((await signIn(right)).body.response.status).toBe('complete')
    expect(emulator.users.get(userId)).toMatchObject({ failedAttempts: 0, lockedUntil: null })
  })

  test('second factors count too, and an administrator unlocks', async () => {
    const { attempt, emulator, userId } = await begin({ totpSecret }, settings)
    for (const _ of [1, 2, 3, 4])
      expect((await attempt('totp', wrong)).fault).toBe('form_code_incorrect@code')
    expect((await attempt('totp', wrong)).fault).toBe('user_locked')
    expect((await attempt('totp', emulator.users.totpCode(userId))).fault).toBe('user_locked')
    emulator.users.unlock(userId)
    expect((await attempt('totp', emulator.users.totpCode(userId))).body.response.status).toBe(
      'complete',
    )
  })
})
