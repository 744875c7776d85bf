import type { ClienteleOptions } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson } from './support/wire.ts'

const start = Date.UTC(2026, 0, 1)
const minute = 60_000

const verification = (over: object = {}) => ({
  object: 'verification_otp',
  status: 'unverified',
  strategy: 'email_code',
  attempts: 0,
  expire_at: start + 10 * minute,
  ...over,
})

const signIn = (over: object = {}) => ({
  id: 'sia_1',
  status: 'needs_first_factor',
  identifier: 'a@b.c',
  supported_first_factors: [{ strategy: 'email_code', email_address_id: 'idn_1' }],
  first_factor_verification: null,
  ...over,
})

const signUp = (over: object = {}) => ({
  id: 'sua_1',
  status: 'missing_requirements',
  required_fields: ['email_address'],
  optional_fields: ['first_name'],
  missing_fields: [],
  unverified_fields: ['email_address'],
  verifications: {},
  ...over,
})

/** A store whose client has these attempts, over a server whose other answers the test writes. */
const open = async (
  attempts: { sign_in?: object; sign_up?: object },
  answer: (seen: Seen) => Response | Promise<Response> = () => json({ response: null }),
  options: Partial<ClienteleOptions> = {},
) => {
  const clock = createManualClock(start)
  const wire = scriptedFetch(request =>
    request.path === '/client'
      ? json({ response: clientJson(attempts), client: null })
      : answer(request),
  )
  const clientele = createClientele({
    publishableKey,
    fetch: wire.fetch,
    clock,
    random: () => 0,
    ...options,
  })
  await clientele.load()
  const { client } = clientele
  if (!client) throw new Error('not known')
  return {
    ...wire,
    clientele,
    client,
    clock,
    sent: () => wire.seen.slice(1).map(({ method, path }) => `${method} ${path}`),
  }
}

const prepare = { strategy: 'email_code', emailAddressId: 'idn_1' }
const prepared = (over: object = {}) =>
  json({ response: signIn({ first_factor_verification: verification(over) }), client: null })

describe('prepare', () => {
  it('is one request however often it is asked at a time', async () => {
    const { client, sent } = await open({ sign_in: signIn() }, () => prepared())
    await Promise.all([
      client.signIn.prepareFirstFactor(prepare),
      client.signIn.prepareFirstFactor(prepare),
    ])
    expect(sent()).toHaveLength(1)
  })

  it('sends nothing again for thirty seconds, and then does', async () => {
    const { clientele, client, clock, sent } = await open({ sign_in: signIn() }, () => prepared())
    const { next } = await client.signIn.prepareFirstFactor(prepare)
    expect(next).toMatchObject({ pending: { cooldownUntil: new Date(start + 30_000) } })
    await clock.advance(29_999)
    expect(await clientele.client?.signIn.prepareFirstFactor(prepare)).toBe(
      clientele.client?.signIn,
    )
    expect(sent()).toHaveLength(1)
    await clock.advance(1)
    await clientele.client?.signIn.prepareFirstFactor(prepare)
    expect(sent()).toHaveLength(2)
  })

  it('sends nothing again after a reload of the page either', async () => {
    const { client, sent } = await open({
      sign_in: signIn({ first_factor_verification: verification() }),
    })
    await client.signIn.prepareFirstFactor(prepare)
    expect(sent()).toEqual([])
  })

  it('for another factor is another request', async () => {
    const { clientele, client, sent } = await open({ sign_in: signIn() }, () => prepared())
    await client.signIn.prepareFirstFactor(prepare)
    await clientele.client?.signIn.prepareFirstFactor({ ...prepare, emailAddressId: 'idn_2' })
    await clientele.client?.signIn.prepareFirstFactor({
      strategy: 'phone_code',
      phoneNumberId: 'idn_3',
    })
    expect(sent()).toHaveLength(3)
  })

  it.each([
    ['failed', { status: 'failed' }],
    ['expired', { status: 'expired' }],
  ])('is sent again at once when the last one %s', async (_, over) => {
    const { client, sent } = await open(
      { sign_in: signIn({ first_factor_verification: verification(over) }) },
      () => prepared(),
    )
    await client.signIn.prepareFirstFactor(prepare)
    expect(sent()).toHaveLength(1)
  })

  it('of a sign-up waits for its own identifier only', async () => {
    const sign_up = signUp({
      verifications: {
        email_address: verification({ next_action: 'needs_attempt' }),
        phone_number: verification({ strategy: 'phone_code', next_action: 'needs_prepare' }),
      },
    })
    const { client, clientele, sent } = await open({ sign_up }, () =>
      json({ response: sign_up, client: null }),
    )
    await client.signUp.prepareEmailAddressVerification()
    expect(sent()).toEqual([])
    await client.signUp.preparePhoneNumberVerification()
    await clientele.client?.signUp.prepareWeb3WalletVerification()
    expect(sent()).toHaveLength(2)
  })
})

