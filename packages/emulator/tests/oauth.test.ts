import { describe, expect, test } from 'vitest'
import {
  type Browser,
  createBrowser,
  createFrozen,
  createSignedIn,
  jane,
} from './support/browser.ts'

const redirect_url = 'https://app.emulator.test/callback'
const action_complete_redirect_url = 'https://app.emulator.test/home'
const google = { strategy: 'oauth_google', redirect_url, action_complete_redirect_url }

const begin = (settings = {}) => {
  const emulator = createFrozen({ settings })
  return { emulator, ...createBrowser(emulator) }
}

const signInUrl = async ({ signIn }: Pick<Browser, 'signIn'>, fields = {}) =>
  (await signIn({ ...google, ...fields })).body.response.first_factor_verification
    ?.external_verification_redirect_url ?? ''

const signUpUrl = async ({ signUp }: Pick<Browser, 'signUp'>, fields = {}) =>
  (await signUp({ ...google, ...fields })).body.response.verifications.external_account
    ?.external_verification_redirect_url ?? ''

describe('sign-in', () => {
  test('create says where to go', async () => {
    const { response } = (await begin().signIn(google)).body
    expect(response).toMatchObject({
      status: 'needs_identifier',
      first_factor_verification: {
        object: 'verification_oauth',
        status: 'unverified',
        error: null,
      },
    })
    expect(response.first_factor_verification?.external_verification_redirect_url).toMatch(
      /^https:\/\/clerk\.emulator\.test\/__emulator\/oauth\/authorize\?state=sia_/,
    )
  })

  test('an account that has an owner signs him in and leads to the complete page', async () => {
    const browser = begin()
    const user = browser.emulator.users.create({
      ...jane,
      externalAccounts: [{ provider: 'google' }],
    })
    const back = browser.emulator.oauth.approve(await signInUrl(browser), {
      emailAddress: jane.emailAddress,
    })
    const { status, to } = await browser.visit(back)
    expect([status, to?.href]).toEqual([303, action_complete_redirect_url])
    const { response } = (await browser.client()).body
    expect(response).toMatchObject({
      last_authentication_strategy: 'oauth_google',
      sessions: [{ user: { id: user.id, external_accounts: [{ provider: 'oauth_google' }] } }],
    })
    const again = await browser.visit(back)
    expect(again.to?.href).toBe(action_complete_redirect_url)
    expect((await browser.client()).body.response?.sessions).toHaveLength(1)
  })

  test.each([
    ['/sso-callback?a=1', 'https://app.emulator.test/sso-callback?a=1'],
    ['//evil.test/x', null],
    ['/\\evil.test/x', null],
    ['sso-callback', null],
  ])('%s as the complete address is %s', async (path, expected) => {
    const browser = begin()
    browser.emulator.users.create({ ...jane, externalAccounts: [{ provider: 'google' }] })
    const { body, fault } = await browser.signIn({ ...google, action_complete_redirect_url: path })
    const away = body.response?.first_factor_verification?.external_verification_redirect_url
    if (!away) {
      expect([expected, fault]).toEqual([
        null,
        'form_param_format_invalid@action_complete_redirect_url',
      ])
      return
    }
    const back = browser.emulator.oauth.approve(away, { emailAddress: jane.emailAddress })
    expect((await browser.visit(back)).to?.href).toBe(expected)
  })

  test('an account of a verified address of his is linked to him', async () => {
    const browser = begin()
    browser.emulator.users.create(jane)
    await browser.visit(browser.emulator.oauth.approve(await signInUrl(browser), jane))
    expect(
      (await browser.client()).body.response?.sessions[0]?.user.external_accounts,
    ).toHaveLength(1)
  })

  test('a second factor is still asked for', async () => {
    const browser = begin()
    browser.emulator.users.create({ ...jane, totpSecret: 'GEZDGNBVGY3TQOJQ' })
    const { to } = await browser.visit(
      browser.emulator.oauth.approve(await signInUrl(browser), jane),
    )
    expect(to?.href).toBe(redirect_url)
    expect((await browser.client()).body.response?.sign_in?.status).toBe('needs_second_factor')
  })

  test('nobody has the account: it is handed over to a sign-up', async () => {
    const browser = begin({ password: 'required' })
    const identity = { emailAddress: 'new@example.com', firstName: 'Nell', lastName: 'Ew' }
    const { to } = await browser.visit(
      browser.emulator.oauth.approve(await signInUrl(browser), identity),
    )
    expect(to?.href).toBe(redirect_url)
    expect(
      (await browser.client()).body.response?.sign_in?.first_factor_verification,
    ).toMatchObject({
      status: 'transferable',
      error: { code: 'external_account_not_found' },
    })
    const { body } = await browser.signUp({ transfer: 'true' })
    expect(body.response).toMatchObject({
      status: 'complete',
      email_address: 'new@example.com',
      first_name: 'Nell',
    })
    expect(body.client?.sessions[0]?.user.external_accounts).toHaveLength(1)
    expect((await browser.signUp({ transfer: 'true' })).fault).toBe('account_transfer_invalid')
  })

  test('already signed in: told, with the session', async () => {
    const emulator = createFrozen()
    const browser = await createSignedIn(emulator)
    await browser.visit(emulator.oauth.approve(await signInUrl(browser), jane))
    const { response } = (await browser.client()).body
    expect(response?.sign_in?.first_factor_verification).toMatchObject({
      status: 'failed',
      error: { code: 'identifier_already_signed_in', meta: { session_id: browser.id } },
    })
    expect(response?.sessions).toHaveLength(1)
  })

  test.each([
    ['deny', 'oauth_access_denied'],
    ['fail', 'external_account_error'],
  ] as const)('%s leads back with %s', async (answer, code) => {
    const browser = begin()
    const { to } = await browser.visit(browser.emulator.oauth[answer](await signInUrl(browser)))
    expect(to?.href).toBe(redirect_url)
    const { response } = (await browser.client()).body
    expect(response?.sign_in?.first_factor_verification).toMatchObject({
      status: 'failed',
      error: { code },
    })
  })

  test('a banned user is told so', async () => {
    const browser = begin()
    browser.emulator.users.create({ ...jane, banned: true })
    await browser.visit(browser.emulator.oauth.approve(await signInUrl(browser), jane))
    expect(
      (await browser.client()).body.response?.sign_in?.first_factor_verification?.error?.code,
    ).toBe('user_banned')
  })

  test('a sign-in that knows the user may go there too', async () => {
    const browser = begin()
    browser.emulator.users.create({ ...jane, externalAccounts: [{ provider: 'google' }] })
    const { response } = (await browser.signIn({ identifier: jane.emailAddress })).body
    expect(response.supported_first_factors?.at(-1)).toEqual({ strategy: 'oauth_google' })
    const { body } = await browser.signInStep(response.id, 'prepare_first_factor', google)
    const url = body.response.first_factor_verification?.external_verification_redirect_url ?? ''
    await browser.visit(browser.emulator.oauth.approve(url, jane))
    expect((await browser.client()).body.response?.sessions).toHaveLength(1)
  })
})

