import type { State } from '@clientele/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock } from './support/manual-clock.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, jwtOf, sessionJson, userJson } from './support/wire.ts'

// A Client of `GET /v1/client` as its published description allows it: what is required is there,
// what may be missing is missing at times, what may be null is null at times.

type Fields = Record<string, fc.Arbitrary<unknown>>

const text = fc.string({ maxLength: 12 })
const id = fc.string({ minLength: 1, maxLength: 12 })
const flag = fc.boolean()
const time = fc.integer({ min: 0, max: 4_102_444_800_000 })
const count = fc.integer({ min: -1, max: 100_000 })
const free = fc.dictionary(text, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 3 })
const orNull = (value: fc.Arbitrary<unknown>) => fc.option(value, { freq: 2 })
const some = <Item>(item: fc.Arbitrary<Item>) => fc.array(item, { maxLength: 2 })
const said = (...words: string[]) => fc.constantFrom(...words)

/** An object whose `required` fields are there, each of `others` may be missing. */
const record = (required: Fields, others: Fields = {}) =>
  fc.record({ ...required, ...others }, { requiredKeys: Object.keys(required) })

const error = record({ code: text, message: text, long_message: text }, { meta: free })
const statuses = said('unverified', 'verified', 'failed', 'expired', 'transferable')
const strategies = said('email_code', 'phone_code', 'email_link', 'oauth_google', 'saml', 'ticket')
const verificationFields: Fields = {
  object: text,
  attempts: orNull(count),
  expire_at: orNull(time),
  nonce: orNull(text),
  message: orNull(text),
  external_verification_redirect_url: orNull(text),
  verified_at_client: text,
  error: orNull(error),
}
const verification = record({ status: statuses, strategy: strategies }, verificationFields)
const signUpVerification = record(
  {
    status: statuses,
    strategy: strategies,
    next_action: said('needs_prepare', 'needs_attempt', ''),
    supported_strategies: some(text),
  },
  verificationFields,
)

const publicUserData = record(
  { first_name: orNull(text), last_name: orNull(text), identifier: text, has_image: flag },
  {
    image_url: orNull(text),
    user_id: orNull(text),
    username: orNull(text),
    profile_image_url: orNull(text),
    banned: flag,
  },
)
const organization = record(
  {
    object: fc.constant('organization'),
    id,
    name: text,
    slug: text,
    has_image: flag,
    max_allowed_memberships: count,
    admin_delete_enabled: flag,
    public_metadata: free,
    created_at: time,
    updated_at: time,
  },
  { image_url: text, members_count: count, logo_url: orNull(text) },
)
const membership = record(
  {
    object: fc.constant('organization_membership'),
    id,
    public_metadata: free,
    role: text,
    role_name: text,
    permissions: orNull(some(text)),
    created_at: time,
    updated_at: time,
    organization,
  },
  { public_user_data: orNull(publicUserData) },
)
const identification = (name: string) =>
  record({
    id,
    object: fc.constant(name),
    [name]: text,
    verification: orNull(verification),
    linked_to: some(record({ type: text, id })),
    reserved: flag,
    created_at: time,
    updated_at: time,
  })
