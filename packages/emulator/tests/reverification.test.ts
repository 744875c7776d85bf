import { describe, expect, test } from 'vitest'
import { createFrozen, createSignedIn, type Fields, jane } from './support/browser.ts'

const totpSecret = 'JBSWY3DPEHPK3PXP'

interface Wire {
  readonly level: string
  readonly status: string
  readonly supported_first_factors: readonly { strategy: string }[] | null
  readonly supported_second_factors: readonly { strategy: string }[] | null
  readonly first_factor_verification: { status: string } | null
  readonly session: { id: string; factor_verification_age: number[] }
}

/** Jane, who signed in an hour ago. */
const begin = async (user: object = {}, settings: object = {}) => {
  const emulator = createFrozen({ settings })
  emulator.users.create({ ...jane, ...user })
  const browser = await createSignedIn(emulator)
  emulator.clock.advance(3_600_000)
  const ask = (path: string, fields: Fields) =>
    browser.send<Wire>('POST', `/v1/client/sessions/${browser.id}/verify${path}`, fields)
  const agesIn = async () => {
    const { body } = await browser.send<unknown>('POST', `/v1/client/sessions/${browser.id}/tokens`)
    const { jwt } = body as unknown as { jwt: string } // as: a token is not wrapped
    return JSON.parse(atob((jwt.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/'))).fva
  }
  return { emulator, ...browser, ask, agesIn }
}

const password = { strategy: 'password', password: jane.password }

describe('a reverification', () => {
  test('by a password makes the first factor fresh, in the session and in its tokens', async () => {
    const { ask, agesIn, client } = await begin()
    expect(await agesIn()).toEqual([60, -1])
    const started = (await ask('', { level: 'first_factor' })).body.response
    expect(started).toMatchObject({ level: 'first_factor', status: 'needs_first_factor' })
    expect(started.supported_first_factors?.map(({ strategy }) => strategy)).toEqual([
      'password',
      'email_code',
    ])
    expect(started.supported_second_factors).toBeNull()
    const { body } = await ask('/attempt_first_factor', password)
    expect(body.response).toMatchObject({
      status: 'complete',
      first_factor_verification: { status: 'verified' },
      session: { factor_verification_age: [0, -1] },
    })
    expect(body.client?.sessions[0]).toMatchObject({ factor_verification_age: [0, -1] })
    expect((await client()).body.response?.sessions[0]).toMatchObject({
      factor_verification_age: [0, -1],
    })
    expect(await agesIn()).toEqual([0, -1])
  })

  test('of both factors asks for one after the other', async () => {
    const emulator = createFrozen()
    const { id: userId } = emulator.users.create(jane)
    const { id, session } = await createSignedIn(emulator)
    emulator.users.update(userId, { totpSecret })
    emulator.clock.advance(3_600_000)
    const ask = async (path: string, fields: Fields) =>
      (await session(`verify${path}`, id, fields)).body.response
    const code = emulator.users.totpCode(userId)
    expect(await ask('', { level: 'multi_factor' })).toMatchObject({ status: 'needs_first_factor' })
    expect(await ask('/attempt_first_factor', password)).toMatchObject({
      status: 'needs_second_factor',
      supported_second_factors: [{ strategy: 'totp' }],
    })
    emulator.clock.advance(60_000)
    const second = { strategy: 'totp', code: emulator.users.totpCode(userId) }
    expect(second.code).not.toBe(code)
    expect(await ask('/attempt_second_factor', second)).toMatchObject({
      status: 'complete',
      session: { factor_verification_age: [1, 0] },
    })
    // The same code does not count twice.
    await ask('', { level: 'second_factor' })
    expect((await session('verify/attempt_second_factor', id, second)).fault).toBe(
      'form_code_incorrect@code',
    )
  })

  test.each(['second_factor', 'multi_factor'])(
    'of %s is one of the first for who has no second',
    async level => {
      const { ask } = await begin()
      expect((await ask('', { level })).body.response).toMatchObject({
        level: 'first_factor',
        status: 'needs_first_factor',
      })
    },
  )

  test('by a code that is sent to the address, which expires', async () => {
    const { ask, emulator } = await begin()
    await ask('', { level: 'first_factor' })
    await ask('/prepare_first_factor', { strategy: 'email_code' })
    const { code, to } = emulator.inbox.latest() ?? {}
    expect(to).toBe(jane.emailAddress)
    const proof = { strategy: 'email_code', code: code ?? '' }
    expect((await ask('/attempt_first_factor', { ...proof, code: '000000' })).fault).toBe(
      'form_code_incorrect@code',
    )
    emulator.clock.advance(600_000)
    expect((await ask('/attempt_first_factor', proof)).fault).toBe('verification_expired')
  })

  test('is one at a time, and over when it is complete', async () => {
    const { ask } = await begin()
    expect((await ask('/attempt_first_factor', password)).fault).toBe(
      'session_reverification_missing',
    )
    await ask('', { level: 'first_factor' })
    await ask('/attempt_first_factor', password)
    const again = await ask('/attempt_first_factor', password)
    expect([again.status, again.fault]).toEqual([400, 'invalid_action_for_session_reverification'])
    expect((await ask('/attempt_second_factor', { strategy: 'totp', code: '1' })).status).toBe(400)
  })

  test.each(['oauth_google', 'email_link', 'reset_password_email_code', 'nonsense'])(
    'never is by %s',
    async strategy => {
      const { ask } = await begin()
      await ask('', { level: 'first_factor' })
      const { fault } = await ask('/prepare_first_factor', {
        strategy,
        redirect_url: 'https://app.example.test',
      })
      expect(fault).toBe('form_param_value_invalid@strategy')
    },
  )

  test('counts wrong passwords like a sign-in does', async () => {
    const { ask } = await begin({}, { lockoutAttempts: 2 })
    await ask('', { level: 'first_factor' })
    const wrong = { strategy: 'password', password: 'wrong' }
    expect((await ask('/attempt_first_factor', wrong)).status).toBe(422)
    expect((await ask('/attempt_first_factor', wrong)).fault).toBe('user_locked')
    expect((await ask('/attempt_first_factor', password)).fault).toBe('user_locked')
  })

  test('is for a signed-in session of the same client', async () => {
    const { emulator, id, ask } = await begin()
    const other = await createSignedIn(emulator, [
      { emailAddress: 'joe@example.com', password: 'battery staple' },
    ])
    const { status, fault } = await other.session('verify', id, { level: 'first_factor' })
    expect([status, fault]).toEqual([401, 'signed_out'])
    emulator.sessions.revoke(id)
    expect((await ask('', { level: 'first_factor' })).status).toBe(401)
  })

  test('survives an export, with its code', async () => {
    const { emulator, ask } = await begin()
    await ask('', { level: 'first_factor' })
    await ask('/prepare_first_factor', { strategy: 'email_code' })
    const code = emulator.inbox.latest()?.code ?? ''
    emulator.import(JSON.parse(JSON.stringify(emulator.export())))
    expect(
      (await ask('/attempt_first_factor', { strategy: 'email_code', code })).body.response.status,
    ).toBe('complete')
  })
})
