import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, jane, start } from './support/browser.ts'

const begin = (settings = {}) => {
  const emulator = createFrozen({ settings })
  return { emulator, ...createBrowser(emulator) }
}

describe('fields', () => {
  test('PATCH supplies what is missing, one by one', async () => {
    const { signUp, attempt } = begin({
      emailAddress: 'off',
      username: 'required',
      password: 'required',
      firstName: 'required',
      legalConsent: true,
    })
    const { body } = await signUp({})
    const { id } = body.response
    expect(body.response.missing_fields).toEqual([
      'username',
      'password',
      'first_name',
      'legal_accepted',
    ])
    const patch = async (fields: Record<string, string>) =>
      (await attempt('PATCH', `sign_ups/${id}`, fields)).body
    expect(
      (await patch({ username: 'jane_doe', first_name: '<b>Jane</b>' })).response,
    ).toMatchObject({
      username: 'jane_doe',
      first_name: '<b>Jane</b>',
      missing_fields: ['password', 'legal_accepted'],
    })
    expect((await patch({ first_name: '' })).response.missing_fields).toContain('first_name')
    expect((await patch({ legal_accepted: 'true' })).response.legal_accepted_at).toBe(start)
    expect((await patch({ first_name: 'Jane' })).response.status).toBe('missing_requirements')
    const done = await patch({ password: jane.password })
    expect(done.response.status).toBe('complete')
    expect(done.client?.sessions[0]?.user).toMatchObject({
      username: 'jane_doe',
      first_name: 'Jane',
    })
  })

  test('without verification at sign-up it completes at once', async () => {
    const { body } = await begin({ verifyEmailAtSignUp: false }).signUp({
      email_address: jane.emailAddress,
      password: jane.password,
    })
    expect(body.response.status).toBe('complete')
  })

  test('with nothing to be known by, nobody is made', async () => {
    const { body } = await begin({ emailAddress: 'on' }).signUp({})
    expect(body.response.status).toBe('missing_requirements')
  })

  test('metadata is kept as it is, own keys of any name included', async () => {
    const { signUp } = begin({ verifyEmailAtSignUp: false, password: 'on' })
    const unsafe_metadata =
      '{"__proto__":{"admin":true},"constructor":1,"list":[1,null,{"a":"<b>"}]}'
    const { body, text } = await signUp({ email_address: jane.emailAddress, unsafe_metadata })
    expect(text).toContain(`"unsafe_metadata":${unsafe_metadata}`)
    expect(JSON.stringify(body.client?.sessions[0]?.user.unsafe_metadata)).toBe(unsafe_metadata)
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  const password = { email_address: jane.emailAddress, password: jane.password }
  test.each([
    [{ email_address: 'nonsense' }, 422, 'form_param_format_invalid@email_address'],
    [{ email_address: 'a@b' }, 422, 'form_param_format_invalid@email_address'],
    [{ email_address: 'a b@c.de' }, 422, 'form_param_format_invalid@email_address'],
    [{ email_address: 'taken@example.com' }, 422, 'form_identifier_exists@email_address'],
    [{ email_address: 'TAKEN@example.com' }, 422, 'form_identifier_exists@email_address'],
    [{ username: 'Taken' }, 422, 'form_identifier_exists@username'],
    [{ username: 'abc' }, 422, 'form_username_invalid_length@username'],
    [{ username: 'a b c d' }, 422, 'form_username_invalid_character@username'],
    [{ username: '12345' }, 422, 'form_username_needs_non_number_char@username'],
    [{ ...password, password: 'short' }, 422, 'form_password_length_too_short@password'],
    [{ ...password, password: 'x'.repeat(73) }, 422, 'form_password_length_too_long@password'],
    [{ first_name: 'x'.repeat(257) }, 422, 'form_param_max_length_exceeded@first_name'],
    [{ unsafe_metadata: '{' }, 422, 'form_param_format_invalid@unsafe_metadata'],
    [{ unsafe_metadata: '[1]' }, 422, 'form_param_type_invalid@unsafe_metadata'],
    [{ unsafe_metadata: 'null' }, 422, 'form_param_type_invalid@unsafe_metadata'],
    [{ legal_accepted: 'maybe' }, 422, 'form_param_format_invalid@legal_accepted'],
    [{ phone_number: '0123' }, 422, 'form_param_format_invalid@phone_number'],
    [{ phone_number: '+1 (201) 555-0177' }, 422, 'form_identifier_exists@phone_number'],
    [
      { email_address_or_phone_number: '+12015550177' },
      422,
      'form_identifier_exists@email_address_or_phone_number',
    ],
    [
      { email_address_or_phone_number: 'a@b' },
      422,
      'form_param_format_invalid@email_address_or_phone_number',
    ],
    [{ web3_wallet: `0x${'a'.repeat(40)}` }, 400, 'form_param_value_disabled@web3_wallet'],
    [{ strategy: 'oauth_github' }, 422, 'form_param_missing@redirect_url'],
    [
      { strategy: 'oauth_github', redirect_url: 'javascript:alert(1)' },
      422,
      'form_param_format_invalid@redirect_url',
    ],
    [
      { strategy: 'oauth_gitlab', redirect_url: 'https://a.test' },
      400,
      'form_param_value_disabled@strategy',
    ],
    [{ strategy: 'google_one_tap' }, 400, 'form_param_value_disabled@strategy'],
    [{ strategy: 'ticket', ticket: 'abc' }, 400, 'ticket_invalid_code'],
    [{ strategy: 'telepathy' }, 422, 'form_param_value_invalid@strategy'],
    [{ strategy: 'email_code' }, 422, 'form_param_missing@email_address'],
    [{ transfer: 'true' }, 400, 'account_transfer_invalid'],
  ])('refuses %j and leaves no trace', async (fields, status, fault) => {
    const { signUp, client, emulator } = begin()
    emulator.users.create({
      emailAddress: 'taken@example.com',
      phoneNumber: '+12015550177',
      username: 'taken',
    })
    const answer = await signUp(fields as Record<string, string>)
    expect([answer.status, answer.fault]).toEqual([status, fault])
    expect((await client()).body.response).toBeNull()
  })

  test('a strategy is one that there is, and a ticket has its text', async () => {
    const { signUp, attempt } = createBrowser(createFrozen())
    expect((await signUp({ strategy: 'ticket' })).fault).toBe('form_param_missing@ticket')
    const { id } = (await signUp({ email_address: 'jane@example.com' })).body.response
    for (const strategy of ['carrier_pigeon', 'oauth_token_google'])
      expect((await attempt('PATCH', `sign_ups/${id}`, { strategy })).fault).toMatch(/@strategy$/)
    expect((await attempt('PATCH', `sign_ups/${id}`, { strategy: 'password' })).status).toBe(200)
  })

  test('a setting turned off refuses its field', async () => {
    const { fault } = await begin({ username: 'off' }).signUp({ username: 'jane_doe' })
    expect(fault).toBe('form_param_value_disabled@username')
  })
})