const user = record(
  {
    id,
    object: fc.constant('user'),
    username: orNull(text),
    first_name: orNull(text),
    last_name: orNull(text),
    has_image: flag,
    primary_email_address_id: orNull(text),
    primary_phone_number_id: orNull(text),
    primary_web3_wallet_id: orNull(text),
    password_enabled: flag,
    two_factor_enabled: flag,
    totp_enabled: flag,
    backup_code_enabled: flag,
    email_addresses: some(identification('email_address')),
    phone_numbers: some(identification('phone_number')),
    web3_wallets: some(identification('web3_wallet')),
    passkeys: some(record({ id, name: text, verification: orNull(verification) })),
    external_accounts: some(free),
    saml_accounts: some(free),
    public_metadata: free,
    external_id: orNull(text),
    last_sign_in_at: orNull(time),
    banned: flag,
    locked: flag,
    lockout_expires_in_seconds: orNull(count),
    verification_attempts_remaining: orNull(count),
    created_at: time,
    updated_at: time,
    delete_self_enabled: flag,
    create_organization_enabled: flag,
    last_active_at: orNull(time),
    mfa_enabled_at: orNull(time),
    mfa_disabled_at: orNull(time),
    legal_accepted_at: orNull(time),
  },
  {
    image_url: text,
    organization_memberships: some(membership),
    private_metadata: free,
    unsafe_metadata: free,
    password_last_updated_at: orNull(time),
    profile_image_url: text,
  },
)
const session = record(
  {
    id,
    object: fc.constant('session'),
    status: said('active', 'pending', 'revoked', 'ended', 'expired', 'removed', 'abandoned'),
    expire_at: time,
    abandon_at: time,
    last_active_at: time,
    last_active_organization_id: orNull(text),
    public_user_data: orNull(publicUserData),
    factor_verification_age: some(count),
    created_at: time,
    updated_at: time,
  },
  {
    actor: orNull(free),
    tasks: orNull(some(record({ key: text }))),
    last_active_token: orNull(record({ object: fc.constant('token'), jwt: text })),
    user,
  },
)
const factor = record(
  { strategy: text },
  {
    safe_identifier: text,
    email_address_id: text,
    phone_number_id: text,
    web3_wallet_id: text,
    passkey_id: text,
    enterprise_connection_id: text,
    primary: orNull(flag),
    default: flag,
    external_verification_redirect_url: orNull(text),
  },
)
const signIn = record(
  {
    object: fc.constant('sign_in_attempt'),
    id,
    status: said('needs_identifier', 'needs_first_factor', 'needs_protect_check', 'complete'),
    supported_identifiers: some(text),
    supported_first_factors: orNull(some(factor)),
    supported_second_factors: orNull(some(factor)),
    first_factor_verification: orNull(verification),
    second_factor_verification: orNull(verification),
    identifier: orNull(text),
    user_data: orNull(
      record(
        { first_name: orNull(text), last_name: orNull(text), has_image: flag },
        { image_url: text, profile_image_url: orNull(text) },
      ),
    ),
    created_session_id: orNull(text),
    abandon_at: time,
  },
  { client_trust_state: orNull(said('pending', 'new', 'known')) },
)
const signUp = record(
  {
    object: fc.constant('sign_up_attempt'),
    id,
    status: said('abandoned', 'missing_requirements', 'complete'),
    required_fields: some(text),
    optional_fields: some(text),
    missing_fields: some(text),
    unverified_fields: some(text),
    verifications: record({
      email_address: orNull(signUpVerification),
      phone_number: orNull(signUpVerification),
      web3_wallet: orNull(signUpVerification),
      external_account: orNull(verification),
    }),
    username: orNull(text),
    email_address: orNull(text),
    phone_number: orNull(text),
    web3_wallet: orNull(text),
    password_enabled: flag,
    first_name: orNull(text),
    last_name: orNull(text),
    custom_action: flag,
    external_id: orNull(text),
    created_session_id: orNull(text),
    created_user_id: orNull(text),
    abandon_at: time,
    legal_accepted_at: orNull(time),
  },
  { unsafe_metadata: free, public_metadata: free },
)
const client = record({
  object: fc.constant('client'),
  id,
  sessions: fc.uniqueArray(session, { maxLength: 3, selector: ({ id: key }) => key }),
  sign_in: orNull(signIn),
  sign_up: orNull(signUp),
  last_active_session_id: orNull(text),
  last_authentication_strategy: orNull(text),
  cookie_expires_at: orNull(time),
  captcha_bypass: flag,
  created_at: time,
  updated_at: time,
})

const open = (body: unknown, options: object = {}) => {
  const { fetch } = scriptedFetch(() => json({ response: body, client: null }))
  return createClientele({ publishableKey, fetch, clock: createManualClock(), ...options })
}

