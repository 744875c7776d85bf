import type { ClienteleStore } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, jwtOf, sessionJson, userJson } from './support/wire.ts'

const two = [sessionJson('sess_1'), sessionJson('sess_2', { user: userJson('user_2') })]
const both = clientJson({ sessions: two, last_active_session_id: 'sess_1' })

const open = async (
  answer: (seen: Seen) => Response | undefined = () => undefined,
  client: object = both,
) => {
  const clock = createManualClock()
  const wire = scriptedFetch(request => {
    const own = answer(request)
    if (own) return own
    const [, , , id = ''] = request.path.split('/')
    if (request.path.endsWith('/tokens'))
      return json({ object: 'token', jwt: jwtOf(id, clock.now() / 1000) })
    if (request.path.endsWith('/touch')) return json({ response: sessionJson(id), client })
    return json({ response: client, client: null })
  })
  const clientele = createClientele({ publishableKey, fetch: wire.fetch, clock, random: () => 0 })
  await clientele.load()
  return { ...wire, clientele }
}

describe('setActive', () => {
  it('touches, and resolves to the session when its token is ready', async () => {
    const { clientele, seen } = await open()
    const session = await clientele.setActive({ session: 'sess_2' })
    expect(session?.id).toBe('sess_2')
    expect(clientele.user?.id).toBe('user_2')
    expect(seen.slice(1).map(({ path, form }) => `${path} ${form}`)).toEqual([
      '/client/sessions/sess_2/touch active_organization_id=&intent=select_session',
      '/client/sessions/sess_2/tokens organization_id=',
    ])
    expect(session?.lastActiveToken).not.toBeNull()
    await clientele.getToken()
    expect(seen).toHaveLength(3)
  })

  it('takes a session as well as an id', async () => {
    const { clientele } = await open()
    expect((await clientele.setActive({ session: clientele.client?.sessions[1] }))?.id).toBe(
      'sess_2',
    )
  })

  it('null works signed out, without a request', async () => {
    const { clientele, seen } = await open()
    expect(await clientele.setActive({ session: null })).toBeNull()
    expect(clientele.user).toBeNull()
    expect(clientele.client?.sessions).toHaveLength(2)
    expect(seen).toHaveLength(1)
  })

  it('of an unknown id is an error, after the server was asked once', async () => {
    const { clientele, count } = await open()
    await expect(clientele.setActive({ session: 'sess_9' })).rejects.toMatchObject({
      code: 'session_not_found',
    })
    expect(count('GET', '/client')).toBe(2)
    expect(clientele.session?.id).toBe('sess_1')
  })

  it('with nothing to act on names the remedy', async () => {
    const { clientele } = await open(undefined, clientJson())
    await expect(clientele.setActive({})).rejects.toThrow(TypeError)
  })

  it('is one transition: no state shows the new session without it being active', async () => {
    const { clientele } = await open()
    const told: unknown[] = []
    clientele.snapshots.subscribe(() => told.push(clientele.session?.id))
    await clientele.setActive({ session: 'sess_2' })
    expect(told).toEqual(['sess_2'])
  })

  it.each([
    ['fails', () => json(errorJson('x'), { status: 503 })],
    ['is refused', () => json(errorJson('too_many_requests'), { status: 429 })],
    ['says nothing', () => json({})],
  ])('resolves although its token %s: session and organization are active', async (_, answer) => {
    const active = sessionJson('sess_2', { last_active_organization_id: 'org_1' })
    const { clientele } = await open(({ path }) => {
      if (path.endsWith('/tokens')) return answer()
      return path.endsWith('/touch') ? json({ response: active, client: null }) : undefined
    })
    const session = await clientele.setActive({ session: 'sess_2', organization: 'org_1' })
    expect([session?.id, session?.lastActiveOrganizationId]).toEqual(['sess_2', 'org_1'])
  })

  it('that the server refuses changes nothing', async () => {
    const { clientele } = await open(({ path }) =>
      path.endsWith('/touch') ? json(errorJson('resource_not_found'), { status: 404 }) : undefined,
    )
    await expect(clientele.setActive({ session: 'sess_2' })).rejects.toMatchObject({ status: 404 })
    expect(clientele.session?.id).toBe('sess_1')
  })
})

