import { inspect } from 'node:util'
import { emailLink } from '@clientele/core/email-link'
import { passkeys } from '@clientele/core/passkeys'
import { redirectCallback } from '@clientele/core/redirect-callback'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, jwtOf, sessionJson, userJson } from './support/wire.ts'

const latency = 20
const names = ['sess_a', 'sess_b', 'sess_c']

/** A server that remembers what it was told last; each of its answers takes a while. */
const createServer = () => {
  const clock = createManualClock()
  const organizations: Record<string, string> = {}
  let active: string | null = 'sess_a'
  let firstName: string | null = null
  let created = 0
  let isMember = false
  let ids = names
  const sessionOf = (id: string) =>
    sessionJson(id, {
      last_active_organization_id: organizations[id] || null,
      user: userJson('user_1', {
        organization_memberships: isMember
          ? [{ id: 'mem_1', role: 'admin', organization: { id: 'org_new', slug: 'new' } }]
          : [],
      }),
    })
  const signUp = () => ({
    id: `sua_${created}`,
    status: 'missing_requirements',
    first_name: firstName,
    missing_fields: ['username'],
  })
  const client = () =>
    clientJson({
      sessions: ids.map(sessionOf),
      last_active_session_id: active,
      sign_up: created > 0 ? signUp() : null,
    })
  const handle = ({ method, path, form }: Seen) => {
    const [, , kind, id = ''] = path.split('/')
    if (path.endsWith('/tokens'))
      return { object: 'token', jwt: jwtOf(id, Math.floor(clock.now() / 1000)) }
    if (kind === 'sessions') {
      active = id
      organizations[id] = form.get('active_organization_id') ?? ''
      return { response: sessionOf(id), client: client() }
    }
    if (kind !== 'sign_ups') return { response: client(), client: null }
    if (method === 'POST') created++
    firstName = form.get('first_name')
    return { response: signUp(), client: client() }
  }
  const wire = scriptedFetch(async request => {
    // What arrives takes effect at once; only its answer is under way.
    const body = JSON.stringify(handle(request))
    await new Promise<void>(resolve => clock.setTimeout(resolve, latency))
    return json(body)
  })
  return {
    clock,
    ...wire,
    active: () => active,
    organizationOf: (id: string) => organizations[id] || null,
    firstName: () => firstName,
    /** There is a membership, and a session, that no store knows of yet. */
    addUnknown: () => {
      isMember = true
      ids = [...names, 'sess_new']
    },
  }
}

const open = async () => {
  const server = createServer()
  const { fetch, clock } = server
  const clientele = createClientele({ publishableKey, fetch, clock, random: () => 0 })
  /** The time that anything here takes. */
  const settle = async <Result>(work: Promise<Result>) => {
    await clock.advance(5000)
    return work
  }
  await settle(clientele.load())
  await settle(clientele.client?.signUp.create({ emailAddress: 'a@b.c' }) ?? expect.fail())
  return { clientele, server, settle }
}