describe('sign-up', () => {
  test('what the provider says is taken over, and counts as verified', async () => {
    const browser = begin({ password: 'required' })
    const identity = { emailAddress: 'new@example.com', firstName: 'Nell' }
    const { to } = await browser.visit(
      browser.emulator.oauth.approve(await signUpUrl(browser), identity),
    )
    expect(to?.href).toBe(action_complete_redirect_url)
    const { response } = (await browser.client()).body
    expect(response?.sessions[0]?.user).toMatchObject({
      first_name: 'Nell',
      password_enabled: false,
    })
  })

  test('what is still missing is asked for', async () => {
    const browser = begin({ username: 'required' })
    const { to } = await browser.visit(
      browser.emulator.oauth.approve(await signUpUrl(browser), jane),
    )
    expect(to?.href).toBe(redirect_url)
    const signUp = (await browser.client()).body.response?.sign_up
    expect(signUp).toMatchObject({
      missing_fields: ['username'],
      unverified_fields: [],
      verifications: {
        external_account: { status: 'verified' },
        email_address: {
          object: 'verification_from_oauth',
          strategy: 'from_oauth_google',
          next_action: '',
        },
      },
    })
    const { body } = await browser.attempt('PATCH', `sign_ups/${signUp?.id}`, {
      username: 'jane_doe',
    })
    expect(body.response.status).toBe('complete')
  })

  test('the account has an owner: it is handed over to a sign-in', async () => {
    const browser = begin()
    browser.emulator.users.create({ ...jane, externalAccounts: [{ provider: 'google' }] })
    await browser.visit(browser.emulator.oauth.approve(await signUpUrl(browser), jane))
    expect(
      (await browser.client()).body.response?.sign_up?.verifications.external_account,
    ).toMatchObject({
      status: 'transferable',
      error: { code: 'external_account_exists' },
    })
    const { body } = await browser.signIn({ transfer: 'true' })
    expect(body.response).toMatchObject({
      status: 'complete',
      first_factor_verification: { status: 'verified' },
    })
    expect((await browser.signIn({ transfer: 'true' })).fault).toBe('account_transfer_invalid')
  })

  test('an address that someone holds unproven is not taken from him', async () => {
    const browser = begin()
    browser.emulator.users.create({ ...jane, emailVerified: false })
    await browser.visit(browser.emulator.oauth.approve(await signUpUrl(browser), jane))
    const signUp = (await browser.client()).body.response?.sign_up
    expect(signUp).toMatchObject({ missing_fields: ['email_address'], email_address: null })
  })

  test('it may be prepared after the fields', async () => {
    const browser = begin()
    const { id } = (await browser.signUp({ first_name: 'Jane' })).body.response
    const { body } = await browser.signUpStep(id, 'prepare_verification', google)
    const url =
      body.response.verifications.external_account?.external_verification_redirect_url ?? ''
    await browser.visit(browser.emulator.oauth.approve(url, { ...jane, firstName: 'Other' }))
    expect((await browser.client()).body.response?.sessions[0]?.user.first_name).toBe('Jane')
  })
})