describe('attempt', () => {
  it('waits for a prepare that is under way', async () => {
    const order: string[] = []
    const { client } = await open({ sign_in: signIn() }, async ({ path }) => {
      order.push(`${path.split('/').at(-1)} goes`)
      await new Promise(resolve => setImmediate(resolve))
      order.push(`${path.split('/').at(-1)} comes`)
      return prepared()
    })
    await Promise.all([
      client.signIn.prepareFirstFactor(prepare),
      client.signIn.attemptFirstFactor({ strategy: 'email_code', code: '424242' }),
    ])
    expect(order).toEqual([
      'prepare_first_factor goes',
      'prepare_first_factor comes',
      'attempt_first_factor goes',
      'attempt_first_factor comes',
    ])
  })

  const attempt = { strategy: 'email_code', code: '424242' }

  it('with the same code twice at a time is one request', async () => {
    const { client, sent } = await open({ sign_in: signIn() }, () => prepared())
    await Promise.all([
      client.signIn.attemptFirstFactor(attempt),
      client.signIn.attemptFirstFactor(attempt),
    ])
    expect(sent()).toHaveLength(1)
  })

  it('whose answer was lost is read before it is repeated: a code that did its work is not sent again', async () => {
    let lost = true
    const done = signIn({ status: 'complete', created_session_id: 'sess_1' })
    const { client, clientele, clock, sent } = await open({ sign_in: signIn() }, ({ method }) => {
      if (lost && method === 'POST') throw new TypeError('fetch failed')
      return json({ response: done, client: null })
    })
    await expect(client.signIn.attemptFirstFactor(attempt)).rejects.toMatchObject({
      code: 'network_error',
    })
    lost = false
    await clock.advance(0)
    const next = await clientele.client?.signIn.attemptFirstFactor(attempt)
    expect(next).toMatchObject({ status: 'complete', createdSessionId: 'sess_1' })
    expect(sent()).toEqual([
      'POST /client/sign_ins/sia_1/attempt_first_factor',
      'GET /client/sign_ins/sia_1',
    ])
    clientele.dispose()
  })

  it('whose request was lost is repeated after the read', async () => {
    let lost = true
    const { client, clientele, sent } = await open({ sign_in: signIn() }, ({ method }) => {
      if (lost && method === 'POST') throw new TypeError('fetch failed')
      return method === 'GET'
        ? json({ response: signIn(), client: null })
        : json({ response: signIn({ status: 'complete' }), client: null })
    })
    await expect(client.signIn.attemptFirstFactor(attempt)).rejects.toMatchObject({
      code: 'network_error',
    })
    lost = false
    expect((await clientele.client?.signIn.attemptFirstFactor(attempt))?.status).toBe('complete')
    expect(sent().map(line => line.split(' ')[0])).toEqual(['POST', 'GET', 'POST'])
    clientele.dispose()
  })

  it('stays at hand while its outcome is not known, even if the client no longer names it', async () => {
    const { client, clientele, clock } = await open({}, ({ path }) => {
      if (path.endsWith('attempt_first_factor')) throw new TypeError('fetch failed')
      return json({ response: signIn(), client: null })
    })
    await client.signIn.create({ identifier: 'a@b.c' })
    await clientele.client?.signIn.attemptFirstFactor(attempt).catch(() => {})
    await clock.advance(60_000) // the store recovers, and the client it reads has no sign-in
    expect(clientele.status).toBe('ready')
    expect(clientele.client?.signIn.id).toBe('sia_1')
  })

  it('on one that was replaced is refused here', async () => {
    let made = 0
    const { client, clientele, sent } = await open({}, () =>
      json({ response: signIn({ id: `sia_${++made}` }), client: null }),
    )
    const first = await client.signIn.create({ identifier: 'a@b.c' })
    await clientele.client?.signIn.create({ identifier: 'x@y.z' })
    await expect(first.attemptFirstFactor(attempt)).rejects.toMatchObject({
      code: 'attempt_replaced',
    })
    expect(sent()).toHaveLength(2)
    // A blank one acts on whichever is in progress, as code written for the vendor's mutable
    // objects expects.
    await client.signIn.attemptFirstFactor(attempt)
    expect(sent().at(-1)).toBe('POST /client/sign_ins/sia_2/attempt_first_factor')
  })
})

