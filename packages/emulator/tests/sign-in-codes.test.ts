import { describe, expect, test } from 'vitest'
import { createSignedIn, jane, start } from './support/browser.ts'
import { withCode, withJane, wrong } from './support/sign-in.ts'

describe('email code', () => {
  test('prepare sends it, the right code completes the sign-in', async () => {
    const { attempt, code, client, id, send } = await withCode()
    expect((await client()).body.response?.sign_in?.first_factor_verification).toEqual({
      object: 'verification_otp',
      status: 'unverified',
      strategy: 'email_code',
      attempts: 0,
      expire_at: start + 600_000,
    })
    const { body } = await attempt(code)
    expect(body.response).toMatchObject({
      status: 'complete',
      first_factor_verification: { status: 'verified' },
    })
    expect(body.client?.last_authentication_strategy).toBe('email_code')
    expect((await attempt(code)).fault).toBe('verification_already_verified')
    expect(
      (await send<{ status: string }>('GET', `/v1/client/sign_ins/${id}`)).body.response.status,
    ).toBe('complete')
  })

  test('without prepare there is nothing to attempt', async () => {
    const { signIn, signInStep } = withJane()
    const { id } = (await signIn({ identifier: jane.emailAddress })).body.response
    const step = await signInStep(id, 'attempt_first_factor', { strategy: 'email_code', code: '1' })
    expect([step.status, step.fault]).toEqual([400, 'verification_missing'])
  })

  test('five wrong codes fail the verification; another code makes it good', async () => {
    const { attempt, code, client, emulator, signInStep, id } = await withCode()
    for (const count of [1, 2, 3, 4, 5]) {
      const { status, fault } = await attempt(wrong)
      expect([status, fault]).toEqual([422, 'form_code_incorrect@code'])
      expect((await client()).body.response?.sign_in?.first_factor_verification?.attempts).toBe(
        count,
      )
    }
    expect((await attempt(code)).fault).toBe('verification_failed')
    await signInStep(id, 'prepare_first_factor', { strategy: 'email_code' })
    expect((await attempt(emulator.inbox.latest()?.code ?? '')).body.response.status).toBe(
      'complete',
    )
  })

  test('a code lives ten minutes', async () => {
    const { attempt, code, client, emulator } = await withCode()
    emulator.clock.advance(600_000)
    expect((await client()).body.response?.sign_in?.first_factor_verification?.status).toBe(
      'expired',
    )
    const { status, fault } = await attempt(code)
    expect([status, fault]).toEqual([400, 'verification_expired'])
  })

  test('it is sent again after thirty seconds, and then the old one is worth nothing', async () => {
    const { attempt, code, emulator, signInStep, id } = await withCode()
    const prepare = () => signInStep(id, 'prepare_first_factor', { strategy: 'email_code' })
    emulator.clock.advance(29_001)
    const early = await prepare()
    expect([early.status, early.fault]).toEqual([429, 'verification_code_too_many_requests'])
    expect(early.headers.get('retry-after')).toBe('1')
    emulator.clock.advance(999)
    expect((await prepare()).status).toBe(200)
    expect(emulator.inbox.messages()).toHaveLength(2)
    expect((await attempt(code)).fault).toBe('form_code_incorrect@code')
  })

  test('the address can be chosen among those of the user', async () => {
    const { signIn, signInStep } = withJane()
    const { response } = (await signIn({ identifier: jane.emailAddress })).body
    const known = response.supported_first_factors?.[1]?.email_address_id ?? ''
    const prepare = (email_address_id: string) =>
      signInStep(response.id, 'prepare_first_factor', { strategy: 'email_code', email_address_id })
    expect((await prepare('idn_x')).fault).toBe('form_param_value_invalid@email_address_id')
    expect((await prepare(known)).status).toBe(200)
  })

  test('test identities receive nothing and accept 424242', async () => {
    const { signIn, signInStep, emulator } = withJane()
    emulator.users.create({ emailAddress: 'ann+clerk_test@example.com' })
    const { id } = (
      await signIn({ identifier: 'ann+clerk_test@example.com', strategy: 'email_code' })
    ).body.response
    expect(emulator.inbox.messages()).toEqual([])
    const { body } = await signInStep(id, 'attempt_first_factor', {
      strategy: 'email_code',
      code: '424242',
    })
    expect(body.response.status).toBe('complete')
  })

  test('password has nothing to prepare', async () => {
    const { signIn, signInStep } = withJane()
    const { id } = (await signIn({ identifier: jane.emailAddress })).body.response
    const step = await signInStep(id, 'prepare_first_factor', { strategy: 'password' })
    expect(step.fault).toBe('form_param_value_invalid@strategy')
    expect((await signInStep(id, 'attempt_first_factor', {})).fault).toBe(
      'form_param_missing@strategy',
    )
  })
})

describe('enumeration protection', () => {
  const settings = { enumerationProtection: true }

  test('nobody can tell whether an account exists', async () => {
    const { signIn, signInStep, emulator } = withJane(settings)
    const real = (await signIn({ identifier: jane.emailAddress })).body.response
    const pretended = (await signIn({ identifier: 'jack@example.com' })).body.response
    const shape = ({ id, identifier, supported_first_factors, ...rest }: typeof real) => ({
      ...rest,
      factors: supported_first_factors?.map(({ email_address_id, ...factor }) => factor),
    })
    expect(shape(pretended)).toEqual(shape(real))
    const step = await signInStep(pretended.id, 'prepare_first_factor', { strategy: 'email_code' })
    expect(step.body.response.first_factor_verification?.status).toBe('unverified')
    expect(emulator.inbox.messages()).toEqual([])
    const attempt = await signInStep(pretended.id, 'attempt_first_factor', {
      strategy: 'email_code',
      code: wrong,
    })
    expect(attempt.fault).toBe('form_code_incorrect@code')
  })

  test.each([jane.emailAddress, 'jack@example.com', 'jack'])(
    'a wrong password for %s',
    async identifier => {
      const { status, fault } = await withJane(settings).signIn({ identifier, password: 'wrong' })
      expect([status, fault]).toEqual([422, 'form_password_or_identifier_incorrect@password'])
    },
  )
})

test('a deleted user is gone from everywhere', async () => {
  const { attempt, client, emulator } = await withCode()
  const signedIn = await createSignedIn(emulator, [jane])
  emulator.users.delete(emulator.users.list()[0]?.id ?? '')
  expect((await attempt(wrong)).status).toBe(403)
  expect((await client()).body.response?.sign_in).toBeNull()
  expect((await signedIn.client()).body.response?.sessions).toEqual([])
})