describe('a client that is as its description says', () => {
  it('loads, whatever it holds, and its views can be read', async () => {
    const property = fc.asyncProperty(orNull(client), async body => {
      const clientele = open(body)
      await clientele.load()
      expect(clientele.store.getState().connection).toEqual({ status: 'ready', error: null })
      const sessions = (body as { sessions?: unknown[] } | null)?.sessions ?? []
      expect(clientele.client?.sessions).toHaveLength(sessions.length)
      expect(JSON.stringify(clientele.snapshots.get())).toContain('"status":"ready"')
      clientele.dispose()
    })
    await fc.assert(property, { numRuns: 600 })
  }, 60_000)

  it.each([
    ['an actor without a subject', { actor: { type: 'agent' } }, { actor: { type: 'agent' } }],
    ['an actor whose subject is no text', { actor: { sub: 5 } }, { actor: { sub: 5 } }],
    ['one age of a factor', { factor_verification_age: [3] }, { factorVerificationAge: [3] }],
    ['no age of a factor', { factor_verification_age: [] }, { factorVerificationAge: [] }],
    ['no time of its last use', { last_active_at: undefined }, { lastActiveAt: new Date(0) }],
    ['no time of its making', { created_at: null, updated_at: null }, { createdAt: new Date(0) }],
  ])('may have a session with %s', async (_, over, shown) => {
    const clientele = open(clientJson({ sessions: [sessionJson('sess_1', over)] }))
    await clientele.load()
    expect(clientele.status).toBe('ready')
    expect(clientele.session).toMatchObject(shown)
  })

  it('may have identifiers of which only the id is told', async () => {
    const user = userJson('user_1', {
      email_addresses: [{ id: 'idn_1', verification: { error: {} } }],
      phone_numbers: [{ id: 'idn_2' }],
    })
    const clientele = open(clientJson({ sessions: [sessionJson('sess_1', { user })] }))
    await clientele.load()
    expect(clientele.user?.primaryEmailAddress?.emailAddress).toBe('')
    expect(clientele.user?.phoneNumbers).toMatchObject([
      { phoneNumber: '', verification: { status: null } },
    ])
  })

  it('may hold metadata seventy levels deep', async () => {
    const deep = JSON.parse(`${'{"a_b":'.repeat(70)}1${'}'.repeat(70)}`)
    const sessions = [
      sessionJson('sess_1', {
        user: userJson('user_1', { public_metadata: deep, unsafe_metadata: deep }),
        last_active_token: { jwt: jwtOf('sess_1', 1_767_225_600) },
      }),
    ]
    const clientele = open(clientJson({ sessions }))
    await clientele.load()
    expect(clientele.status).toBe('ready')
    expect(clientele.user?.publicMetadata).toEqual(deep)
    const initialState = JSON.parse(JSON.stringify(clientele.store.getState()))
    expect(open(null, { initialState }).user?.unsafeMetadata).toEqual(deep)
  })
})

describe('initialState', () => {
  const given = async (): Promise<State> => {
    const clientele = open(clientJson({ sessions: [sessionJson('sess_1')] }))
    await clientele.load()
    return JSON.parse(JSON.stringify(clientele.store.getState()))
  }

  it('is copied: the caller’s stays as free as it was, and is not shown', async () => {
    const initialState = await given()
    const clientele = open(null, { initialState })
    const before = clientele.store.getState()
    expect(before).toEqual(initialState)
    Object.assign(initialState.sessions, { activeId: null })
    Object.assign(initialState.users.byId.user_1 ?? {}, { firstName: 'Eve' })
    expect(clientele.session?.id).toBe('sess_1')
    expect(clientele.user?.firstName).toBe('Ada')
    expect(clientele.store.getState()).toBe(before)
  })

  it('that holds what is no part of a state is taken', async () => {
    const initialState = { ...(await given()), more: 1 }
    expect(open(null, { initialState }).session?.id).toBe('sess_1')
  })

  type Loose = Record<string, Record<string, unknown>>
  it.each<[string, string, (state: Loose) => unknown]>([
    ['null', 'initialState', () => null],
    ['a number', 'initialState', () => 7],
    ['a list', 'initialState', () => []],
    ['text', 'initialState', state => JSON.stringify(state)],
    ['empty', 'initialState.', () => ({})],
    ['without users', 'initialState.users', ({ users: _, ...state }) => state],
    ['with a list of ids that is none', 'sessions.ids', s => ({ ...s, sessions: { ids: {} } })],
    ['with a flag that is text', 'client.loaded', s => ({ ...s, client: { loaded: 'yes' } })],
    [
      'without a sign-in',
      'attempts.signIn',
      state => ({ ...state, attempts: { ...state.attempts, signIn: undefined } }),
    ],
    [
      'without what may be null',
      'sessions.activeId',
      state => ({ ...state, sessions: { ...state.sessions, activeId: undefined } }),
    ],
  ])('that is %s is refused at once, with %s by name', async (_, name, spoil) => {
    const initialState = spoil((await given()) as unknown as Loose) // as: to be spoilt
    expect(() => open(null, { initialState })).toThrow(TypeError)
    expect(() => open(null, { initialState })).toThrow(name)
  })
})