describe('bad answers', () => {
  const callback = 'https://clerk.emulator.test/v1/oauth_callback'

  test.each(['', '?state=x', '?state=sia_1.guess&code=1', '?code=1'])(
    '%s belongs to no attempt',
    async query => {
      const { status, text } = await begin().visit(callback + query)
      expect([status, text]).toEqual([403, expect.stringContaining('authorization_invalid')])
    },
  )

  test('of another browser, and with a code that no provider gave', async () => {
    const browser = begin()
    browser.emulator.users.create(jane)
    const url = await signInUrl(browser)
    const { text: before } = await browser.client()
    const guessed = new URL(callback)
    guessed.searchParams.set('state', new URL(url).searchParams.get('state') ?? '')
    guessed.searchParams.set('code', 'guess')
    expect((await browser.visit(guessed.href)).status).toBe(403)
    const good = browser.emulator.oauth.approve(url, jane)
    const thief = createBrowser(browser.emulator)
    expect((await thief.visit(good)).status).toBe(403)
    expect((await browser.client()).text).toBe(before)
    expect((await browser.visit(good)).to?.href).toBe(action_complete_redirect_url)
  })

  test('for an attempt that was replaced: nothing happens', async () => {
    const browser = begin()
    const back = browser.emulator.oauth.approve(await signInUrl(browser), jane)
    await browser.signIn({})
    const { text: before } = await browser.client()
    expect((await browser.visit(back)).to?.href).toBe(redirect_url)
    expect((await browser.client()).text).toBe(before)
  })
})

test('a native app gets its next token by a nonce', async () => {
  const emulator = createFrozen()
  emulator.users.create(jane)
  const post = async (token: string, path: string, fields: Record<string, string>) => {
    const url = `https://clerk.emulator.test/v1${path}${path.includes('?') ? '&' : '?'}_is_native=1`
    const init =
      Object.keys(fields).length > 0 ? { method: 'POST', body: new URLSearchParams(fields) } : {}
    return emulator.fetch(url, { ...init, headers: { authorization: token } })
  }
  const created = await post('', '/client/sign_ins', {
    ...google,
    redirect_url: 'myapp://callback',
  })
  const token = created.headers.get('authorization') ?? ''
  const { response } = (await created.json()) as {
    response: { first_factor_verification: { external_verification_redirect_url: string } }
  }
  const back = emulator.oauth.approve(
    response.first_factor_verification.external_verification_redirect_url,
    jane,
  )
  const { to } = await createBrowser(emulator, { origin: null }).visit(back)
  const nonce = to?.searchParams.get('rotating_token_nonce')
  expect(to?.href).toMatch(/^https:\/\/app\.emulator\.test\/home\?rotating_token_nonce=./)
  const read = await post(token, `/client?rotating_token_nonce=${nonce}`, {})
  expect(await read.json()).toMatchObject({ response: { sessions: [{ status: 'active' }] } })
})

