import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, jane } from './support/browser.ts'
import { withJane } from './support/sign-in.ts'

const redirect_url = 'https://app.emulator.test/verify?from=mail'

const begin = async (settings = {}) => {
  const browser = withJane(settings)
  const { id } = (await browser.signIn({ identifier: jane.emailAddress })).body.response
  const prepare = () =>
    browser.signInStep(id, 'prepare_first_factor', { strategy: 'email_link', redirect_url })
  await prepare()
  const link = () => browser.emulator.inbox.latest({ kind: 'email_link' })?.link ?? ''
  return { ...browser, id, prepare, link }
}

const landing = (to: URL | null) => Object.fromEntries(to?.searchParams ?? [])

describe('opened in the browser that asked', () => {
  test('the sign-in is complete, and the page it leads to is told so', async () => {
    const { client, link, visit, id, send } = await begin()
    const { status, to } = await visit(link())
    const { response } = (await client()).body
    expect([status, to?.origin, to?.pathname]).toEqual([
      303,
      'https://app.emulator.test',
      '/verify',
    ])
    expect(landing(to)).toEqual({
      from: 'mail',
      __clerk_status: 'verified',
      __clerk_created_session: response?.last_active_session_id,
    })
    expect(response?.sign_in).toBeNull()
    const done = (
      await send<{ first_factor_verification: unknown }>('GET', `/v1/client/sign_ins/${id}`)
    ).body.response
    expect(done.first_factor_verification).toMatchObject({
      object: 'verification_email_link',
      status: 'verified',
      verified_at_client: response?.id,
    })
  })

  test('opened again nothing more happens', async () => {
    const { client, link, visit } = await begin()
    const first = await visit(link())
    const { text } = await client()
    expect((await visit(link())).to?.href).toBe(first.to?.href)
    expect((await client()).text).toBe(text)
  })
})

test('opened elsewhere it signs in the browser that asked, which keeps its credential', async () => {
  const { client, emulator, link } = await begin()
  const phone = createBrowser(emulator, { origin: null })
  const { to } = await phone.visit(link())
  expect(landing(to).__clerk_status).toBe('verified')
  expect(phone.agent.cookies()).toEqual([])
  expect((await client()).body.response?.sessions).toHaveLength(1)
})

test('a second factor is still asked for', async () => {
  const { client, emulator, link, visit } = await begin()
  emulator.users.update(emulator.users.list()[0]?.id ?? '', { totpSecret: 'GEZDGNBVGY3TQOJQ' })
  const { to } = await visit(link())
  expect(landing(to)).toEqual({ from: 'mail', __clerk_status: 'verified' })
  expect((await client()).body.response?.sign_in?.status).toBe('needs_second_factor')
})

test.each([
  [
    'after ten minutes',
    { __clerk_status: 'expired' },
    {},
    (e: ReturnType<typeof createFrozen>) => e.clock.advance(600_000),
  ],
  [
    'for a banned user',
    { __clerk_status: 'failed' },
    {},
    (e: ReturnType<typeof createFrozen>) => {
      e.users.update(e.users.list()[0]?.id ?? '', { banned: true })
    },
  ],
])('%s it leads back with %j', async (_, expected, settings, change) => {
  const { client, emulator, link, visit } = await begin(settings)
  change(emulator)
  expect(landing((await visit(link())).to)).toEqual({ from: 'mail', ...expected })
  expect((await client()).body.response?.sessions).toEqual([])
})

test('the instance may want it opened where it was asked for', async () => {
  const { client, emulator, link, visit } = await begin({ emailLinkSameClient: true })
  const phone = createBrowser(emulator, { origin: null })
  expect(landing((await phone.visit(link())).to).__clerk_status).toBe('client_mismatch')
  expect((await client()).body.response?.sign_in?.first_factor_verification?.status).toBe(
    'unverified',
  )
  expect(landing((await visit(link())).to).__clerk_status).toBe('verified')
})

