import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen } from './support/browser.ts'
import { wrong } from './support/sign-in.ts'

const number = '+12025550123'
const testNumber = '+12025550199'

test('signing up with a number takes a code', async () => {
  const emulator = createFrozen({
    settings: { emailAddress: 'on', phoneNumber: 'required', password: 'on' },
  })
  const { signUp, signUpStep } = createBrowser(emulator)
  const created = (await signUp({ phone_number: '+1 (303) 555-7788' })).body.response
  expect(created).toMatchObject({
    phone_number: '+13035557788',
    missing_fields: [],
    unverified_fields: ['phone_number'],
  })
  expect(created.verifications.phone_number).toMatchObject({ next_action: 'needs_prepare' })
  await signUpStep(created.id, 'prepare_verification', { strategy: 'phone_code' })
  const { code } = await emulator.inbox.waitFor({ to: '+13035557788', kind: 'phone_code' })
  const attempt = (given: string) =>
    signUpStep(created.id, 'attempt_verification', { strategy: 'phone_code', code: given })
  expect((await attempt(wrong)).fault).toBe('form_code_incorrect@code')
  const { body } = await attempt(code ?? '')
  expect(body.response.status).toBe('complete')
  expect(body.client?.sessions[0]?.user.phone_numbers).toMatchObject([
    { phone_number: '+13035557788' },
  ])
})

describe('signing in', () => {
  const begin = (settings = {}) => {
    const emulator = createFrozen({ settings })
    emulator.users.create({ phoneNumber: '+13035557788', username: 'jane_doe' })
    emulator.users.create({ phoneNumber: testNumber })
    return { emulator, ...createBrowser(emulator) }
  }

  test('a number is found however it is written, and shown in part', async () => {
    const { signIn, signInStep, emulator } = begin()
    const { response } = (await signIn({ identifier: '+1 303-555-7788' })).body
    const [factor] = response.supported_first_factors ?? []
    expect(factor).toMatchObject({
      strategy: 'phone_code',
      safe_identifier: '+1*******788',
      primary: true,
    })
    const phone_number_id = factor?.phone_number_id ?? ''
    await signInStep(response.id, 'prepare_first_factor', {
      strategy: 'phone_code',
      phone_number_id,
    })
    const code = emulator.inbox.latest({ to: '+13035557788' })?.code ?? ''
    const { body } = await signInStep(response.id, 'attempt_first_factor', {
      strategy: 'phone_code',
      code,
    })
    expect(body.response.status).toBe('complete')
  })

  test('test numbers receive nothing and accept 424242', async () => {
    const { signIn, signInStep, emulator } = begin()
    const { id } = (await signIn({ strategy: 'phone_code', identifier: testNumber })).body.response
    expect(emulator.inbox.messages()).toEqual([])
    const { body } = await signInStep(id, 'attempt_first_factor', {
      strategy: 'phone_code',
      code: '424242',
    })
    expect(body.response.status).toBe('complete')
  })

  test('a strategy that the instance disabled is not offered and not taken', async () => {
    const { signIn } = begin({ disabledStrategies: ['phone_code'] })
    expect(
      (await signIn({ identifier: testNumber })).body.response.supported_first_factors,
    ).toEqual([])
    const { status, fault } = await signIn({ strategy: 'phone_code', identifier: testNumber })
    expect([status, fault]).toEqual([400, 'form_param_value_disabled@strategy'])
  })

  test('with enumeration protection a number shows nothing else that its user has', async () => {
    const { signIn, emulator } = begin({ enumerationProtection: true })
    emulator.users.create({
      phoneNumber: number,
      emailAddress: 'ann@example.com',
      password: 'correct horse',
    })
    const strategies = async (identifier: string) =>
      (await signIn({ identifier })).body.response.supported_first_factors?.map(
        ({ strategy }) => strategy,
      )
    expect(await strategies(number)).toEqual(await strategies('+12025550124'))
  })
})