describe('the last intent counts', () => {
  it.each([
    ['A, B, A', ['sess_a', 'sess_b', 'sess_a']],
    ['B, nobody', ['sess_b', null]],
    ['B, nobody, B', ['sess_b', null, 'sess_b']],
  ])('of setActive() %s', async (_, order) => {
    const { clientele, settle } = await open()
    await settle(Promise.all(order.map(session => clientele.setActive({ session }))))
    expect(clientele.session?.id ?? null).toBe(order.at(-1))
  })

  it.each([
    ['a session', { session: 'sess_new' }, { session: 'sess_b' }, 'sess_b', undefined],
    ['a session, then nobody', { session: 'sess_new' }, { session: null }, null, undefined],
    ['an organization', { organization: 'new' }, { organization: null }, 'sess_a', null],
    ['an organization', { organization: 'new' }, { organization: 'org_1' }, 'sess_a', 'org_1'],
  ])('also after %s that has to be looked for', async (_, first, last, session, organization) => {
    const { clientele, server, settle } = await open()
    server.addUnknown()
    await settle(Promise.allSettled([clientele.setActive(first), clientele.setActive(last)]))
    expect(clientele.session?.id ?? null).toBe(session)
    if (session) expect(server.active()).toBe(session)
    if (organization !== undefined) expect(server.organizationOf('sess_a')).toBe(organization)
  })

  type Intent =
    | { readonly kind: 'activate'; readonly session: string; readonly organization: string | null }
    | { readonly kind: 'name'; readonly value: string }
    | { readonly kind: 'pass'; readonly ms: number }
  const intent: fc.Arbitrary<Intent> = fc.oneof(
    fc.record({
      kind: fc.constant('activate' as const),
      session: fc.constantFrom(...names),
      organization: fc.constantFrom('org_1', 'org_2', null),
    }),
    fc.record({
      kind: fc.constant('name' as const),
      value: fc.constantFrom('Ada', 'Bob', 'Cleo'),
    }),
    fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(2 * latency) }),
  )

  it('whatever is wanted in whatever order, the server ends with what was said last', async () => {
    const property = fc.asyncProperty(
      fc.array(intent, { minLength: 2, maxLength: 12 }),
      async intents => {
        const { clientele, server, settle } = await open()
        const before = server.seen.length
        const works: (Promise<unknown> | undefined)[] = []
        const wanted = { active: server.active(), chosen: 'sess_a', name: server.firstName() }
        const organizations: Record<string, string | null> = {}
        for (const each of intents) {
          switch (each.kind) {
            case 'activate': {
              const { session, organization } = each
              works.push(clientele.setActive({ session, organization }))
              wanted.active = session
              wanted.chosen = session
              organizations[session] = organization
              break
            }
            case 'name':
              works.push(clientele.client?.signUp.update({ firstName: each.value }))
              wanted.name = each.value
              break
            case 'pass':
              await server.clock.advance(each.ms)
          }
        }
        await settle(Promise.all(works))
        expect([server.active(), server.firstName()]).toEqual([wanted.active, wanted.name])
        for (const [id, organization] of Object.entries(organizations))
          expect([id, server.organizationOf(id)]).toEqual([id, organization])
        expect(clientele.session?.id).toBe(wanted.chosen)
        expect(clientele.client?.signUp.firstName).toBe(wanted.name)
        const changes = server.seen.slice(before).filter(({ path }) => !path.endsWith('/tokens'))
        expect(changes.length).toBeLessThanOrEqual(works.length)
        clientele.dispose()
      },
    )
    await fc.assert(property, { numRuns: 100 })
  })
})

describe('the same wanted again', () => {
  it('while it is under way and the last thing wanted is one request; otherwise it is another', async () => {
    const { clientele, server, settle } = await open()
    const count = () => server.count('POST', '/client/sessions/sess_b/touch')
    const activate = (session: string) => clientele.setActive({ session })
    await settle(Promise.all([activate('sess_b'), activate('sess_b'), activate('sess_b')]))
    expect(count()).toBe(1)
    await settle(activate('sess_b'))
    expect(count()).toBe(2)
    await settle(Promise.all([activate('sess_b'), activate('sess_a'), activate('sess_b')]))
    expect(count()).toBe(4)
  })

  it('keeps no key that holds a secret', async () => {
    const { fetch, clock } = createServer()
    const keys: string[] = []
    const secrets = ['correct horse', 'nonce_of_the_link']
    const watch = (prototype: Map<unknown, unknown> | Set<unknown>, name: 'set' | 'add') => {
      const write: (...given: unknown[]) => unknown = Reflect.get(prototype, name)
      Reflect.set(prototype, name, function watched(this: unknown, ...given: unknown[]) {
        keys.push(String(typeof given[0] === 'object' ? '' : given[0]))
        return write.apply(this, given)
      })
      return () => void Reflect.set(prototype, name, write)
    }
    const clientele = createClientele({ publishableKey, fetch, clock })
    const loaded = clientele.load()
    await clock.advance(1000)
    await loaded
    const undo = [watch(Map.prototype, 'set'), watch(Set.prototype, 'add')]
    const query = new URLSearchParams({
      __clerk_status: 'verified',
      rotating_token_nonce: 'nonce_of_the_link',
    })
    const works = [
      clientele.client?.signUp.create({ emailAddress: 'a@b.c', password: 'correct horse' }),
      clientele.use(emailLink()).handleVerification(query),
    ]
    await clock.advance(5000)
    for (const each of undo) each()
    await Promise.allSettled(works)
    expect(keys.length).toBeGreaterThan(0)
    // The watch over this run keeps what is secret, alone, to look for it.
    for (const secret of secrets)
      for (const written of [secret, encodeURIComponent(secret), secret.replace(' ', '+')])
        expect(keys.filter(key => key !== written && key.includes(written))).toEqual([])
  })
})

