import type { ClienteleStore } from '@clientele/core'
import { emailLink } from '@clientele/core/email-link'
import { redirectCallback } from '@clientele/core/redirect-callback'
import { revalidate } from '@clientele/core/revalidate'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createFakePage } from './support/fake-page.ts'
import { createManualClock, flush } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, jwtOf, sessionJson, userJson } from './support/wire.ts'

const member = (slug: string) =>
  userJson('user_1', {
    organization_memberships: [
      { id: 'mem_1', role: 'admin', organization: { id: `org_${slug}`, slug } },
    ],
  })

/** A store that knows `known`, while the server has something else by now. */
const open = async (
  known: object,
  modules: Parameters<typeof createClientele>[0]['modules'] = [],
) => {
  const clock = createManualClock()
  let client = known
  let answer: (request: Seen) => Response | undefined = () => undefined
  const wire = scriptedFetch(request => {
    const given = answer(request)
    if (given) return given
    const [, , kind, id = ''] = request.path.split('/')
    if (request.path.endsWith('/tokens'))
      return json({ object: 'token', jwt: jwtOf(id, clock.now() / 1000) })
    if (kind !== 'sessions') return json({ response: client, client: null })
    return json({ response: sessionJson(id, { user: member('acme') }), client })
  })
  const clientele = createClientele({
    publishableKey,
    fetch: wire.fetch,
    clock,
    random: () => 0,
    modules,
    navigate: async () => {},
  })
  await clientele.load()
  return {
    clientele,
    clock,
    reads: () => wire.count('GET', '/client') - 1,
    become: (next: object) => {
      client = next
    },
    answerWith: (next: typeof answer) => {
      answer = next
    },
    ...wire,
  }
}

const alone = clientJson({ sessions: [sessionJson('sess_1')] })
const nobody = clientJson()

