import type { ClienteleOptions } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, jwtOf, sessionJson, userJson } from './support/wire.ts'

const day = 24 * 60 * 60 * 1000

const open = async (
  client: object | null,
  options: Partial<ClienteleOptions> = {},
  answer?: (seen: Seen) => Response,
) => {
  const wire = scriptedFetch(
    request => answer?.(request) ?? json({ response: client, client: null }),
  )
  const clock = createManualClock()
  const clientele = createClientele({
    publishableKey,
    fetch: wire.fetch,
    clock,
    random: () => 0,
    ...options,
  })
  await clientele.load()
  const { client: view } = clientele
  if (!view) throw new Error('the client is not known')
  return { ...wire, clock, clientele, client: view }
}

const rich = clientJson({
  sessions: [
    sessionJson('sess_1'),
    sessionJson('sess_2', {
      status: 'pending',
      tasks: [{ key: 'setup-mfa' }],
      user: userJson('user_2'),
    }),
    sessionJson('sess_3', { status: 'ended' }),
  ],
  last_active_session_id: 'sess_2',
  last_authentication_strategy: 'email_code',
  cookie_expires_at: Date.UTC(2026, 0, 20),
  captcha_bypass: true,
})

describe('properties', () => {
  it('are those of the specification', async () => {
    const { client } = await open(rich)
    expect(client.id).toBe('client_1')
    expect(client.captchaBypass).toBe(true)
    expect(client.cookieExpiresAt).toEqual(new Date(Date.UTC(2026, 0, 20)))
    expect(client.createdAt).toEqual(new Date(1_700_000_000_000))
    expect(client.updatedAt).toEqual(new Date(1_700_000_000_000))
    expect(client.lastActiveSessionId).toBe('sess_2')
    expect(client.lastAuthenticationStrategy).toBe('email_code')
    expect(client.sessions.map(({ id }) => id)).toEqual(['sess_1', 'sess_2', 'sess_3'])
    expect(client.signedInSessions.map(({ id }) => id)).toEqual(['sess_1', 'sess_2'])
    expect(client.signIn).toMatchObject({
      id: undefined,
      status: null,
      identifier: null,
      createdSessionId: null,
    })
    expect(client.signUp).toMatchObject({
      id: undefined,
      status: null,
      missingFields: [],
      hasPassword: false,
    })
  })

  it('of a client that the server does not have yet are blank, and it is known to be so', async () => {
    const { client, clientele } = await open(null)
    expect(client).toMatchObject({
      id: undefined,
      captchaBypass: false,
      cookieExpiresAt: null,
      createdAt: null,
      updatedAt: null,
      lastActiveSessionId: null,
      lastAuthenticationStrategy: null,
      sessions: [],
      signedInSessions: [],
    })
    expect(client.isNew()).toBe(true)
    expect(clientele.session).toBeNull()
    expect(clientele.user).toBeNull()
  })

  it('of a blank attempt are those of one of which the server says nothing', async () => {
    const { client: blank } = await open(null)
    const said = {
      sign_in: { id: 'sia_1', status: 'new' },
      sign_up: { id: 'sua_1', status: 'new' },
    }
    const { client } = await open(clientJson(said))
    const dataOf = (attempt: object) =>
      Object.fromEntries(Object.entries(attempt).filter(([, value]) => typeof value !== 'function'))
    for (const kind of ['signIn', 'signUp'] as const)
      expect({ ...dataOf(client[kind]), id: undefined, status: null, next: null }).toStrictEqual({
        ...dataOf(blank[kind]),
        next: null,
      })
  })

  it('that a server leaves out have a stand-in', async () => {
    const { client } = await open({ id: 'client_1' })
    expect(client).toMatchObject({
      sessions: [],
      captchaBypass: false,
      createdAt: null,
      lastActiveSessionId: null,
    })
    expect(client.isNew()).toBe(false)
  })

  it('are undefined before load, which nobody can mistake for signed out', () => {
    const clientele = createClientele({ publishableKey, fetch: async () => json({}) })
    expect([clientele.client, clientele.session, clientele.user]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(clientele.status).toBe('idle')
  })

  it('of sessions and users are the vendor’s, with Dates', async () => {
    const { client } = await open(rich)
    const [first, second] = client.sessions
    expect(first).toMatchObject({
      id: 'sess_1',
      status: 'active',
      expireAt: new Date(1_900_000_000_000),
      lastActiveAt: new Date(1_700_000_000_000),
      factorVerificationAge: [0, -1],
      actor: null,
      agent: null,
      publicUserData: { identifier: 'a@b.c', firstName: null },
      user: {
        fullName: 'Ada Lovelace',
        primaryEmailAddress: { emailAddress: 'user_1@example.com' },
      },
    })
    expect(first?.user?.createdAt).toEqual(new Date(1_700_000_000_000))
    expect(first?.user?.lastSignInAt).toBeNull()
    expect(second?.currentTask).toEqual({ key: 'setup-mfa' })
  })

  it('keep free-form data as it is', async () => {
    const { client } = await open(rich)
    expect(client.sessions[0]?.user?.publicMetadata).toEqual({ snake_key: { inner_key: 1 } })
  })
})

describe('views', () => {
  it('are frozen, and so is the state', async () => {
    const { client, clientele } = await open(rich)
    const frozen = (value: unknown): boolean =>
      typeof value !== 'object' ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(frozen))
    expect(Object.isFrozen(client)).toBe(true)
    expect(Object.isFrozen(client.sessions)).toBe(true)
    expect(Object.isFrozen(client.sessions[0])).toBe(true)
    expect(frozen(clientele.store.getState())).toBe(true)
    // Every store shows the same blank ones.
    expect(
      frozen(Object.freeze([client.signIn.supportedIdentifiers, client.signUp.unsafeMetadata])),
    ).toBe(true)
  })

  it('of two sessions of one user share the user', async () => {
    const { client } = await open(
      clientJson({ sessions: [sessionJson('sess_1'), sessionJson('sess_2')] }),
    )
    expect(client.sessions[0]?.user).toBe(client.sessions[1]?.user)
  })

  it('have methods that survive being taken out, and stay the same', async () => {
    const { client, clientele } = await open(rich)
    const { reload } = client
    const { touch } = client.sessions[0] ?? {}
    // the token answer is not one here
    await expect(reload()).rejects.toMatchObject({ code: 'response_invalid' })
    expect(clientele.client?.reload).toBe(reload)
    expect(clientele.client?.sessions[0]?.touch).toBe(touch)
  })

  it('show tokens to those who ask, and to no JSON', async () => {
    const jwt = jwtOf('sess_1', Date.UTC(2026, 0, 1) / 1000)
    const { client, clientele } = await open(
      clientJson({
        sessions: [sessionJson('sess_1', { last_active_token: { object: 'token', jwt } })],
      }),
    )
    expect(client.sessions[0]?.lastActiveToken?.getRawString()).toBe(jwt)
    expect(JSON.stringify([client, clientele.store.getState()])).not.toContain(jwt.slice(0, 20))
    expect(Object.keys(client.sessions[0] ?? {})).not.toContain('lastActiveToken')
  })
})

