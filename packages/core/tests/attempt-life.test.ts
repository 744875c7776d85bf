import type { ClienteleOptions } from '@clientele/core'
import { signInForm, signUpForm } from '@clientele/core/attempt-form'
import { redirectCallback } from '@clientele/core/redirect-callback'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock, flush } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { openLoaded, outcomeOf } from './support/session-server.ts'
import { clientJson, errorJson, sessionJson } from './support/wire.ts'

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

const prepare = { strategy: 'email_code' as const, emailAddressId: 'idn_1' }
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

  const attempt = { strategy: 'email_code' as const, code: '424242' }

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
    strategy: 'oauth_google' as const,
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
      { kind: 'fields', fields: ['password'], optional: ['firstName'] },
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
      { kind: 'verify', field: 'emailAddress', strategies: ['email_code'], pending: null },
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
      { kind: 'verify', field: 'phoneNumber', pending: { strategy: 'phone_code' } },
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

describe('what is under way when an attempt is reset or replaced', () => {
  const kinds = ['signIn', 'signUp'] as const
  const params = { signIn: { identifier: 'a@b.c' }, signUp: { emailAddress: 'a@b.c' } }
  const paths = { signIn: '/client/sign_ins', signUp: '/client/sign_ups' }

  /** A store over a server that answers what begins with a path when it is told to. */
  const openHeld = async (holds: string) => {
    const opened = await openLoaded({}, [])
    const { clientele, server } = opened
    const gates: (() => void)[] = []
    server.on = ({ path }) =>
      path.startsWith(holds)
        ? new Promise(resolve => {
            gates.push(() => resolve(undefined))
          })
        : undefined
    const forms = { signIn: signInForm(clientele), signUp: signUpForm(clientele) }
    return { ...opened, gates, forms }
  }

  it.each(kinds)('a %s that is being created stays reset', async kind => {
    const { forms, gates, clock, clientele } = await openHeld(paths[kind])
    const form = forms[kind]
    const created = form.get().create(params[kind])
    const outcome = outcomeOf(clock, created, 100)
    await flush()
    form.get().reset()
    expect(form.get()).toMatchObject({ next: { kind: 'start' }, fetchStatus: 'idle' })
    gates[0]?.()
    expect(await outcome).toMatchObject({ error: { code: 'aborted' } })
    await clientele.client?.reload()
    expect(form.get()).toMatchObject({ next: { kind: 'start' }, fetchStatus: 'idle' })
  })

  it.each(kinds)('the same %s begun again after a reset is another one', async kind => {
    const { forms, gates, clock, server } = await openHeld(paths[kind])
    const form = forms[kind]
    form
      .get()
      .create(params[kind])
      .catch(() => {})
    await flush()
    form.get().reset()
    const second = form.get().create(params[kind])
    await flush()
    for (let open = gates.shift(); open; open = gates.shift()) {
      open()
      await flush()
    }
    expect(await outcomeOf(clock, second, 100)).not.toBeInstanceOf(Error)
    expect(server.count('POST', paths[kind])).toBe(2)
    expect(form.get().next?.kind).not.toBe('start')
    expect(form.get().fetchStatus).toBe('idle')
  })

  it('a refusal of the attempt of before does not land on the form', async () => {
    const opened = await openLoaded({}, [])
    const { clientele, server, clock } = opened
    const form = signInForm(clientele)
    await form.get().create({ identifier: 'a@b.c' })
    let refuse = () => {}
    server.on = ({ path }) =>
      path.endsWith('attempt_first_factor')
        ? new Promise(resolve => {
            refuse = () =>
              resolve(json(errorJson('form_password_incorrect', 'password'), { status: 422 }))
          })
        : undefined
    const attempted = form.get().attemptFirstFactor({ strategy: 'password', password: 'x' })
    const outcome = outcomeOf(clock, attempted, 100)
    await flush()
    form.get().reset()
    refuse()
    expect(await outcome).toMatchObject({ error: expect.any(Error) })
    expect(form.get()).toMatchObject({
      next: { kind: 'start' },
      errors: { fields: {}, global: [] },
      fetchStatus: 'idle',
    })
  })

  it('fetchStatus is fetching until the last action is done', async () => {
    const { forms, gates, clock } = await openHeld('/client/sign_ins/')
    const form = forms.signIn
    await form.get().create({ identifier: 'a@b.c' })
    const first = form.get().reload()
    const second = form.get().attemptFirstFactor({ strategy: 'password', password: 'x' })
    await flush()
    gates.shift()?.()
    await outcomeOf(clock, first, 100)
    expect(form.get().fetchStatus).toBe('fetching')
    gates.shift()?.()
    await outcomeOf(clock, second, 100)
    expect(form.get().fetchStatus).toBe('idle')
  })
})

