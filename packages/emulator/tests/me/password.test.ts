import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane } from '../support/browser.ts'
import type { UserWire } from '../support/wire.ts'

const new_password = 'another horse'
const current_password = jane.password

const begin = async (settings = {}) => {
  const emulator = createFrozen({ settings: { password: 'on' } })
  const browser = await createSignedIn(emulator)
  emulator.settings.patch(settings)
  const post = (verb: string, fields: Record<string, string>) =>
    browser.send<UserWire>('POST', `/v1/me/${verb}_password`, fields)
  const signIn = (password: string) =>
    createBrowser(emulator).signIn({ identifier: jane.emailAddress, password })
  return { emulator, ...browser, post, signInWith: signIn }
}

describe('change_password', () => {
  test('from now on the new one signs in', async () => {
    const { post, signInWith } = await begin()
    const { status, text } = await post('change', { current_password, new_password })
    expect(status).toBe(200)
    expect(text).not.toMatch(/horse|scrypt/)
    expect((await signInWith(jane.password)).fault).toBe('form_password_incorrect@password')
    expect((await signInWith(new_password)).body.response.status).toBe('complete')
  })

  test('other sessions are revoked if that is asked for', async () => {
    const { emulator, post, client } = await begin()
    const elsewhere = await createSignedIn(emulator)
    await post('change', { current_password, new_password, sign_out_of_other_sessions: 'false' })
    expect((await elsewhere.client()).body.response?.sessions[0]?.status).toBe('active')
    await post('change', {
      current_password: new_password,
      new_password,
      sign_out_of_other_sessions: 'true',
    })
    expect((await elsewhere.client()).body.response?.sessions[0]?.status).toBe('revoked')
    expect((await client()).body.response?.sessions[0]?.status).toBe('active')
  })

  test('who has none needs none', async () => {
    const { emulator, post, signInWith } = await begin()
    emulator.users.update(emulator.users.list()[0]?.id ?? '', { password: null })
    expect((await post('change', { new_password })).body.response.password_enabled).toBe(true)
    expect((await signInWith(new_password)).status).toBe(200)
  })

  test.each([
    [{ new_password }, {}, 'form_param_missing@current_password'],
    [{ current_password: 'wrong', new_password }, {}, 'form_password_incorrect@current_password'],
    [{ current_password }, {}, 'form_param_missing@new_password'],
    [
      { current_password, new_password: 'short' },
      {},
      'form_password_length_too_short@new_password',
    ],
    [
      { current_password, new_password },
      { passwordRules: ['number'] },
      'form_password_no_number@new_password',
    ],
    [
      { current_password, new_password },
      { password: 'off' },
      'form_param_value_disabled@new_password',
    ],
    [
      { current_password, new_password, sign_out_of_other_sessions: 'x' },
      {},
      'form_param_format_invalid@sign_out_of_other_sessions',
    ],
  ])('%o is refused and changes nothing', async (fields: object, settings, fault) => {
    const { post, emulator, signInWith } = await begin(settings)
    expect((await post('change', { ...fields })).fault).toBe(fault)
    emulator.settings.patch({ password: 'on' })
    expect((await signInWith(jane.password)).status).toBe(200)
  })
})

describe('remove_password', () => {
  test('leaves a user without', async () => {
    const { post } = await begin()
    expect((await post('remove', { current_password })).body.response.password_enabled).toBe(false)
    const { status, fault } = await post('remove', { current_password })
    expect([status, fault]).toEqual([400, 'no_password_set'])
  })

  test.each([
    [{ current_password: 'wrong' }, {}, 422, 'form_password_incorrect@current_password'],
    [{}, {}, 422, 'form_param_missing@current_password'],
    [{ current_password }, { password: 'required' }, 400, 'password_required'],
  ])('%o is refused', async (fields: object, settings, status, fault) => {
    const answer = await (await begin(settings)).post('remove', { ...fields })
    expect([answer.status, answer.fault]).toEqual([status, fault])
  })
})
