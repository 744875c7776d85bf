import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, jane } from './support/browser.ts'

const begin = () => {
  const emulator = createFrozen()
  const user = emulator.users.create(jane)
  return { emulator, user, ...createBrowser(emulator) }
}

describe('sign-in token', () => {
  test('signs its user in, once', async () => {
    const { emulator, user, signIn } = begin()
    const { ticket } = emulator.tickets.create({ userId: user.id })
    const { body } = await signIn({ strategy: 'ticket', ticket })
    expect(body.response).toMatchObject({
      status: 'complete',
      first_factor_verification: {
        object: 'verification_ticket',
        status: 'verified',
        strategy: 'ticket',
      },
    })
    const again = await createBrowser(emulator).signIn({ strategy: 'ticket', ticket })
    expect([again.status, again.fault]).toEqual([400, 'sign_in_token_already_used_code'])
  })

  test('expired, revoked and made-up ones are refused and leave no trace', async () => {
    const { emulator, user, signIn, client } = begin()
    const expired = emulator.tickets.create({ userId: user.id, lifetime: 1000 }).ticket
    const revoked = emulator.tickets.create({ userId: user.id }).ticket
    emulator.clock.advance(1000)
    emulator.tickets.revoke(revoked)
    expect((await signIn({ strategy: 'ticket', ticket: expired })).fault).toBe(
      'ticket_expired_code',
    )
    expect((await signIn({ strategy: 'ticket', ticket: revoked })).fault).toBe(
      'sign_in_token_revoked_code',
    )
    expect((await signIn({ strategy: 'ticket', ticket: 'x'.repeat(9000) })).fault).toBe(
      'ticket_invalid_code',
    )
    expect((await client()).body.response).toBeNull()
  })

  test('does not sign up', async () => {
    const { emulator, user, signUp } = begin()
    const { ticket } = emulator.tickets.create({ userId: user.id })
    expect((await signUp({ strategy: 'ticket', ticket })).fault).toBe(
      'sign_in_token_cannot_be_used_code',
    )
  })
})

describe('invitation', () => {
  const emailAddress = 'guest@example.com'

  test('signs up with its address verified and its metadata', async () => {
    const { emulator, signUp } = begin()
    const { ticket } = emulator.tickets.create({ emailAddress, publicMetadata: { plan: 'pro' } })
    const { body } = await signUp({
      strategy: 'ticket',
      ticket,
      first_name: 'Gus',
      password: 'correct horse',
    })
    expect(body.response).toMatchObject({ status: 'complete', email_address: emailAddress })
    expect(body.client?.sessions[0]?.user).toMatchObject({
      public_metadata: { plan: 'pro' },
      first_name: 'Gus',
    })
    expect((await createBrowser(emulator).signUp({ ticket })).fault).toBe(
      'sign_in_token_already_used_code',
    )
  })

  test('signs in who has an account by now, and nobody else', async () => {
    const { emulator, signIn } = begin()
    const { ticket } = emulator.tickets.create({ emailAddress: jane.emailAddress })
    const stranger = emulator.tickets.create({ emailAddress }).ticket
    expect((await signIn({ strategy: 'ticket', ticket: stranger })).fault).toBe(
      'ticket_invalid_code',
    )
    expect((await signIn({ strategy: 'ticket', ticket })).body.response.status).toBe('complete')
  })

  test('its address leads to the page that takes it', async () => {
    const { emulator, visit } = begin()
    const { ticket } = emulator.tickets.create({
      emailAddress,
      redirectUrl: 'https://app.emulator.test/join',
    })
    const { to } = await visit(`https://clerk.emulator.test/v1/tickets/accept?ticket=${ticket}`)
    expect(Object.fromEntries(to?.searchParams ?? [])).toEqual({
      __clerk_ticket: ticket,
      __clerk_status: 'sign_up',
    })
    expect((await visit('https://clerk.emulator.test/v1/tickets/accept')).status).toBe(400)
  })
})

test('a ticket is for someone', () => {
  const { emulator } = begin()
  expect(() => emulator.tickets.create({})).toThrow(TypeError)
  expect(() => emulator.tickets.create({ userId: 'user_x' })).toThrow('There is no user user_x')
  expect(() => emulator.tickets.revoke('x')).toThrow('no such ticket')
})

describe('CAPTCHA', () => {
  test('a sign-up may need a token', async () => {
    const { signUp } = createBrowser(createFrozen({ settings: { captcha: 'sign-up' } }))
    const fields = { email_address: jane.emailAddress }
    expect((await signUp(fields)).fault).toBe('captcha_missing_token')
    expect((await signUp({ ...fields, captcha_token: 'invalid' })).fault).toBe('captcha_invalid')
    expect((await signUp({ ...fields, captcha_token: 'good' })).status).toBe(200)
  })

  test('a client may have to solve one first', async () => {
    const { signIn, signUp, send } = createBrowser(
      createFrozen({ settings: { captcha: 'challenge' } }),
    )
    expect([(await signIn({})).status, (await signUp({})).fault]).toEqual([401, 'requires_captcha'])
    expect((await send('POST', '/v1/client/verify', { captcha_token: 'invalid' })).fault).toBe(
      'captcha_invalid',
    )
    await send('POST', '/v1/client/verify', { captcha_token: 'good' })
    expect((await signIn({})).status).toBe(200)
  })
})
