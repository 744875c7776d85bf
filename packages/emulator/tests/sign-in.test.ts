import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane, joe, start } from './support/browser.ts'
import { withJane } from './support/sign-in.ts'

describe('create', () => {
  test('an empty one needs an identifier', async () => {
    const { body } = await withJane().signIn({})
    expect(body.response).toMatchObject({
      object: 'sign_in_attempt',
      status: 'needs_identifier',
      identifier: null,
      supported_first_factors: null,
      user_data: null,
      abandon_at: start + 24 * 3600 * 1000,
    })
    expect(body.client?.sign_in).toEqual(body.response)
  })

  test('an identifier is answered with the factors of its user', async () => {
    const { signIn, emulator } = withJane()
    const { body } = await signIn({ identifier: 'JANE@example.com', locale: 'en-GB' })
    const address = {
      safe_identifier: 'j***@e***.com',
      email_address_id: emulator.users.list()[0]?.primaryEmailAddressId,
      primary: true,
    }
    expect(body.response).toMatchObject({
      status: 'needs_first_factor',
      identifier: 'JANE@example.com',
      user_data: { first_name: 'Jane' },
      supported_first_factors: [
        { strategy: 'password' },
        { strategy: 'email_code', ...address },
        { strategy: 'email_link', ...address },
        { strategy: 'reset_password_email_code', ...address },
      ],
    })
  })

  test.each([
    ['identifier and password', { identifier: jane.emailAddress, password: jane.password }],
    [
      'the strategy named',
      { strategy: 'password', identifier: jane.emailAddress, password: jane.password },
    ],
    ['a username', { identifier: 'Jane_Doe', password: jane.password }],
  ])('%s completes it', async (_, fields) => {
    const { body } = await withJane().signIn(fields)
    expect(body.response).toMatchObject({
      status: 'complete',
      first_factor_verification: {
        object: 'verification_password',
        status: 'verified',
        strategy: 'password',
      },
    })
    expect(body.client?.sign_in).toBeNull()
    expect(body.client?.sessions[0]?.id).toBe(body.response.created_session_id)
    expect(body.client?.last_active_session_id).toBe(body.response.created_session_id)
    expect(body.client?.last_authentication_strategy).toBe('password')
  })

  test('a strategy that sends something sends it at once', async () => {
    const { signIn, emulator } = withJane()
    const { body } = await signIn({ strategy: 'email_code', identifier: jane.emailAddress })
    expect(body.response.first_factor_verification).toMatchObject({
      status: 'unverified',
      strategy: 'email_code',
    })
    expect(emulator.inbox.latest({ to: jane.emailAddress, kind: 'email_code' })?.code).toMatch(
      /^\d{6}$/,
    )
  })

  test.each([
    [{ identifier: 'nobody@example.com' }, 422, 'form_identifier_not_found@identifier'],
    [{ identifier: jane.emailAddress, password: 'wrong' }, 422, 'form_password_incorrect@password'],
    [{ password: 'x' }, 422, 'form_param_missing@identifier'],
    [{ strategy: 'password', identifier: jane.emailAddress }, 422, 'form_param_missing@password'],
    [{ strategy: 'email_code' }, 422, 'form_param_missing@identifier'],
    [{ strategy: 'email_code', identifier: '' }, 422, 'form_param_nil@identifier'],
    [
      { strategy: 'telepathy', identifier: jane.emailAddress },
      422,
      'form_param_value_invalid@strategy',
    ],
    [{ strategy: 'oauth_google' }, 422, 'form_param_missing@redirect_url'],
    [
      { strategy: 'oauth_google', redirect_url: '/relative' },
      422,
      'form_param_format_invalid@redirect_url',
    ],
    [
      { strategy: 'oauth_gitlab', redirect_url: 'https://a.test' },
      400,
      'form_param_value_disabled@strategy',
    ],
    [{ strategy: 'oauth_token_apple', token: 'x' }, 400, 'form_param_value_disabled@token'],
    [{ ticket: 'abc' }, 400, 'ticket_invalid_code'],
    [{ strategy: 'ticket' }, 422, 'form_param_missing@ticket'],
    [{ transfer: 'true' }, 400, 'account_transfer_invalid'],
    [{ transfer: 'perhaps' }, 422, 'form_param_format_invalid@transfer'],
    [
      { identifier: 'x@y.zz', sign_up_if_missing: 'true' },
      422,
      'sign_up_if_missing_not_allowed@sign_up_if_missing',
    ],
  ])('refuses %j and leaves no trace', async (fields, status, fault) => {
    const { signIn, client, agent } = withJane()
    const answer = await signIn(fields as Record<string, string>)
    expect([answer.status, answer.fault]).toEqual([status, fault])
    expect((await client()).body.response).toBeNull()
    expect(agent.cookies()).toEqual([])
  })

  test('a banned user, and one without a password, are told so', async () => {
    const { signIn, emulator } = withJane()
    const { id } = emulator.users.create({ emailAddress: 'pat@example.com' })
    const fields = { identifier: 'pat@example.com', password: 'whatever' }
    expect((await signIn(fields)).fault).toBe('strategy_for_user_invalid')
    emulator.users.update(id, { banned: true })
    expect([(await signIn(fields)).status, (await signIn(fields)).fault]).toEqual([
      403,
      'user_banned',
    ])
  })
})

