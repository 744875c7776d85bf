import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane } from '../support/browser.ts'
import type { UserWire } from '../support/wire.ts'

interface PhoneWire {
  readonly id: string
  readonly phone_number: string
  readonly default_second_factor: boolean
  readonly reserved_for_second_factor: boolean
  readonly backup_codes: string[] | null
}

const begin = async (settings = {}) => {
  const emulator = createFrozen({ settings })
  const browser = await createSignedIn(emulator)
  const add = async (phone_number: string, fields = {}) => {
    const { response } = (
      await browser.send<PhoneWire>('POST', '/v1/me/phone_numbers', { phone_number, ...fields })
    ).body
    return response?.id ?? ''
  }
  const on = (id: string, method: string, step = '', fields = {}) =>
    browser.send<PhoneWire>(method, `/v1/me/phone_numbers/${id}${step}`, fields)
  /** Adds a number and verifies it. */
  const own = async (phone_number: string, fields = {}) => {
    const id = await add(phone_number, fields)
    await on(id, 'POST', '/prepare_verification', { strategy: 'phone_code' })
    await on(id, 'POST', '/attempt_verification', { code: emulator.inbox.latest()?.code ?? '' })
    return id
  }
  const me = async () => (await browser.send<UserWire>('GET', '/v1/me')).body.response
  return { emulator, ...browser, add, on, own, me }
}

const reserve = { reserved_for_second_factor: 'true' }

describe('a phone number', () => {
  test('is added as E.164, verified by its code, and signs in', async () => {
    const { own, me, emulator } = await begin()
    const id = await own('+1 (212) 555-4123')
    expect(await me()).toMatchObject({
      primary_phone_number_id: id,
      phone_numbers: [{ phone_number: '+12125554123', verification: { status: 'verified' } }],
      two_factor_enabled: false,
    })
    const { body } = await createBrowser(emulator).signIn({ identifier: '+12125554123' })
    expect(body.response.supported_first_factors?.map(({ strategy }) => strategy)).toContain(
      'phone_code',
    )
  })

  test('reserved for second factors is asked for in the next sign-in, and comes with backup codes once', async () => {
    const { own, on, me, emulator } = await begin()
    const id = await own('+12125554123')
    const { body } = await on(id, 'PATCH', '', reserve)
    expect(body.response).toMatchObject({
      reserved_for_second_factor: true,
      default_second_factor: true,
    })
    expect(body.response.backup_codes).toHaveLength(10)
    expect(JSON.stringify(body.client)).not.toContain(body.response.backup_codes?.[0])
    expect(await me()).toMatchObject({ primary_phone_number_id: null, two_factor_enabled: true })
    expect((await on(id, 'PATCH', '', reserve)).body.response.backup_codes).toBeNull()
    const { signIn, signInStep } = createBrowser(emulator)
    const attempt = (await signIn({ identifier: jane.emailAddress, password: jane.password })).body
      .response
    expect(attempt.status).toBe('needs_second_factor')
    const code = body.response.backup_codes?.[0] ?? ''
    const done = await signInStep(attempt.id, 'attempt_second_factor', {
      strategy: 'backup_code',
      code,
    })
    expect(done.body.response.status).toBe('complete')
  })

  test('added for second factors is one as soon as it is verified, and brings backup codes', async () => {
    const { add, on, emulator, me } = await begin()
    const id = await add('+12125554123', reserve)
    expect(await me()).toMatchObject({ two_factor_enabled: false })
    await on(id, 'POST', '/prepare_verification', { strategy: 'phone_code' })
    const { body } = await on(id, 'POST', '/attempt_verification', {
      code: emulator.inbox.latest()?.code ?? '',
    })
    expect(body.response.backup_codes).toHaveLength(10)
    expect(await me()).toMatchObject({ two_factor_enabled: true, primary_phone_number_id: null })
  })

  test('of several that are reserved, the default one comes first', async () => {
    const { own, on, emulator } = await begin()
    const first = await own('+12125554123', reserve)
    const second = await own('+12125554124', reserve)
    expect((await on(second, 'GET')).body.response.default_second_factor).toBe(false)
    await on(second, 'PATCH', '', { default_second_factor: 'true' })
    expect((await on(first, 'GET')).body.response.default_second_factor).toBe(false)
    const given = { identifier: jane.emailAddress, password: jane.password }
    const { body } = await createBrowser(emulator).signIn(given)
    expect(body.response.supported_second_factors?.[0]).toMatchObject({
      phone_number_id: second,
      default: true,
    })
  })

  test('is deleted, and the backup codes go with the last second factor', async () => {
    const { own, on, me } = await begin()
    const id = await own('+12125554123')
    await on(id, 'PATCH', '', reserve)
    expect((await on(id, 'DELETE')).body.response).toEqual({
      object: 'phone_number',
      id,
      deleted: true,
    })
    expect(await me()).toMatchObject({
      phone_numbers: [],
      backup_code_enabled: false,
      two_factor_enabled: false,
    })
  })

  test.each([
    ['+12125554123', { phoneNumber: 'off' }, 'form_param_value_disabled@phone_number'],
    ['12', {}, 'form_param_format_invalid@phone_number'],
    ['', {}, 'form_param_nil@phone_number'],
    ['+12125554199', {}, 'form_identifier_exists@phone_number'],
  ])('%s is refused', async (phone_number, settings, fault) => {
    const { send, emulator } = await begin(settings)
    emulator.users.create({ phoneNumber: '+12125554199' })
    expect((await send('POST', '/v1/me/phone_numbers', { phone_number })).fault).toBe(fault)
  })

  test('one that is not verified, or not reserved, is no second factor', async () => {
    const { add, on, own } = await begin({ resendCooldown: 0 })
    const unverified = await add('+12125554123')
    expect((await on(unverified, 'PATCH', '', reserve)).fault).toBe(
      'form_param_value_invalid@reserved_for_second_factor',
    )
    const id = await own('+12125554124')
    const { fault } = await on(id, 'PATCH', '', { default_second_factor: 'true' })
    expect(fault).toBe('form_param_value_invalid@default_second_factor')
  })

  test('the last identification is neither reserved nor deleted', async () => {
    const emulator = createFrozen()
    emulator.users.create({ phoneNumber: '+12125554123', password: jane.password })
    const { send, signIn } = createBrowser(emulator)
    await signIn({ identifier: '+12125554123', password: jane.password })
    const path = `/v1/me/phone_numbers/${emulator.users.list()[0]?.phoneNumbers[0]?.id}`
    expect((await send('PATCH', path, reserve)).fault).toBe('identification_deletion_failed')
    expect((await send('DELETE', path)).fault).toBe('identification_deletion_failed')
  })
})
