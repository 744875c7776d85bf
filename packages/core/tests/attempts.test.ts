import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, sessionJson } from './support/wire.ts'

const signIn = (over: object = {}) => ({
  object: 'sign_in_attempt',
  id: 'sia_1',
  status: 'needs_first_factor',
  identifier: 'a@b.c',
  supported_identifiers: ['email_address'],
  supported_first_factors: [
    { strategy: 'email_code', email_address_id: 'idn_1', safe_identifier: 'a***@b.c' },
  ],
  supported_second_factors: null,
  first_factor_verification: null,
  second_factor_verification: null,
  user_data: { first_name: 'Ada', image_url: '', has_image: false },
  created_session_id: null,
  ...over,
})

const open = async (
  answer: (seen: Seen) => Response | Promise<Response>,
  client: object = clientJson(),
) => {
  const wire = scriptedFetch(request =>
    request.path === '/client' ? json({ response: client, client: null }) : answer(request),
  )
  const clock = createManualClock()
  const clientele = createClientele({ publishableKey, fetch: wire.fetch, clock, random: () => 0 })
  await clientele.load()
  const { client: view } = clientele
  if (!view) throw new Error('not known')
  return { ...wire, clientele, client: view }
}

describe('sign-in', () => {
  it('shows the vendor’s property names', async () => {
    const verification = {
      object: 'verification_otp',
      status: 'unverified',
      strategy: 'email_code',
      attempts: 0,
      expire_at: 1_700_000_600_000,
      external_verification_redirect_url: 'https://idp.test/x',
    }
    const sign_in = signIn({ first_factor_verification: verification })
    const { client } = await open(() => json({}), clientJson({ sign_in }))
    expect(client.signIn).toMatchObject({
      id: 'sia_1',
      status: 'needs_first_factor',
      identifier: 'a@b.c',
      supportedFirstFactors: [
        { strategy: 'email_code', emailAddressId: 'idn_1', safeIdentifier: 'a***@b.c' },
      ],
      userData: { firstName: 'Ada' },
      firstFactorVerification: {
        status: 'unverified',
        expireAt: new Date(1_700_000_600_000),
        externalVerificationRedirectURL: new URL('https://idp.test/x'),
      },
      secondFactorVerification: { status: null, expireAt: null, error: null },
    })
  })

  it('create resolves to the attempt, and that is the one on the client', async () => {
    const { client, clientele, seen } = await open(() =>
      json({ response: signIn(), client: clientJson({ sign_in: signIn() }) }),
    )
    const attempt = await client.signIn.create({ identifier: 'a@b.c' })
    expect(attempt.id).toBe('sia_1')
    expect(clientele.client?.signIn).toBe(attempt)
    expect(seen.at(-1)).toMatchObject({ method: 'POST', path: '/client/sign_ins' })
  })

  it('prepare and attempt act on the attempt in progress', async () => {
    const { client, seen } = await open(
      () => json({ response: signIn(), client: clientJson({ sign_in: signIn() }) }),
      clientJson({ sign_in: signIn() }),
    )
    await client.signIn.prepareFirstFactor({ strategy: 'email_code', emailAddressId: 'idn_1' })
    await client.signIn.attemptFirstFactor({ strategy: 'email_code', code: '424242' })
    await client.signIn.reload({ rotatingTokenNonce: 'n' })
    expect(seen.slice(1).map(({ method, path, form }) => `${method} ${path} ${form}`)).toEqual([
      'POST /client/sign_ins/sia_1/prepare_first_factor strategy=email_code&email_address_id=idn_1',
      'POST /client/sign_ins/sia_1/attempt_first_factor strategy=email_code&code=424242',
      'GET /client/sign_ins/sia_1 ',
    ])
    expect(seen.at(-1)?.url.searchParams.get('rotating_token_nonce')).toBe('n')
  })

  it('a factor can be handed in as the attempt lists it', async () => {
    const sign_in = signIn({
      supported_first_factors: [
        {
          strategy: 'phone_code',
          phone_number_id: 'idn_2',
          safe_identifier: '+1***',
          primary: true,
        },
      ],
    })
    const { client, seen } = await open(
      () => json({ response: sign_in, client: clientJson({ sign_in }) }),
      clientJson({ sign_in }),
    )
    for (const factor of client.signIn.supportedFirstFactors ?? [])
      if (factor.strategy === 'phone_code') await client.signIn.prepareFirstFactor(factor)
    expect(seen.at(-1)?.form.toString()).toBe('strategy=phone_code&phone_number_id=idn_2')
  })

  it('without one in progress is refused here, and nothing is sent', async () => {
    const { client, seen } = await open(() => json({}))
    await expect(
      client.signIn.attemptFirstFactor({ strategy: 'password', password: 'x' }),
    ).rejects.toMatchObject({
      code: 'attempt_missing',
    })
    await expect(client.signUp.update({ firstName: 'x' })).rejects.toMatchObject({
      code: 'attempt_missing',
    })
    expect(seen).toHaveLength(1)
  })

  it('that is complete stays readable after the server drops it, until it is reset', async () => {
    const done = signIn({ status: 'complete', created_session_id: 'sess_1' })
    const { client, clientele } = await open(() =>
      json({ response: done, client: clientJson({ sessions: [sessionJson('sess_1')] }) }),
    )
    await client.signIn.create({ identifier: 'a@b.c', password: 'x' })
    await clientele.client?.sessions[0]?.touch().catch(() => {})
    expect(clientele.client?.signIn).toMatchObject({
      status: 'complete',
      createdSessionId: 'sess_1',
    })
    clientele.client?.resetSignIn()
    expect(clientele.client?.signIn.status).toBeNull()
  })

  it('keeps field errors as data, until the next action', async () => {
    let fails = true
    const { client, clientele } = await open(() =>
      fails
        ? json(errorJson('form_password_incorrect', 'password'), { status: 422 })
        : json({ response: signIn(), client: clientJson({ sign_in: signIn() }) }),
    )
    const slice = () => clientele.store.getState().attempts.signIn
    const failed = client.signIn.create({ identifier: 'a@b.c', password: 'secret' })
    expect(slice().fetchStatus).toBe('fetching')
    await expect(failed).rejects.toMatchObject({ code: 'form_password_incorrect' })
    expect(slice()).toMatchObject({
      fetchStatus: 'idle',
      data: null,
      error: {
        code: 'form_password_incorrect',
        status: 422,
        errors: [{ meta: { paramName: 'password' } }],
      },
    })
    fails = false
    await client.signIn.create({ identifier: 'a@b.c', password: 'secret' })
    expect(slice()).toMatchObject({ fetchStatus: 'idle', error: null, data: { id: 'sia_1' } })
    expect(JSON.stringify(clientele.store.getState())).not.toContain('secret')
  })

  it('tells of its progress without making a new client', async () => {
    const { client, clientele } = await open(() => json(errorJson('x'), { status: 422 }))
    const told: unknown[] = []
    clientele.snapshots.subscribe(() => told.push(clientele.client))
    await client.signIn.create({ identifier: 'x' }).catch(() => {})
    expect(told).toEqual([])
  })
})