describe('second factors and passwords', () => {
  it('have verbs of their own', async () => {
    const { client, seen } = await open(
      { sign_in: signIn({ status: 'needs_second_factor' }) },
      () => json({ response: signIn({ status: 'needs_second_factor' }), client: null }),
    )
    await client.signIn.prepareSecondFactor({ strategy: 'phone_code', phoneNumberId: 'idn_2' })
    await client.signIn.attemptSecondFactor({ strategy: 'totp', code: '123456' })
    await client.signIn.resetPassword({ password: 'new', signOutOfOtherSessions: true })
    expect(seen.slice(1).map(({ path, form }) => `${path.split('/').at(-1)} ${form}`)).toEqual([
      'prepare_second_factor strategy=phone_code&phone_number_id=idn_2',
      'attempt_second_factor strategy=totp&code=123456',
      'reset_password password=new&sign_out_of_other_sessions=true',
    ])
  })
})

describe('upsert', () => {
  it('creates, or updates what is in progress', async () => {
    const { client, clientele, sent } = await open({}, () =>
      json({ response: signUp(), client: null }),
    )
    await client.signUp.upsert({ emailAddress: 'a@b.c' })
    await clientele.client?.signUp.upsert({ firstName: 'Ada' })
    expect(sent()).toEqual(['POST /client/sign_ups', 'PATCH /client/sign_ups/sua_1'])
  })
})

describe('a provider’s page', () => {
  const params = {
    strategy: 'oauth_google',
    redirectUrl: '/callback',
    redirectUrlComplete: '/done',
  }
  const external = (url: string | null) =>
    verification({ strategy: 'oauth_google', external_verification_redirect_url: url })

  it('is gone to through the port', async () => {
    const gone: string[] = []
    const navigate = (url: string) => void gone.push(url)
    const answer = ({ path }: Seen) =>
      path.endsWith('sign_ins')
        ? json({
            response: signIn({ first_factor_verification: external('https://idp.test/a') }),
            client: null,
          })
        : json({
            response: signUp({
              verifications: { external_account: external('https://idp.test/b') },
            }),
            client: null,
          })
    const { client, seen } = await open({}, answer, { navigate })
    await client.signIn.authenticateWithRedirect(params)
    await client.signUp.authenticateWithRedirect({ ...params, unsafeMetadata: { a: 1 } })
    expect(gone).toEqual(['https://idp.test/a', 'https://idp.test/b'])
    expect(seen.slice(1).map(({ path, form }) => `${path} ${form}`)).toEqual([
      '/client/sign_ins strategy=oauth_google&redirect_url=%2Fcallback&action_complete_redirect_url=%2Fdone',
      '/client/sign_ups strategy=oauth_google&redirect_url=%2Fcallback&unsafe_metadata=%7B%22a%22%3A1%7D&action_complete_redirect_url=%2Fdone',
    ])
  })

  it.each([null, 'javascript:alert(1)', 'not a url'])(
    'that is %s is an answer that makes no sense, and nobody goes there',
    async url => {
      const gone: string[] = []
      const { client } = await open(
        {},
        () =>
          json({ response: signIn({ first_factor_verification: external(url) }), client: null }),
        {
          navigate: to => void gone.push(to),
        },
      )
      await expect(client.signIn.authenticateWithRedirect(params)).rejects.toMatchObject({
        code: 'response_invalid',
      })
      expect(gone).toEqual([])
    },
  )
})

