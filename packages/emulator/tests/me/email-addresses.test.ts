import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane, joe } from '../support/browser.ts'
import { wrong } from '../support/sign-in.ts'
import type { UserWire, VerificationWire } from '../support/wire.ts'

interface EmailWire {
  readonly id: string
  readonly email_address: string
  readonly verification: VerificationWire | null
}

const work = 'jane@work.test'
const redirect_url = 'https://app.emulator.test/verify'

const begin = async (settings = {}) => {
  const emulator = createFrozen({ settings })
  const browser = await createSignedIn(emulator)
  const add = (email_address: string) =>
    browser.send<EmailWire>('POST', '/v1/me/email_addresses/', { email_address })
  const { id } = (await add(work)).body.response
  const on = (method: string, step = '', fields = {}) =>
    browser.send<EmailWire>(method, `/v1/me/email_addresses/${id}${step}`, fields)
  const prepare = (fields: object = { strategy: 'email_code' }) =>
    on('POST', '/prepare_verification', fields)
  const attempt = (code: string) => on('POST', '/attempt_verification', { code })
  const code = () => emulator.inbox.latest({ to: work })?.code ?? ''
  const me = async () => (await browser.send<UserWire>('GET', '/v1/me')).body.response
  return { emulator, ...browser, emailId: id, add, on, prepare, attempt, code, me }
}

describe('an email address', () => {
  test('is added in lower case and without a verification', async () => {
    const { add, me } = await begin()
    const { body } = await add('Jane@OTHER.test')
    expect(body.response).toMatchObject({ email_address: 'jane@other.test', verification: null })
    expect(body.client?.sessions[0]?.user.email_addresses).toHaveLength(3)
    expect((await me()).email_addresses[0]?.email_address).toBe(jane.emailAddress)
  })

  test('is verified by the code that was sent to it, and then signs in', async () => {
    const { prepare, attempt, code, emulator, text } = { ...(await begin()), text: '' }
    const prepared = await prepare()
    expect(prepared.body.response.verification).toMatchObject({
      object: 'verification_otp',
      status: 'unverified',
      strategy: 'email_code',
      attempts: 0,
    })
    expect(prepared.text + text).not.toContain(code())
    expect((await attempt(wrong)).fault).toBe('form_code_incorrect@code')
    const { body } = await attempt(code())
    expect(body.response.verification).toMatchObject({ status: 'verified', strategy: 'email_code' })
    const { signIn } = createBrowser(emulator)
    expect((await signIn({ identifier: work, password: jane.password })).body.response.status).toBe(
      'complete',
    )
  })

  test('is verified by a link, in whatever browser', async () => {
    const { prepare, on, emulator, attempt } = await begin()
    await prepare({ strategy: 'email_link', redirect_url })
    expect((await attempt(wrong)).fault).toBe('verification_missing')
    for (const again of [false, true]) {
      const { to } = await createBrowser(emulator, { origin: null }).visit(
        emulator.inbox.latest()?.link ?? '',
      )
      expect([again, to?.href]).toEqual([again, `${redirect_url}?__clerk_status=verified`])
    }
    expect((await on('GET')).body.response.verification).toMatchObject({
      status: 'verified',
      strategy: 'email_link',
    })
  })

  test('is not verified by a link in another browser where that is not allowed', async () => {
    const { prepare, on, emulator } = await begin({ emailLinkSameClient: true })
    await prepare({ strategy: 'email_link', redirect_url })
    const { to } = await createBrowser(emulator).visit(emulator.inbox.latest()?.link ?? '')
    expect(to?.searchParams.get('__clerk_status')).toBe('client_mismatch')
    expect((await on('GET')).body.response.verification?.status).toBe('unverified')
  })

  test('is the first one verified: it is the primary one', async () => {
    const emulator = createFrozen()
    emulator.users.create({ username: 'jane_doe', password: jane.password })
    const browser = createBrowser(emulator)
    await browser.signIn({ identifier: 'jane_doe', password: jane.password })
    const { id } = (
      await browser.send<EmailWire>('POST', '/v1/me/email_addresses', { email_address: work })
    ).body.response
    const path = `/v1/me/email_addresses/${id}`
    await browser.send('POST', `${path}/prepare_verification`, { strategy: 'email_code' })
    const { body } = await browser.send('POST', `${path}/attempt_verification`, {
      code: emulator.inbox.latest()?.code ?? '',
    })
    expect(body.client?.sessions[0]?.user).toMatchObject({ primary_email_address_id: id })
  })

  test('can be made the primary one once it is verified', async () => {
    const { send, prepare, attempt, code, emailId } = await begin()
    const choose = () => send('PATCH', '/v1/me', { primary_email_address_id: emailId })
    expect((await choose()).fault).toBe('form_param_value_invalid@primary_email_address_id')
    await prepare()
    await attempt(code())
    expect((await choose()).body.response).toMatchObject({ primary_email_address_id: emailId })
  })

  test('belongs to nobody until it is verified', async () => {
    const { emulator, prepare, attempt, code, on } = await begin()
    await prepare()
    const other = createBrowser(emulator)
    expect((await other.signIn({ identifier: work })).fault).toBe(
      'form_identifier_not_found@identifier',
    )
    const { id } = (await other.signUp({ email_address: work, password: 'battery staple' })).body
      .response
    const sent = code()
    await other.signUpStep(id, 'prepare_verification', { strategy: 'email_code' })
    const done = await other.signUpStep(id, 'attempt_verification', {
      strategy: 'email_code',
      code: code(),
    })
    expect(done.body.response.status).toBe('complete')
    expect((await attempt(sent)).fault).toBe('form_identifier_exists@email_address')
    expect((await on('GET')).body.response.verification?.status).toBe('unverified')
    expect((await on('DELETE')).status).toBe(200)
  })

  test('is deleted; another verified one is the primary one then, and the last one stays', async () => {
    const { send, me, prepare, attempt, code, emailId, on } = await begin()
    await prepare()
    await attempt(code())
    const [first] = (await me()).email_addresses
    const { body } = await send('DELETE', `/v1/me/email_addresses/${first?.id}`)
    expect(body.response).toEqual({ object: 'email_address', id: first?.id, deleted: true })
    expect(await me()).toMatchObject({
      primary_email_address_id: emailId,
      email_addresses: [{ email_address: work }],
    })
    const { status, fault } = await on('DELETE')
    expect([status, fault]).toEqual([400, 'identification_deletion_failed'])
  })
})