describe('a complete attempt', () => {
  const complete = async () => {
    const opened = await openLoaded({}, [])
    const { clientele, clock } = opened
    const form = signInForm(clientele)
    await form.get().create({ identifier: 'a@b.c' })
    await form.get().attemptFirstFactor({ strategy: 'password', password: 'x' })
    const id = clientele.client?.signIn.createdSessionId ?? ''
    expect(form.get().next).toMatchObject({ kind: 'complete', sessionId: id })
    const activated = clientele.setActive({ session: id })
    await outcomeOf(clock, activated, 100)
    return { ...opened, form, id }
  }

  it('begins anew once its session is active, and stays readable while that lives', async () => {
    const { clientele, form, id } = await complete()
    expect(form.get().next?.kind).toBe('start')
    expect(clientele.client?.signIn).toMatchObject({ status: 'complete', createdSessionId: id })
  })

  it.each<[string, (opened: Awaited<ReturnType<typeof complete>>) => Promise<unknown> | undefined]>(
    [
      ['signOut()', ({ clientele }) => clientele.signOut()],
      ['signOut() of it', ({ clientele, id }) => clientele.signOut({ sessionId: id })],
      ['session.remove()', ({ clientele }) => clientele.session?.remove()],
      ['session.end()', ({ clientele }) => clientele.session?.end()],
      ['client.destroy()', ({ clientele }) => clientele.client?.destroy()],
      ['client.removeSessions()', ({ clientele }) => clientele.client?.removeSessions()],
      [
        'its end elsewhere',
        ({ clientele, server }) => {
          server.sessions = []
          return clientele.client?.reload()
        },
      ],
      [
        'a sign-out that the network keeps from the server',
        ({ clientele, server }) => {
          server.on = () => 'lost'
          return clientele.signOut()
        },
      ],
    ],
  )('is gone with its session after %s', async (_, end) => {
    const opened = await complete()
    await outcomeOf(opened.clock, end(opened), 10_000)
    const { signIn, next } = opened.form.get()
    expect([next?.kind, signIn?.id, signIn?.identifier]).toEqual(['start', undefined, null])
    opened.clientele.dispose()
  })
})

describe('a redirect callback', () => {
  const provider = { status: 'verified', strategy: 'oauth_google' }
  const sessions = [sessionJson('sess_old'), sessionJson('sess_new')]
  const old = signIn({ id: 'sia_old', status: 'complete', created_session_id: 'sess_old' })
  const came = signUp({
    status: 'complete',
    created_session_id: 'sess_new',
    verifications: { external_account: provider },
  })

  it.each([
    ['a complete sign-in', old],
    ['an unfinished sign-in', signIn({ id: 'sia_old' })],
  ])('passes over %s that is older than the provider', async (_, sign_in) => {
    const { fetch } = scriptedFetch(({ path }) =>
      path === '/client'
        ? json({
            response: clientJson({ sessions, sign_in, sign_up: came }),
            client: null,
          })
        : json({ response: sessions[1], client: clientJson({ sessions, sign_in, sign_up: came }) }),
    )
    const clientele = createClientele({ publishableKey, fetch })
    await clientele.load()
    expect(await clientele.use(redirectCallback()).handle()).toEqual({
      kind: 'complete',
      sessionId: 'sess_new',
    })
    expect(clientele.session?.id).toBe('sess_new')
    clientele.dispose()
  })
})

it('in whatever order: what was reset is never shown again, and nothing stays fetching', async () => {
  const steps = ['create', 'attempt', 'reload', 'reset', 'sign out', 'answer', 'refuse'] as const
  const property = fc.asyncProperty(
    fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 12 }),
    async names => {
      const { clientele, server, clock } = await openLoaded({}, [])
      const gates: ((answer?: Response) => void)[] = []
      server.on = ({ path }) =>
        path.startsWith('/client/sign_ins')
          ? new Promise(resolve => {
              gates.push(resolve)
            })
          : undefined
      const form = signInForm(clientele)
      const seen = () => clientele.client?.signIn.id
      const dead = new Set<string>()
      const faults: string[] = []
      let blank = false
      clientele.store.subscribe(() => {
        const id = seen()
        // After a reset there is none until another one is begun.
        if (id !== undefined && (blank || dead.has(id))) faults.push(`${id} came back`)
      })
      const run: Record<(typeof steps)[number], () => unknown> = {
        create: () => {
          blank = false
          return form.get().create({ identifier: 'a@b.c' })
        },
        attempt: () => form.get().attemptFirstFactor({ strategy: 'password', password: 'x' }),
        reload: () => form.get().reload(),
        reset: () => {
          const id = seen()
          if (id !== undefined) dead.add(id)
          form.get().reset()
          blank = true
          expect(form.get()).toMatchObject({ next: { kind: 'start' }, fetchStatus: 'idle' })
          expect(form.get().errors.global).toEqual([])
        },
        'sign out': () => clientele.signOut(),
        answer: () => gates.shift()?.(),
        refuse: () => gates.shift()?.(json(errorJson('not_allowed'), { status: 422 })),
      }
      for (const name of names) {
        Promise.resolve(run[name]()).catch(() => {})
        await clock.advance(5)
      }
      for (let rounds = 0; rounds < 30; rounds++) {
        gates.shift()?.()
        await clock.advance(5)
      }
      expect(form.get().fetchStatus).toBe('idle')
      if (blank) expect(form.get().next?.kind).toBe('start')
      expect(faults).toEqual([])
      clientele.dispose()
      expect(clock.pending).toBe(0)
    },
  )
  await fc.assert(property, { numRuns: 150 })
})