describe('a CAPTCHA', () => {
  const challenged = () => {
    let verified = false
    return ({ path }: Seen) => {
      if (path === '/client/verify') {
        verified = true
        return json({ response: clientJson(), client: null })
      }
      return verified
        ? json({ response: signUp(), client: null })
        : json(errorJson('requires_captcha'), { status: 401 })
    }
  }

  it('is run once, and the request repeated', async () => {
    let runs = 0
    const captcha = async () => `proof ${++runs}`
    const { client, sent, seen, clientele } = await open({}, challenged(), { captcha })
    const errors: unknown[] = []
    clientele.store.subscribe(
      state => state.attempts.signUp.error,
      error => errors.push(error),
    )
    expect((await client.signUp.create({ emailAddress: 'a@b.c' })).id).toBe('sua_1')
    expect(sent()).toEqual([
      'POST /client/sign_ups',
      'POST /client/verify',
      'POST /client/sign_ups',
    ])
    expect(seen[2]?.form.get('captcha_token')).toBe('proof 1')
    expect(runs).toBe(1)
    expect(errors).toEqual([])
  })

  it('without a port says what is missing', async () => {
    const { client, clientele } = await open({}, challenged())
    await expect(client.signUp.create({})).rejects.toMatchObject({ code: 'captcha_unavailable' })
    expect(clientele.store.getState().attempts.signUp).toMatchObject({
      fetchStatus: 'idle',
      error: { code: 'captcha_unavailable' },
    })
    expect(clientele.status).toBe('ready')
  })

  it('goes with the request where the server wants it there', async () => {
    const { client, sent, seen } = await open(
      {},
      ({ form }) =>
        form.get('captcha_token') === 'proof'
          ? json({ response: signUp(), client: null })
          : json(errorJson('captcha_missing_token'), { status: 400 }),
      { captcha: async () => 'proof' },
    )
    expect((await client.signUp.create({ emailAddress: 'a@b.c' })).id).toBe('sua_1')
    expect(sent()).toEqual(['POST /client/sign_ups', 'POST /client/sign_ups'])
    expect(seen.at(-1)?.form.toString()).toBe(
      'email_address=a%40b.c&captcha_token=proof&captcha_widget_type=smart',
    )
  })

  it('that fails is the caller’s error', async () => {
    const captcha = () => Promise.reject(new Error('closed'))
    const { client, sent } = await open({}, challenged(), { captcha })
    await expect(client.signUp.create({})).rejects.toMatchObject({
      code: 'captcha_failed',
      cause: new Error('closed'),
    })
    expect(sent()).toHaveLength(1)
  })
})

