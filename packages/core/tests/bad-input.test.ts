import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock } from './support/manual-clock.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, sessionJson, userJson } from './support/wire.ts'

const good = clientJson({ sessions: [sessionJson('sess_1')], last_active_session_id: 'sess_1' })
const envelope = (client: unknown) => ({ response: client, client: null })

/** A store that knows `good`, over a server that answers `body` from now on. */
const open = async () => {
  let body: unknown = envelope(good)
  const { fetch } = scriptedFetch(() => json(body))
  const clock = createManualClock()
  const clientele = createClientele({ publishableKey, fetch, clock, random: () => 0 })
  await clientele.load()
  const before = clientele.store.getState()
  return {
    clientele,
    clock,
    answer: async (next: unknown) => {
      body = next
      return clientele.client?.reload().then(
        () => 'accepted',
        error => error,
      )
    },
    unchanged: () => {
      const { connection: _, ...now } = clientele.store.getState()
      const { connection: __, ...then } = before
      return Object.entries(now).every(([name, slice]) => slice === then[name as keyof typeof then])
    },
  }
}

const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`

describe('an answer that is not what it should be', () => {
  it.each([
    ['HTML', '<!doctype html><title>Gateway</title>', 'unreadable'],
    ['truncated JSON', JSON.stringify(envelope(good)).slice(0, -20), 'unreadable'],
    ['an array', [], 'answer'],
    ['a number', 7, 'answer'],
    ['an object that is no envelope', {}, 'nothing'],
    ['a client that is text', envelope('client'), 'client'],
    ['a client without an id', envelope({ ...good, id: undefined }), 'client.id'],
    ['an id that is a number', envelope({ ...good, id: 5 }), 'client.id'],
    ['sessions that are no list', envelope({ ...good, sessions: {} }), 'client.sessions'],
    ['a session that is null', envelope({ ...good, sessions: [null] }), 'client.sessions.0'],
    [
      'a session without a status',
      envelope({ ...good, sessions: [{ ...sessionJson('x'), status: undefined }] }),
      'client.sessions.0.status',
    ],
    [
      'a session with a bad time',
      envelope({
        ...good,
        sessions: [sessionJson('sess_1'), sessionJson('x', { expire_at: 'soon' })],
      }),
      'client.sessions.1.expire_at',
    ],
    [
      'a user without an id',
      envelope({ ...good, sessions: [sessionJson('x', { user: {} })] }),
      'client.sessions.0.user.id',
    ],
    [
      'a user with a bad e-mail list',
      envelope({
        ...good,
        sessions: [sessionJson('x', { user: userJson('u', { email_addresses: [1] }) })],
      }),
      'client.sessions.0.user.email_addresses.0',
    ],
    [
      'a token that is no text',
      envelope({ ...good, sessions: [sessionJson('x', { last_active_token: { jwt: 1 } })] }),
      'client.sessions.0.last_active_token.jwt',
    ],
    [
      'a sign-in without a status',
      envelope({ ...good, sign_in: { id: 'sia_1' } }),
      'client.sign_in.status',
    ],
    [
      'a sign-up with a bad verification',
      envelope({ ...good, sign_up: { id: 's', status: 'x', verifications: { email_address: 3 } } }),
      'client.sign_up.verifications.email_address',
    ],
    [
      'nesting 100,000 deep',
      `{"response":${JSON.stringify(good).slice(0, -1)},"x":${deep(100_000)}},"client":null}`,
      'nested too deeply',
    ],
    [
      'nesting 100,000 deep in metadata',
      `{"response":{"id":"client_1","sessions":[${JSON.stringify(sessionJson('x', { user: null })).slice(0, -1)},"user":{"id":"u","public_metadata":${deep(100_000)}}}]},"client":null}`,
      'nested too deeply',
    ],
  ])(
    '%s: a typed error that names the fault, and the last good state stays',
    async (_, body, fault) => {
      const { answer, clientele, unchanged } = await open()
      const error = await answer(body)
      expect(error).toMatchObject({ code: 'response_invalid' })
      expect(error.message).toContain(fault)
      expect(unchanged()).toBe(true)
      expect(clientele.session?.id).toBe('sess_1')
      expect(clientele.status).toBe('degraded')
    },
  )

  it('is asked for again in the background, and a good one heals', async () => {
    const { answer, clientele, clock } = await open()
    await answer('<html>')
    const healing = answer(envelope({ ...good, captcha_bypass: true }))
    await clock.advance(60_000)
    await healing
    expect(clientele.status).toBe('ready')
    expect(clientele.client?.captchaBypass).toBe(true)
  })
})

describe('a newer server', () => {
  it('may send statuses, fields and objects that are not known here', async () => {
    const { answer, clientele } = await open()
    await answer(
      envelope({
        ...good,
        new_field: { deep_thing: [1] },
        last_authentication_strategy: 'telepathy',
        sessions: [
          sessionJson('sess_1', { status: 'dreaming', tasks: [{ key: 'new-task', extra: 1 }] }),
        ],
        sign_in: {
          id: 'sia_1',
          status: 'needs_a_miracle',
          supported_first_factors: [{ strategy: 'telepathy', wave: 1 }],
        },
      }),
    )
    expect(clientele.client?.sessions[0]?.status).toBe('dreaming')
    expect(clientele.client?.lastAuthenticationStrategy).toBe('telepathy')
    expect(clientele.client?.signIn).toMatchObject({
      status: 'needs_a_miracle',
      supportedFirstFactors: [{ wave: 1 }],
    })
    expect(clientele.session).toBeNull()
  })
})

describe('names that mean something to JavaScript', () => {
  const poison = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'

  it('pollute nothing', async () => {
    const { answer, clientele } = await open()
    const session = JSON.stringify(sessionJson('sess_1', { user: null })).slice(0, -1)
    await answer(
      `{"response":{"__proto__":{"polluted":true},"id":"client_1","sessions":[${session},"user":{"id":"user_1","public_metadata":${poison},"x":${poison}}}]},"client":null}`,
    )
    expect(Reflect.get({}, 'polluted')).toBeUndefined()
    const metadata = clientele.client?.sessions[0]?.user?.publicMetadata
    expect(Object.getPrototypeOf(metadata)).toBe(Object.prototype)
    expect(Object.keys(metadata ?? {})).toEqual(['constructor'])
  })

  it.each(['__proto__', 'constructor', 'toString'])('work as ids: %s', async id => {
    const { answer, clientele } = await open()
    await expect(clientele.setActive({ session: id })).rejects.toMatchObject({
      code: 'session_not_found',
    })
    await expect(clientele.signOut({ sessionId: id })).rejects.toMatchObject({
      code: 'session_not_found',
    })
    await answer(envelope({ ...good, sessions: [sessionJson(id, { user: userJson(id) })] }))
    expect(clientele.client?.sessions.map(session => [session.id, session.user?.id])).toEqual([
      [id, id],
    ])
  })
})

describe('any JSON at all', () => {
  it('is taken in or refused, and never throws anything else nor breaks the state', async () => {
    const { answer, clientele } = await open()
    const shapes = fc.oneof(
      fc.jsonValue(),
      fc.jsonValue().map(envelope),
      fc.record({ id: fc.string(), sessions: fc.array(fc.jsonValue()) }).map(envelope),
      fc
        .dictionary(fc.constantFrom(...Object.keys(good)), fc.jsonValue())
        .map(over => envelope({ ...good, ...over })),
      fc
        .dictionary(fc.constantFrom(...Object.keys(sessionJson('x'))), fc.jsonValue())
        .map(over => envelope({ ...good, sessions: [sessionJson('sess_1', over)] })),
    )
    await fc.assert(
      fc.asyncProperty(shapes, async body => {
        const result = await answer(body)
        expect(result === 'accepted' || typeof result.code === 'string').toBe(true)
        expect(clientele.client).toBeDefined()
        expect(JSON.parse(JSON.stringify(clientele.store.getState()))).toEqual(
          clientele.store.getState(),
        )
      }),
      { numRuns: 300 },
    )
  })

  it('that is taken in twice is the same state', async () => {
    const { answer, clientele } = await open()
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), async metadata => {
        const body = envelope({
          ...good,
          sessions: [sessionJson('sess_1', { user: userJson('u', { unsafe_metadata: metadata }) })],
        })
        await answer(body)
        const before = clientele.client
        await answer(`${JSON.stringify(body)} `)
        expect(clientele.client).toBe(before)
      }),
      { numRuns: 200 },
    )
  })
})