test('another link, another attempt: the old one is worth nothing', async () => {
  const { emulator, link, prepare, signIn, visit } = await begin()
  const old = link()
  expect((await prepare()).fault).toBe('verification_code_too_many_requests')
  emulator.clock.advance(30_000)
  await prepare()
  const stale = await visit(old)
  expect([stale.status, stale.text]).toEqual([
    400,
    expect.stringContaining('verification_link_token_invalid'),
  ])
  await signIn({ identifier: jane.emailAddress })
  expect(landing((await visit(link())).to).__clerk_status).toBe('failed')
})

test.each(['', '?token=', '?token=nonsense', '?token=sia_0001.guess', '?token=.'])(
  'a link that was never sent: %s',
  async query => {
    const { visit, client } = await begin()
    const { text: before } = await client()
    const { status, text } = await visit(`https://clerk.emulator.test/v1/verify${query}`)
    expect([status, text]).toEqual([
      400,
      expect.stringContaining('verification_link_token_invalid'),
    ])
    expect((await client()).text).toBe(before)
  },
)

test('it needs to know where to lead back, and takes no code', async () => {
  const { signIn, signInStep } = withJane()
  const { id } = (await signIn({ identifier: jane.emailAddress, strategy: 'email_link' })).body
    .response
  const prepare = (fields: Record<string, string>) =>
    signInStep(id, 'prepare_first_factor', { strategy: 'email_link', ...fields })
  expect((await prepare({})).fault).toBe('form_param_missing@redirect_url')
  expect((await prepare({ redirect_url: 'javascript:1' })).fault).toBe(
    'form_param_format_invalid@redirect_url',
  )
  const step = await signInStep(id, 'attempt_first_factor', {
    strategy: 'email_link',
    code: '123456',
  })
  expect(step.fault).toBe('form_param_value_invalid@strategy')
})

test('a sign-up is completed by one', async () => {
  const { signUp, signUpStep, emulator, visit, client } = withJane()
  const { id } = (await signUp({ email_address: 'ann@example.com', password: 'correct horse' }))
    .body.response
  await signUpStep(id, 'prepare_verification', { strategy: 'email_link', redirect_url })
  const { to } = await visit(emulator.inbox.latest()?.link ?? '')
  const { response } = (await client()).body
  expect(landing(to)).toMatchObject({
    __clerk_status: 'verified',
    __clerk_created_session: response?.sessions[0]?.id,
  })
  expect(response?.last_authentication_strategy).toBe('email_link')
})

test('it earns the trust of a client', async () => {
  const { signIn, signInStep, emulator, visit, client } = withJane({ clientTrust: true })
  const { id } = (await signIn({ identifier: jane.emailAddress, password: jane.password })).body
    .response
  await signInStep(id, 'prepare_second_factor', { strategy: 'email_link', redirect_url })
  await visit(emulator.inbox.latest()?.link ?? '')
  expect((await client()).body.response?.sessions).toHaveLength(1)
})

test('a development browser, which sends no cookie, may open it', async () => {
  const emulator = createFrozen({
    publishableKey: 'pk_test_aGFwcHktY2F0LTEuY2xlcmsuYWNjb3VudHMuZGV2JA',
  })
  emulator.users.create(jane)
  const { send, visit } = createBrowser(emulator)
  const devBrowser = (await send('POST', '/v1/dev_browser')).body.id
  const as = (path: string) => `/v1/client${path}?__clerk_db_jwt=${devBrowser}`
  const { response } = (
    await send<{ id: string }>('POST', as('/sign_ins'), { identifier: jane.emailAddress })
  ).body
  const fields = { strategy: 'email_link', redirect_url }
  await send('POST', as(`/sign_ins/${response.id}/prepare_first_factor`), fields)
  expect(landing((await visit(emulator.inbox.latest()?.link ?? '')).to).__clerk_status).toBe(
    'verified',
  )
  expect((await send<{ sessions: unknown[] }>('GET', as(''))).body.response.sessions).toHaveLength(
    1,
  )
})