describe('refusals', () => {
  test.each([
    [jane.emailAddress, 'form_identifier_exists@email_address'],
    [work, 'form_identifier_exists@email_address'],
    [joe.emailAddress, 'form_identifier_exists@email_address'],
    ['nonsense', 'form_param_format_invalid@email_address'],
    ['', 'form_param_nil@email_address'],
  ])('%s cannot be added', async (address, fault) => {
    const { add, emulator } = await begin()
    emulator.users.create(joe)
    expect((await add(address)).fault).toBe(fault)
  })

  test.each([
    [{ strategy: 'nonsense' }, {}, 'form_param_value_invalid@strategy'],
    [{ strategy: 'enterprise_sso' }, {}, 'form_param_value_disabled@strategy'],
    [
      { strategy: 'email_code' },
      { disabledStrategies: ['email_code'] },
      'form_param_value_disabled@strategy',
    ],
    [{ strategy: 'email_link' }, {}, 'form_param_missing@redirect_url'],
    [{}, {}, 'form_param_missing@strategy'],
  ])('%o does not prepare', async (fields, settings, fault) => {
    expect((await (await begin(settings)).prepare(fields)).fault).toBe(fault)
  })

  test('codes come, expire and fail as they do in a sign-in', async () => {
    const { prepare, attempt, code, emulator, client, on } = await begin()
    expect((await attempt(wrong)).fault).toBe('verification_missing')
    await prepare()
    expect((await prepare()).fault).toBe('verification_code_too_many_requests')
    const before = (await client()).body.response?.updated_at ?? 0
    emulator.clock.advance(600_000)
    expect((await client()).body.response?.updated_at).toBeGreaterThan(before)
    expect((await on('GET')).body.response.verification?.status).toBe('expired')
    expect((await attempt(code())).fault).toBe('verification_expired')
    await prepare()
    for (let tries = 0; tries < 5; tries += 1) await attempt(wrong)
    expect((await attempt(code())).fault).toBe('verification_failed')
  })

  test('what is verified is not verified again, and that of another user is 404', async () => {
    const { prepare, attempt, code, emulator, emailId } = await begin()
    await prepare()
    await attempt(code())
    expect((await prepare()).fault).toBe('verification_already_verified')
    expect((await attempt(code())).fault).toBe('verification_already_verified')
    const other = await createSignedIn(emulator, [joe])
    for (const method of ['GET', 'DELETE']) {
      const { status } = await other.send(method, `/v1/me/email_addresses/${emailId}`)
      expect(status).toBe(404)
    }
  })
})