describe('isEligibleForTouch', () => {
  const now = Date.UTC(2026, 0, 1)
  it.each([
    [null, false],
    [now + 8 * day + 1, false],
    [now + 8 * day, true],
    [now + 1, true],
    [now - day, true],
  ])('cookie_expires_at %s: %s', async (cookie_expires_at, expected) => {
    const { client } = await open(clientJson({ cookie_expires_at }))
    expect(client.isEligibleForTouch()).toBe(expected)
  })
})

describe('methods', () => {
  const answer =
    (client: unknown) =>
    ({ method }: Seen) =>
      method === 'GET'
        ? json({ response: rich, client: null })
        : json({ response: client, client: null })

  it('create() resolves to the new client', async () => {
    const { client, seen } = await open(rich, {}, answer(clientJson({ id: 'client_2' })))
    expect((await client.create()).id).toBe('client_2')
    expect(seen.at(-1)).toMatchObject({ method: 'PUT', path: '/client' })
  })

  it('removeSessions() resolves to the client without sessions', async () => {
    const { client, clientele, seen } = await open(rich, {}, answer(clientJson()))
    const next = await client.removeSessions()
    expect(next.sessions).toEqual([])
    expect(next).toBe(clientele.client)
    expect(clientele.session).toBeNull()
    expect(seen.at(-1)).toMatchObject({ method: 'DELETE', path: '/client/sessions' })
  })

  it('destroy() brings every slice back to its beginning, whatever the answer carries', async () => {
    const { client, clientele } = await open(rich, {}, answer(rich))
    expect(await client.destroy()).toBeUndefined()
    expect(clientele.client).toMatchObject({
      id: undefined,
      sessions: [],
      captchaBypass: false,
      createdAt: null,
    })
    expect(clientele.client?.isNew()).toBe(true)
    expect(clientele.session).toBeNull()
    expect(clientele.store.getState().cache.epoch).toBe(1)
  })

  it('that fail change nothing', async () => {
    const { client, clientele } = await open(rich, {}, ({ method }) =>
      method === 'GET'
        ? json({ response: rich, client: null })
        : json({ errors: [{ code: 'x', message: '' }] }, { status: 403 }),
    )
    const before = clientele.store.getState()
    await expect(client.destroy()).rejects.toMatchObject({ code: 'x' })
    await expect(client.removeSessions()).rejects.toMatchObject({ code: 'x' })
    await expect(client.create()).rejects.toMatchObject({ code: 'x' })
    expect(clientele.store.getState()).toEqual(before)
    expect(clientele.client).toBe(client)
  })

  it('resetSignIn() and resetSignUp() are immediate and local, and the attempt does not come back', async () => {
    const attempts = clientJson({
      sign_in: { id: 'sia_1', status: 'needs_first_factor' },
      sign_up: { id: 'sua_1', status: 'missing_requirements' },
    })
    let times = 0
    const { client, clientele, seen } = await open(attempts, {}, () =>
      json(`${JSON.stringify({ response: attempts, client: null })}${' '.repeat(++times)}`),
    )
    expect(client.signIn.id).toBe('sia_1')
    client.resetSignIn()
    client.resetSignUp()
    expect(clientele.client?.signIn.id).toBeUndefined()
    expect(clientele.client?.signUp.id).toBeUndefined()
    expect(seen).toHaveLength(1)
    await clientele.client?.reload()
    expect(clientele.client?.signIn.id).toBeUndefined()
  })

  it('clearCache() bumps the epoch and forgets tokens', async () => {
    const jwt = jwtOf('sess_1', Date.UTC(2026, 0, 1) / 1000)
    const { client, clientele } = await open(
      clientJson({ sessions: [sessionJson('sess_1', { last_active_token: { jwt } })] }),
    )
    client.clearCache()
    expect(client.sessions[0]?.lastActiveToken).toBeNull()
    expect(clientele.store.getState().cache.epoch).toBe(1)
  })
})

describe('the session to begin with', () => {
  it('is the last active one, also when it is pending', async () => {
    const { clientele } = await open(rich)
    expect(clientele.session?.id).toBe('sess_2')
  })

  it('is the first that is signed in, when the last active one is not', async () => {
    const { clientele } = await open(clientJson({ ...rich, last_active_session_id: 'sess_3' }))
    expect(clientele.session?.id).toBe('sess_1')
  })

  it('is the one that the option chooses', async () => {
    const { clientele } = await open(rich, {
      selectInitialSession: client => client.signedInSessions[0],
    })
    expect(clientele.session?.id).toBe('sess_1')
  })

  it('is none when the option chooses none', async () => {
    const { clientele } = await open(rich, { selectInitialSession: () => undefined })
    expect(clientele.session).toBeNull()
  })

  it('is the usual one when the option throws, which is reported', async () => {
    const errors: unknown[] = []
    const { clientele } = await open(rich, {
      onError: error => errors.push(error),
      selectInitialSession: () => {
        throw new Error('mine')
      },
    })
    expect(clientele.session?.id).toBe('sess_2')
    expect(errors).toEqual([new Error('mine')])
  })
})