describe('a refusal that contradicts what is known', () => {
  it.each([
    ['session_exists', 400],
    ['identifier_already_signed_in', 400],
  ])('%s: the session that exists is here when the caller hears of it', async (code, status) => {
    const { clientele, become, answerWith, reads } = await open(nobody)
    become(alone)
    answerWith(({ path }) =>
      path === '/client/sign_ins' ? json(errorJson(code), { status }) : undefined,
    )
    const refused = clientele.client?.signIn.create({ identifier: 'a@b.c' })
    await expect(refused).rejects.toMatchObject({ code })
    expect(clientele.client?.signedInSessions.map(({ id }) => id)).toEqual(['sess_1'])
    expect(reads()).toBe(1)
    await clientele.setActive({ session: 'sess_1' })
    expect(clientele.session?.id).toBe('sess_1')
  })

  it.each([
    ['touch', ({ session }: ClienteleStore) => session?.touch()],
    ['end', ({ session }: ClienteleStore) => session?.end()],
    ['reload', ({ session }: ClienteleStore) => session?.reload()],
    ['setActive', (clientele: ClienteleStore) => clientele.setActive({ session: 'sess_1' })],
    ['getToken', (clientele: ClienteleStore) => clientele.getToken()],
  ])('%s of a session that is unknown there: it is gone here', async (_, act) => {
    const { clientele, become, answerWith, reads } = await open(alone)
    become(clientJson({ sessions: [sessionJson('sess_2')] }))
    answerWith(({ path }) =>
      path.startsWith('/client/sessions/')
        ? json(errorJson('resource_not_found'), { status: 404 })
        : undefined,
    )
    await expect(act(clientele)).rejects.toMatchObject({ code: 'resource_not_found' })
    expect(clientele.client?.sessions.map(({ id }) => id)).toEqual(['sess_2'])
    expect(reads()).toBe(1)
  })

  it('of many at a time makes one read, and a refusal that stays makes no loop', async () => {
    const { clientele, answerWith, reads, clock, seen } = await open(alone)
    answerWith(({ path }) =>
      path.endsWith('/tokens/a') || path.endsWith('/tokens/b')
        ? json(errorJson('resource_not_found'), { status: 404 })
        : undefined,
    )
    const ask = (template: string) => clientele.getToken({ template })
    const works = await Promise.allSettled([ask('a'), ask('b')])
    expect(works.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(reads()).toBe(1)
    const before = seen.length
    await clock.advance(600_000)
    expect([seen.length, clientele.session?.id, clientele.status]).toEqual([
      before,
      'sess_1',
      'ready',
    ])
  })

  it('whose read fails is told all the same, and the client is read again in the background', async () => {
    const { clientele, answerWith, clock } = await open(alone)
    answerWith(({ method }) =>
      method === 'GET'
        ? json({}, { status: 503 })
        : json(errorJson('resource_not_found'), { status: 404 }),
    )
    await expect(clientele.session?.touch()).rejects.toMatchObject({ code: 'resource_not_found' })
    expect([clientele.status, clientele.session?.id]).toEqual(['degraded', 'sess_1'])
    answerWith(() => undefined)
    await clock.advance(60_000)
    expect(clientele.status).toBe('ready')
  })
})

describe('setActive()', () => {
  it.each([
    ['the slug of a new membership', { organization: 'acme' }],
    ['a session of another tab', { session: 'sess_2' }],
  ])('finds %s by one read', async (_, params) => {
    const { clientele, become, reads } = await open(alone)
    become(
      clientJson({
        sessions: ['sess_1', 'sess_2'].map(id => sessionJson(id, { user: member('acme') })),
      }),
    )
    await clientele.setActive(params)
    expect(reads()).toBe(1)
  })

  it.each([
    ['a slug', { organization: 'nobodys' }, 'organization_not_found'],
    ['a session', { session: 'sess_9' }, 'session_not_found'],
  ])('refuses %s that is unknown there too, after one read', async (_, params, code) => {
    const { clientele, reads, seen } = await open(alone)
    await expect(clientele.setActive(params)).rejects.toMatchObject({ code })
    expect([reads(), seen.length]).toEqual([1, 2])
  })
})

describe('a page of a proxy', () => {
  const page = (status: number) => () =>
    new Response('<h1>No</h1>', { status, headers: { 'content-type': 'text/html' } })
  const statuses = [401, 403, 404, 407, 451]

  it.each(statuses)('with %i at the first start: the client arrives on its own', async status => {
    const world = await open(alone)
    world.answerWith(page(status))
    const { fetch, clock } = world
    const clientele = createClientele({ publishableKey, fetch, clock, random: () => 0 })
    await clientele.load()
    expect(clientele.status).toBe('degraded')
    world.answerWith(() => undefined)
    await clock.advance(60_000)
    expect([clientele.status, clientele.session?.id]).toEqual(['ready', 'sess_1'])
    clientele.dispose()
  })

  it.each(statuses)('with %i keeps a sign-out, which is carried out later', async status => {
    const { clientele, clock, answerWith, become, count } = await open(alone)
    answerWith(page(status))
    await clientele.signOut()
    expect(clientele.session).toBeNull()
    let isTold = false
    answerWith(({ method, path }) => {
      if (method === 'GET') return undefined
      isTold = path.startsWith('/client/sessions')
      become(nobody)
      return json({ response: null, client: null })
    })
    await clock.advance(60_000)
    expect([isTold, clientele.status, clientele.session]).toEqual([true, 'ready', null])
    expect(count('GET', '/client')).toBeGreaterThan(1)
  })

  it.each(['focus', 'online'])('is over at once on %s', async event => {
    const view = createFakePage()
    const { clientele, answerWith, clock } = await open(alone, [
      revalidate({ page: view, throttle: 0 }),
    ])
    answerWith(page(403))
    await clientele.session?.touch().catch(() => {})
    await clock.advance(120_000)
    expect(clientele.status).toBe('degraded')
    answerWith(() => undefined)
    view.fire(event)
    await flush()
    expect([clientele.status, clientele.session?.id]).toEqual(['ready', 'sess_1'])
    clientele.dispose()
  })

  it.each(['focus', 'visibilitychange'])(
    'on %s the server is asked although the browser says that it is offline',
    async event => {
      const view = createFakePage()
      view.online = false
      const { clientele, become } = await open(alone, [revalidate({ page: view, throttle: 0 })])
      become(nobody)
      view.fire(event)
      await flush()
      expect(clientele.session).toBeNull()
    },
  )
})

describe('a step that a newer server has', () => {
  const waiting = (status: string) =>
    clientJson({
      sign_in: {
        id: 'sia_1',
        status,
        supported_first_factors: [{ strategy: 'password' }],
        supported_second_factors: [{ strategy: 'totp' }],
        first_factor_verification: { status: 'verified', strategy: 'oauth_google' },
      },
    })
  it.each([
    ['needs_first_factor', 'first_factor'],
    ['needs_second_factor', 'second_factor'],
    ['needs_client_trust', 'client_trust'],
    ['needs_new_password', 'new_password'],
    ['needs_protect_check', 'unsupported'],
    ['needs_something_new', 'unsupported'],
  ])('%s: next, landing and callback agree on a way on', async (status, kind) => {
    const { clientele } = await open(waiting(status))
    expect(clientele.client?.signIn.next.kind).toBe(kind)
    const query = new URLSearchParams({ __clerk_status: 'verified' })
    expect(await clientele.use(emailLink()).handleVerification(query)).toEqual({ kind: 'continue' })
    expect(await clientele.use(redirectCallback()).handle()).toMatchObject({ kind })
  })
})