describe('next', () => {
  const pending = {
    strategy: 'email_code',
    cooldownUntil: new Date(start + 30_000),
    expireAt: new Date(start + 10 * minute),
    redirectUrl: null,
  }

  it.each([
    ['nothing begun', undefined, { kind: 'start', fields: ['identifier'] }],
    ['abandoned', signIn({ status: 'abandoned' }), { kind: 'start' }],
    ['needs_identifier', signIn({ status: 'needs_identifier' }), { kind: 'start' }],
    [
      'needs_first_factor',
      signIn(),
      {
        kind: 'first_factor',
        factors: [{ strategy: 'email_code', emailAddressId: 'idn_1' }],
        pending: null,
      },
    ],
    [
      'a code under way',
      signIn({ first_factor_verification: verification() }),
      { kind: 'first_factor', pending },
    ],
    [
      'needs_second_factor',
      signIn({ status: 'needs_second_factor', supported_second_factors: [{ strategy: 'totp' }] }),
      { kind: 'second_factor', factors: [{ strategy: 'totp' }], pending: null },
    ],
    [
      'needs_client_trust',
      signIn({ status: 'needs_client_trust', second_factor_verification: verification() }),
      { kind: 'client_trust', factors: [], pending },
    ],
    [
      'needs_new_password',
      signIn({ status: 'needs_new_password' }),
      { kind: 'new_password', fields: ['password'] },
    ],
    [
      'complete',
      signIn({ status: 'complete', created_session_id: 's' }),
      { kind: 'complete', sessionId: 's' },
    ],
    [
      'transferable',
      signIn({
        first_factor_verification: verification({
          status: 'transferable',
          error: { code: 'external_account_not_found' },
        }),
      }),
      { kind: 'transfer', to: 'signUp', error: { code: 'external_account_not_found' } },
    ],
    [
      'a status of tomorrow',
      signIn({ status: 'needs_tomorrow' }),
      { kind: 'unsupported', status: 'needs_tomorrow' },
    ],
  ])('of a sign-in with %s', async (_, sign_in, expected) => {
    const { client } = await open(sign_in ? { sign_in } : {})
    expect(client.signIn.next).toMatchObject(expected)
  })

  it.each([
    ['nothing begun', undefined, { kind: 'start' }],
    [
      'fields missing',
      signUp({ missing_fields: ['password'] }),
      { kind: 'fields', fields: ['password'], optional: ['first_name'] },
    ],
    [
      'an e-mail address to verify',
      signUp({
        verifications: {
          email_address: verification({
            next_action: 'needs_prepare',
            supported_strategies: ['email_code'],
          }),
        },
      }),
      { kind: 'verify', field: 'email_address', strategies: ['email_code'], pending: null },
    ],
    [
      'a code under way',
      signUp({ verifications: { email_address: verification({ next_action: 'needs_attempt' }) } }),
      { kind: 'verify', pending },
    ],
    [
      'a phone number to verify',
      signUp({
        unverified_fields: ['phone_number'],
        verifications: { phone_number: verification({ strategy: 'phone_code' }) },
      }),
      { kind: 'verify', field: 'phone_number', pending: { strategy: 'phone_code' } },
    ],
    [
      'complete',
      signUp({ status: 'complete', created_session_id: 's' }),
      { kind: 'complete', sessionId: 's' },
    ],
    ['abandoned', signUp({ status: 'abandoned' }), { kind: 'start' }],
    [
      'transferable',
      signUp({ verifications: { external_account: verification({ status: 'transferable' }) } }),
      { kind: 'transfer', to: 'signIn' },
    ],
    [
      'a status of tomorrow',
      signUp({ status: 'tomorrow' }),
      { kind: 'unsupported', status: 'tomorrow' },
    ],
    ['nothing to do that is known', signUp({ unverified_fields: [] }), { kind: 'unsupported' }],
  ])('of a sign-up with %s', async (_, sign_up, expected) => {
    const { client } = await open(sign_up ? { sign_up } : {})
    expect(client.signUp.next).toMatchObject(expected)
  })
})

it('an attempt that was forgotten while an answer about it was on its way does not come back', async () => {
  let arrive = () => {}
  const arrived = new Promise<void>(resolve => {
    arrive = resolve
  })
  const { clientele, client } = await open({ sign_in: signIn() }, async () => {
    await arrived
    return json({ response: signIn({ identifier: 'late' }), client: null })
  })
  const reading = client.signIn.reload().catch(() => {})
  client.resetSignIn()
  arrive()
  await reading
  expect(clientele.client?.signIn.id).toBeUndefined()
})