describe('sign-up', () => {
  const signUp = (over: object = {}) => ({
    object: 'sign_up_attempt',
    id: 'sua_1',
    status: 'missing_requirements',
    required_fields: ['email_address', 'password'],
    optional_fields: ['first_name'],
    missing_fields: ['password'],
    unverified_fields: ['email_address'],
    verifications: {
      email_address: {
        status: 'unverified',
        strategy: 'email_code',
        next_action: 'needs_attempt',
        supported_strategies: ['email_code'],
      },
      phone_number: null,
      web3_wallet: null,
      external_account: null,
    },
    email_address: 'a@b.c',
    web3_wallet: '0x1',
    has_password: false,
    unsafe_metadata: { some_key: 1 },
    created_session_id: null,
    created_user_id: null,
    abandon_at: 1_700_000_000_000,
    ...over,
  })

  it('shows the vendor’s property names, wallet and all', async () => {
    const { client } = await open(() => json({}), clientJson({ sign_up: signUp() }))
    expect(client.signUp).toMatchObject({
      id: 'sua_1',
      missingFields: ['password'],
      unverifiedFields: ['emailAddress'],
      emailAddress: 'a@b.c',
      web3wallet: '0x1',
      unsafeMetadata: { some_key: 1 },
      abandonAt: 1_700_000_000_000,
      verifications: {
        emailAddress: { nextAction: 'needs_attempt', supportedStrategies: ['email_code'] },
        phoneNumber: { nextAction: '', supportedStrategies: [] },
      },
    })
    expect(client.signUp).not.toHaveProperty('web3Wallet')
  })

  it('goes on with update, prepare and attempt', async () => {
    const { client, seen } = await open(
      () => json({ response: signUp(), client: clientJson({ sign_up: signUp() }) }),
      clientJson({ sign_up: signUp() }),
    )
    await client.signUp.update({ password: 'x', unsafeMetadata: {} })
    await client.signUp.prepareEmailAddressVerification()
    await client.signUp.attemptEmailAddressVerification({ code: '424242' })
    await client.signUp.reload()
    expect(seen.slice(1).map(({ method, path, form }) => `${method} ${path} ${form}`)).toEqual([
      'PATCH /client/sign_ups/sua_1 password=x&unsafe_metadata=%7B%7D',
      'POST /client/sign_ups/sua_1/prepare_verification strategy=email_code',
      'POST /client/sign_ups/sua_1/attempt_verification strategy=email_code&code=424242',
      'GET /client/sign_ups/sua_1 ',
    ])
  })
})