describe('nothing asynchronous throws', () => {
  const loop: Record<string, unknown> = {}
  loop.self = loop
  const odd: readonly unknown[] = [
    null,
    'text',
    7,
    [],
    { strategy: 1n, identifier: 1n, firstName: 1n, session: 1n, sessionId: 1n, template: 1n },
    { strategy: Symbol('odd'), unsafeMetadata: loop, identifier: loop, intent: loop },
    { minTtl: Number.NaN, organization: {}, organizationId: loop, kind: 'odd' },
  ]

  it('whatever it is called with, before and after dispose(): it rejects', async () => {
    const { clientele, server } = await open()
    const { client, session } = clientele
    const owners: Readonly<Record<string, object | null | undefined>> = {
      clientele,
      client,
      session,
      signIn: client?.signIn,
      signUp: client?.signUp,
      emailLink: clientele.use(emailLink()),
      redirectCallback: clientele.use(redirectCallback()),
      passkeys: clientele.use(passkeys({ get: async () => null })),
    }
    // These are no promises, and throw where they are misused.
    const immediate =
      /^(subscribe|addListener|use|explain|dispose|clearCache|resetSign\w+|(build|is)[A-Z]\w+)$/
    const thrown: string[] = []
    const called = new Set<string>()
    const works: unknown[] = []
    const call = (name: string, method: (given: unknown) => unknown, given: unknown) => {
      called.add(name)
      try {
        works.push(method(given))
      } catch (error) {
        thrown.push(`${name}(${inspect(given)}): ${error}`)
      }
    }
    const methods = Object.entries(owners).flatMap(([owner, given]) =>
      Object.entries(given ?? {}).flatMap(([name, method]) =>
        typeof method === 'function' && !immediate.test(name) ? [[`${owner}.${name}`, method]] : [],
      ),
    )
    const callAll = () => {
      for (const [name, method] of methods) for (const given of odd) call(name, method, given)
    }
    const end = async () => {
      const settled = Promise.allSettled(works)
      await server.clock.advance(120_000)
      await settled
    }
    callAll()
    await end()
    clientele.dispose()
    callAll()
    await end()
    expect(thrown).toEqual([])
    expect([...called]).toEqual(
      expect.arrayContaining([
        ...['clientele.load', 'clientele.setActive', 'clientele.signOut', 'clientele.getToken'],
        ...['client.reload', 'client.destroy', 'session.touch', 'session.getToken'],
        ...['signIn.create', 'signIn.authenticateWithRedirect', 'signUp.update'],
        ...['emailLink.sendAndWait', 'emailLink.handleVerification', 'redirectCallback.handle'],
      ]),
    )
    const { signIn, signUp } = clientele.store.getState().attempts
    expect([signIn.fetchStatus, signUp.fetchStatus]).toEqual(['idle', 'idle'])
  })

  it.each([
    ['a bigint', { identifier: 1n }],
    ['a loop', { identifier: loop }],
    ['a function', { identifier: () => {} }],
  ])('%s cannot be sent: a TypeError that names the parameter', async (_, params) => {
    const { clientele, server } = await open()
    const before = server.seen.length
    const create: unknown = clientele.client?.signIn.create
    if (typeof create !== 'function') return expect.fail()
    await expect(create(params)).rejects.toThrow(/^identifier /)
    await expect(create(params)).rejects.toBeInstanceOf(TypeError)
    expect(server.seen).toHaveLength(before)
    expect(clientele.store.getState().attempts.signIn.fetchStatus).toBe('idle')
  })
})