describe('signOut', () => {
  it('without sessions sends nothing', async () => {
    const { clientele, seen } = await open(undefined, clientJson())
    await clientele.signOut()
    expect(seen).toHaveLength(1)
  })

  it('ends all', async () => {
    const { clientele, count } = await open(({ method }) =>
      method === 'DELETE' ? json({ response: clientJson(), client: null }) : undefined,
    )
    await clientele.signOut()
    expect(count('DELETE', '/client/sessions')).toBe(1)
    expect(clientele.session).toBeNull()
    expect(clientele.client?.id).toBe('client_1')
  })

  it('ends one, and the others stay', async () => {
    const rest = clientJson({ sessions: two.slice(0, 1), last_active_session_id: 'sess_1' })
    const { clientele, count } = await open(({ path }) =>
      path.endsWith('/remove')
        ? json({ response: sessionJson('sess_2', { status: 'removed' }), client: rest })
        : undefined,
    )
    await clientele.signOut({ sessionId: 'sess_2' })
    expect(count('POST', '/client/sessions/sess_2/remove')).toBe(1)
    expect(clientele.session?.id).toBe('sess_1')
  })

  it('of an unknown id is an error, and nothing is sent', async () => {
    const { clientele, seen } = await open()
    await expect(clientele.signOut({ sessionId: 'sess_9' })).rejects.toMatchObject({
      code: 'session_not_found',
    })
    expect(seen).toHaveLength(1)
  })
})

describe('a session', () => {
  it.each(['end', 'remove'] as const)(
    '%s resolves to the session as the answer described it',
    async verb => {
      const rest = clientJson({ sessions: two.slice(1) })
      const { clientele } = await open(({ path }) =>
        path.endsWith(verb)
          ? json({ response: sessionJson('sess_1', { status: `${verb}d` }), client: rest })
          : undefined,
      )
      const gone = await clientele.client?.sessions[0]?.[verb]()
      expect(gone).toMatchObject({ id: 'sess_1', status: `${verb}d` })
      expect(clientele.session).toBeNull()
      expect(clientele.client?.sessions.map(({ id }) => id)).toEqual(['sess_2'])
    },
  )

  it('touch without a client in the answer changes that session alone', async () => {
    const { clientele } = await open(({ path }) =>
      path.endsWith('/touch')
        ? json({ response: sessionJson('sess_1', { last_active_at: 5 }), client: null })
        : undefined,
    )
    const [, other] = clientele.client?.sessions ?? []
    const touched = await clientele.client?.sessions[0]?.touch()
    expect(touched?.lastActiveAt).toEqual(new Date(5))
    expect(clientele.client?.sessions).toHaveLength(2)
    expect(clientele.client?.sessions[1]).toBe(other)
  })

  it('reload fetches it', async () => {
    const { clientele, seen } = await open(({ path, method }) =>
      method === 'GET' && path.endsWith('sess_1')
        ? json({ response: sessionJson('sess_1', { last_active_at: 7 }), client: null })
        : undefined,
    )
    expect((await clientele.client?.sessions[0]?.reload())?.lastActiveAt).toEqual(new Date(7))
    expect(seen.at(-1)).toMatchObject({ method: 'GET', path: '/client/sessions/sess_1' })
  })

  it('that is pending is signed in, and stays active when it becomes so', async () => {
    const pending = clientJson({
      sessions: [sessionJson('sess_1', { status: 'pending', tasks: [{ key: 'setup-mfa' }] })],
    })
    const { clientele } = await open(({ path }) =>
      path.endsWith('/touch')
        ? json({ response: sessionJson('sess_1'), client: pending })
        : undefined,
    )
    await clientele.session?.touch()
    expect(clientele.session).toMatchObject({
      id: 'sess_1',
      status: 'pending',
      currentTask: { key: 'setup-mfa' },
    })
  })
})

describe('who is signed in', () => {
  const transient = [408, 425, 429, 500, 502, 503, 504]
  it.each(transient)('survives a %i from every endpoint', async status => {
    let fails = false
    const { clientele } = await open(() => (fails ? json('<html>', { status }) : undefined))
    fails = true
    const { client, session } = clientele
    const [first] = client?.sessions ?? []
    const works = [
      () => client?.reload(),
      () => client?.create(),
      () => client?.destroy(),
      () => client?.removeSessions(),
      () => first?.touch(),
      () => first?.end(),
      () => first?.remove(),
      () => first?.reload(),
      () => first?.getToken(),
      () => clientele.setActive({ session: 'sess_2' }),
      () => client?.signIn.create({ identifier: 'x' }),
      () => client?.signUp.create({}),
    ]
    for (const work of works) {
      await expect(work()).rejects.toMatchObject({ status })
      expect(clientele.client).toBe(client)
      expect(clientele.session).toBe(session)
      expect(clientele.status).toBe('degraded')
    }
    clientele.dispose()
  })

  it('and the same failure again is no news', async () => {
    let fails = false
    const { clientele } = await open(() => (fails ? json('{}', { status: 503 }) : undefined))
    fails = true
    const told: unknown[] = []
    clientele.snapshots.subscribe(() => told.push(clientele.status))
    await clientele.client?.reload().catch(() => {})
    await clientele.client?.reload().catch(() => {})
    expect(told).toEqual(['degraded'])
    clientele.dispose()
  })

  it.each([400, 403, 404, 422])('survives a %i that says nothing of it', async status => {
    let fails = false
    const { clientele } = await open(({ path }) =>
      fails && path !== '/client' ? json(errorJson('x'), { status }) : undefined,
    )
    fails = true
    await expect(clientele.session?.touch()).rejects.toMatchObject({ status })
    expect(clientele.session?.id).toBe('sess_1')
    expect(clientele.status).toBe('ready')
  })

  it.each(['signed_out', 'authentication_invalid'])(
    'ends when the server, asked who we are, says %s',
    async code => {
      let fails = false
      const { clientele } = await open(() =>
        fails ? json(errorJson(code), { status: 401 }) : undefined,
      )
      fails = true
      await expect(clientele.session?.touch()).rejects.toMatchObject({ code })
      expect(clientele.session).toBeNull()
      expect(clientele.client?.sessions).toEqual([])
    },
  )

  it('ends when the client read after a 401 no longer has the session', async () => {
    let revoked = false
    const { clientele } = await open(({ path }) => {
      if (!revoked) return undefined
      return path === '/client'
        ? json({ response: clientJson({ sessions: two.slice(1) }), client: null })
        : json(errorJson('authentication_invalid'), { status: 401 })
    })
    revoked = true
    await expect(clientele.getToken({ skipCache: true })).rejects.toMatchObject({ status: 401 })
    expect(clientele.session).toBeNull()
    expect(clientele.client?.sessions.map(({ id }) => id)).toEqual(['sess_2'])
  })
})