describe('the page', () => {
  test('shows the accounts, makes one, and leads back', async () => {
    const browser = begin()
    browser.emulator.users.create({
      ...jane,
      firstName: '<Jane>',
      externalAccounts: [{ provider: 'google' }],
    })
    const url = await signInUrl(browser)
    const page = await browser.visit(url)
    expect(page.status).toBe(200)
    expect(page.text).toContain('Continue with Google')
    expect(page.text).toContain('&lt;Jane&gt;')
    expect(page.text).not.toContain('<Jane>')
    const state = new URL(url).searchParams.get('state') ?? ''
    const account = /name="account" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
    const { to } = await browser.visit(url, { state, decision: 'choose', account })
    expect((await browser.visit(to?.href ?? '')).to?.href).toBe(action_complete_redirect_url)
  })

  test.each([
    [{ decision: 'create', email_address: 'new@example.com', first_name: 'Nell' }, 'code'],
    [{ decision: 'deny' }, 'error'],
    [{ decision: 'fail' }, 'error'],
  ])('%j', async (fields, param) => {
    const browser = begin()
    const url = await signUpUrl(browser)
    const state = new URL(url).searchParams.get('state') ?? ''
    const { to } = await browser.visit(url, { state, ...fields } as Record<string, string>)
    expect(to?.pathname).toBe('/v1/oauth_callback')
    expect(to?.searchParams.has(param)).toBe(true)
  })

  test.each([
    {},
    { decision: 'create' },
    { decision: 'create', email_address: 'x' },
    { decision: 'dance' },
  ])('refuses %j', async fields => {
    const browser = begin()
    const url = await signInUrl(browser)
    const state = new URL(url).searchParams.get('state') ?? ''
    expect((await browser.visit(url, { state, ...fields } as Record<string, string>)).status).toBe(
      422,
    )
  })

  test('is not there without an attempt', async () => {
    const { status } = await begin().visit(
      'https://clerk.emulator.test/__emulator/oauth/authorize?state=x',
    )
    expect(status).toBe(403)
  })
})

describe("a company's provider", () => {
  const settings = { enterpriseDomains: ['corp.example'] }
  const enterprise = { strategy: 'enterprise_sso', redirect_url, identifier: 'ann@corp.example' }

  /** It is prepared by a request of its own: creating the sign-in only chooses it. */
  const enterpriseUrl = async (browser: Browser) => {
    const { response } = (await browser.signIn(enterprise)).body
    expect(response.first_factor_verification).toBeNull()
    const { body } = await browser.signInStep(response.id, 'prepare_first_factor', {
      ...google,
      strategy: 'enterprise_sso',
    })
    return body.response.first_factor_verification?.external_verification_redirect_url ?? ''
  }

  test('signs in who it knows, and hands over who the instance has not met', async () => {
    const browser = begin(settings)
    const { response } = (await browser.signIn({ identifier: 'ann@corp.example' })).body
    expect(response.supported_first_factors).toEqual([{ strategy: 'enterprise_sso' }])
    const url = await enterpriseUrl(browser)
    await browser.visit(browser.emulator.oauth.approve(url, { emailAddress: 'ann@corp.example' }))
    const { body } = await browser.signUp({ transfer: 'true' })
    expect(body.response).toMatchObject({ status: 'complete', email_address: 'ann@corp.example' })

    const other = createBrowser(browser.emulator)
    const back = browser.emulator.oauth.approve(await enterpriseUrl(other), {
      emailAddress: 'ann@corp.example',
    })
    expect((await other.visit(back)).to?.href).toBe(action_complete_redirect_url)
  })

  test('is not enabled without a domain', async () => {
    expect((await begin().signIn(enterprise)).fault).toBe('form_param_value_disabled@strategy')
  })
})