describe('replacing', () => {
  test('another create replaces the current one, which can then no longer be used', async () => {
    const { signIn, signInStep, attempt } = withJane()
    const first = (await signIn({ identifier: jane.emailAddress })).body.response
    const second = (await signIn({ identifier: jane.emailAddress })).body
    expect(second.client?.sign_in?.id).toBe(second.response.id)
    expect(second.response.id).not.toBe(first.id)
    expect((await attempt('GET', `sign_ins/${first.id}`)).fault).toBe('resource_not_found')
    const old = await signInStep(first.id, 'prepare_first_factor', { strategy: 'email_code' })
    expect([old.status, old.fault]).toEqual([403, 'resource_forbidden'])
  })

  test('it is abandoned after a day', async () => {
    const { signIn, attempt, client, emulator } = withJane()
    const { id } = (await signIn({ identifier: jane.emailAddress })).body.response
    emulator.clock.advance(24 * 3600 * 1000 - 1)
    expect((await attempt('GET', `sign_ins/${id}`)).body.response.id).toBe(id)
    emulator.clock.advance(1)
    expect((await attempt('GET', `sign_ins/${id}`)).status).toBe(404)
    expect((await client()).body.response?.sign_in).toBeNull()
  })

  test('it belongs to its client', async () => {
    const { signIn, emulator } = withJane()
    const { id } = (await signIn({ identifier: jane.emailAddress })).body.response
    const other = createBrowser(emulator)
    await other.signIn({})
    expect((await other.attempt('GET', `sign_ins/${id}`)).status).toBe(404)
    const step = await other.signInStep(id, 'attempt_first_factor', {
      strategy: 'password',
      password: jane.password,
    })
    expect([step.status, step.fault]).toEqual([404, 'resource_not_found'])
  })
})

describe('signing in while signed in', () => {
  test('two people share a client in multi-session mode', async () => {
    const { client, ids } = await createSignedIn(createFrozen(), [jane, joe])
    const { response } = (await client()).body
    expect(response?.sessions.map(({ id }) => id)).toEqual(ids)
    expect(response?.last_active_session_id).toBe(ids[1])
  })

  test('the same person is pointed to the session that exists', async () => {
    const { signIn, id } = await createSignedIn(createFrozen())
    const { status, fault, body } = await signIn({ identifier: jane.emailAddress })
    expect([status, fault]).toEqual([400, 'identifier_already_signed_in'])
    expect(body.errors[0]?.meta).toEqual({ session_id: id })
  })

  test('single-session mode refuses anybody else', async () => {
    const { signIn, signUp } = await createSignedIn(
      createFrozen({ settings: { singleSession: true } }),
    )
    expect((await signIn({})).fault).toBe('session_exists')
    expect((await signUp({ email_address: joe.emailAddress })).fault).toBe('session_exists')
  })

  test('an attempt that began before is refused too', async () => {
    const emulator = createFrozen()
    emulator.users.create(jane)
    const { signIn, signInStep, signUp, signUpStep } = createBrowser(emulator)
    const { id } = (await signIn({ identifier: jane.emailAddress })).body.response
    const other = (
      await signUp({
        email_address: joe.emailAddress,
        password: joe.password,
        strategy: 'email_code',
      })
    ).body.response.id
    const code = emulator.inbox.latest()?.code ?? ''
    await signUpStep(other, 'attempt_verification', { strategy: 'email_code', code })
    emulator.settings.patch({ singleSession: true })
    const attempt = () =>
      signInStep(id, 'attempt_first_factor', { strategy: 'password', password: jane.password })
    expect((await attempt()).fault).toBe('session_exists')
    emulator.settings.patch({ singleSession: false })
    expect((await attempt()).body.response.status).toBe('complete')
  })
})

test('the last strategy is told only when the instance does', async () => {
  const { client } = await createSignedIn(
    createFrozen({ settings: { lastAuthenticationStrategy: false } }),
  )
  expect((await client()).body.response?.last_authentication_strategy).toBeNull()
})