describe('after dispose()', () => {
  it('nobody is told of anything, and the state stays', async () => {
    const { clientele } = await open()
    const { client } = clientele
    const told: unknown[] = []
    const tell = (...given: unknown[]) => told.push(given)
    clientele.subscribe(tell)
    clientele.subscribe(known => known?.sessions.length, tell)
    clientele.addListener(tell)
    clientele.store.subscribe(tell)
    clientele.snapshots.subscribe(tell)
    told.length = 0
    clientele.dispose()
    client?.clearCache()
    client?.resetSignIn()
    client?.resetSignUp()
    await clientele.setActive({ session: null }).catch(() => {})
    await clientele.signOut().catch(() => {})
    expect(told).toEqual([])
    expect([clientele.session?.id, clientele.status]).toEqual(['sess_1', 'ready'])
  })

  it.each<[string, (clientele: ClienteleStore) => Promise<unknown> | undefined]>([
    ['load', clientele => clientele.load()],
    ['setActive', clientele => clientele.setActive({ session: 'sess_2' })],
    ['setActive of nobody', clientele => clientele.setActive({ session: null })],
    ['signOut', clientele => clientele.signOut()],
    ['signOut of one', clientele => clientele.signOut({ sessionId: 'sess_2' })],
    ['getToken', clientele => clientele.getToken()],
    ['getToken of a session', clientele => clientele.client?.sessions[1]?.getToken()],
    ['touch', clientele => clientele.client?.sessions[0]?.touch()],
    ['reload', clientele => clientele.client?.reload()],
    ['signIn.create', clientele => clientele.client?.signIn.create({ identifier: 'a@b.c' })],
  ])('%s rejects and says so, and sends nothing', async (_, work) => {
    const { clientele, seen } = await open()
    clientele.dispose()
    const before = seen.length
    await expect(work(clientele)).rejects.toMatchObject({ code: 'disposed' })
    expect(seen).toHaveLength(before)
  })
})

describe('setActive with an organization', () => {
  const membership = {
    id: 'orgmem_1',
    role: 'org:admin',
    permissions: [],
    organization: { id: 'org_1', slug: 'acme', name: 'Acme' },
  }
  const session = sessionJson('sess_1', {
    user: userJson('user_1', { organization_memberships: [membership] }),
  })
  const touched = ({ path, form }: Seen) =>
    path.endsWith('/touch')
      ? json({
          response: sessionJson('sess_1', {
            last_active_organization_id: form.get('active_organization_id') || null,
          }),
          client: null,
        })
      : undefined

  it.each([
    ['its id', 'org_1', 'org_1'],
    ['its slug', 'acme', 'org_1'],
    ['an id that is not known here yet', 'org_new', 'org_new'],
    ['null for the personal account', null, ''],
  ])('takes %s', async (_, organization, sent) => {
    const { clientele, seen } = await open(touched, clientJson({ sessions: [session] }))
    await clientele.setActive({ organization })
    const touch = seen.find(({ path }) => path.endsWith('/touch'))
    expect(touch?.form.get('active_organization_id')).toBe(sent)
    expect(touch?.form.get('intent')).toBe('select_org')
  })

  it('refuses a slug that the user has no membership for after one look, and touches nothing', async () => {
    const { clientele, seen } = await open(touched, clientJson({ sessions: [session] }))
    await expect(clientele.setActive({ organization: 'globex' })).rejects.toMatchObject({
      code: 'organization_not_found',
    })
    expect(seen.map(({ path }) => path)).toEqual(['/client', '/client'])
  })
})
