import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock, flush } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, sessionJson, userJson } from './support/wire.ts'

const both = [sessionJson('sess_1'), sessionJson('sess_2', { user: userJson('user_2') })]

/** A server that keeps sessions, over a network that can be cut. */
const open = async (refuse: (request: Seen) => Response | undefined = () => undefined) => {
  const clock = createManualClock()
  const state = { online: true, sessions: both }
  const client = () => clientJson({ sessions: state.sessions, last_active_session_id: 'sess_1' })
  const wire = scriptedFetch(request => {
    if (!state.online) throw new TypeError('fetch failed')
    const refused = refuse(request)
    if (refused) return refused
    const { method, path } = request
    const [, id] = /sessions\/(\w+)\/remove/.exec(path) ?? []
    const gone = both.find(session => session.id === id)
    if (id) state.sessions = state.sessions.filter(session => session.id !== id)
    if (method === 'DELETE') state.sessions = []
    return json(
      id
        ? { response: { ...gone, status: 'removed' }, client: client() }
        : { response: client(), client: null },
    )
  })
  const clientele = createClientele({ publishableKey, fetch: wire.fetch, clock, random: () => 0 })
  await clientele.load()
  const said = () =>
    wire.seen
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`)
  return { clientele, clock, state, said, ...wire }
}

describe('signing out without a network', () => {
  it('shows at once, in one transition, and resolves', async () => {
    const { clientele, clock, state } = await open()
    state.online = false
    const told: unknown[] = []
    clientele.addListener(
      ({ client, session, user }) => told.push([client.sessions.length, session, user]),
      {
        skipInitialEmit: true,
      },
    )
    const out = clientele.signOut()
    expect(clientele.session).toBeNull()
    expect(clientele.client?.sessions).toEqual([])
    expect(clientele.store.getState().users.byId).toEqual({})
    await clock.advance(0)
    await out
    expect(told).toEqual([[0, null, null]])
    expect(clientele.status).toBe('degraded')
    expect(await clientele.getToken()).toBeNull()
    clientele.dispose()
  })

  it('reaches the server once when it is back, and nothing brings the sessions back before', async () => {
    const { clientele, clock, state, said } = await open()
    state.online = false
    await clientele.signOut()
    await clock.advance(100_000)
    expect(clientele.client?.sessions).toEqual([])
    const before = said().length
    state.online = true
    await clock.advance(100_000)
    expect(clientele.status).toBe('ready')
    expect(said().slice(before)).toEqual([
      'POST /client/sessions/sess_1/remove',
      'POST /client/sessions/sess_2/remove',
    ])
    expect(state.sessions).toEqual([])
    expect(clientele.client?.sessions).toEqual([])
    expect(clientele.store.getState().sessions.revoking).toEqual([])
    await clock.advance(1_000_000)
    expect(said()).toHaveLength(before + 2)
  })

  it('of one session leaves the other to work with', async () => {
    const { clientele, clock, state } = await open()
    state.online = false
    await clientele.signOut({ sessionId: 'sess_2' })
    expect(clientele.session?.id).toBe('sess_1')
    expect(clientele.client?.sessions.map(({ id }) => id)).toEqual(['sess_1'])
    state.online = true
    await clock.advance(5000)
    expect(state.sessions.map(({ id }) => id)).toEqual(['sess_1'])
    expect(clientele.client?.sessions.map(({ id }) => id)).toEqual(['sess_1'])
  })

  it('does not touch a session that begins before the server hears of it', async () => {
    const { clientele, clock, state } = await open()
    state.online = false
    await clientele.signOut()
    state.online = true
    state.sessions = [...both, sessionJson('sess_3')]
    await clock.advance(5000)
    expect(clientele.client?.sessions.map(({ id }) => id)).toEqual(['sess_3'])
    expect(state.sessions.map(({ id }) => id)).toEqual(['sess_3'])
  })

  it('asks for nothing when the sessions ended elsewhere meanwhile', async () => {
    const { clientele, clock, state, said } = await open()
    state.online = false
    await clientele.signOut()
    const before = said().length
    state.sessions = []
    state.online = true
    await clock.advance(5000)
    expect(said()).toHaveLength(before)
    expect(clientele.store.getState().sessions.revoking).toEqual([])
  })

  it.each([408, 429, 500, 503])('is the same under %i', async status => {
    let ill = true
    const { clientele, clock, state } = await open(({ method }) =>
      ill && method !== 'GET' ? json({}, { status }) : undefined,
    )
    await clientele.signOut()
    expect(clientele.session).toBeNull()
    await clock.advance(1000)
    expect(clientele.client?.sessions).toEqual([])
    ill = false
    await clock.advance(120_000)
    expect(state.sessions).toEqual([])
    clientele.dispose()
  })

  it('slows down however often the server refuses to hear of it', async () => {
    const { clientele, clock, seen } = await open(({ method }) =>
      method === 'GET' ? undefined : json({}, { status: 500 }),
    )
    await clientele.signOut()
    await clock.advance(3_600_000)
    expect(seen.length).toBeLessThan(600)
    expect(clientele.client?.sessions).toEqual([])
    clientele.dispose()
  })
})

describe('signing out that is refused', () => {
  it('for good brings back what the server still has, and says so', async () => {
    const { clientele } = await open(({ method }) =>
      method === 'GET' ? undefined : json(errorJson('not_allowed'), { status: 422 }),
    )
    await expect(clientele.signOut()).rejects.toMatchObject({ code: 'not_allowed' })
    expect(clientele.client?.sessions).toHaveLength(2)
  })

  it('because the session is gone already is no error', async () => {
    const { clientele, state } = await open(({ path }) => {
      if (!path.endsWith('/remove')) return undefined
      state.sessions = both.slice(0, 1)
      return json(errorJson('resource_not_found'), { status: 404 })
    })
    await clientele.signOut({ sessionId: 'sess_2' })
    expect(clientele.client?.sessions.map(({ id }) => id)).toEqual(['sess_1'])
  })
})

it('an answer from before a sign-out that waits for its turn does not show the session again', async () => {
  const { clientele, said } = await open()
  const read = clientele.client?.reload().catch(() => {})
  const out = clientele.signOut()
  await flush()
  await read
  await out
  expect(clientele.client?.sessions).toEqual([])
  expect(said()).toContain('DELETE /client/sessions')
})
