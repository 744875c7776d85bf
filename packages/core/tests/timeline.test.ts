import { type ReduxDevtoolsExtension, reduxDevtools } from '@clientele/core/redux-devtools'
import { tabs } from '@clientele/core/tabs'
import { type TimelineEvent, type TimelineOptions, timeline } from '@clientele/core/timeline'
import { describe, expect, it, vi } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createFakeOrigin } from './support/fake-tabs.ts'
import { createManualClock, flush } from './support/manual-clock.ts'
import { json, publishableKey, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, jwtOf, sessionJson } from './support/wire.ts'

const password = 'correct horse battery'

const open = async (options: TimelineOptions = {}, onError?: (error: unknown) => void) => {
  const clock = createManualClock()
  const origin = createFakeOrigin()
  const state: { sessions: object[]; signIn?: object; refusal?: () => Response } = {
    sessions: [sessionJson('sess_1')],
  }
  const wire = scriptedFetch(({ method, path }) => {
    if (state.refusal) return state.refusal()
    if (path.endsWith('/touch')) return json({ response: sessionJson('sess_1'), client: null })
    if (path.endsWith('/tokens')) return json({ jwt: jwtOf('sess_1', clock.now() / 1000) })
    if (path === '/client/sign_ins')
      return json(errorJson('form_password_incorrect', 'password'), { status: 422 })
    if (method === 'DELETE') state.sessions = []
    return json({
      response: clientJson({
        sessions: state.sessions,
        ...(state.signIn && { sign_in: state.signIn }),
      }),
      client: null,
    })
  })
  const create = () =>
    createClientele({
      publishableKey,
      fetch: wire.fetch,
      clock,
      onError,
      modules: [timeline(options), tabs({ channel: origin.channel })],
    })
  const clientele = create()
  await clientele.load()
  return { clientele, clock, state, create, ...wire }
}

describe('explain', () => {
  it('says what was wanted of an attempt before it is sent, and nothing of what was typed', async () => {
    const { clientele, state } = await open()
    const signIn = { id: 'sia_1', object: 'sign_in', status: 'needs_first_factor' }
    state.signIn = signIn
    const begun = await clientele.client?.reload()
    await begun?.signIn.attemptFirstFactor({ strategy: 'password', password }).catch(() => {})
    const { events } = clientele.explain()
    const at = events.findIndex(({ kind }) => kind === 'intent')
    expect(events[at]).toMatchObject({ attempt: 'signIn', action: 'attemptFirstFactor' })
    expect(events.slice(at).find(({ kind }) => kind === 'request')).toMatchObject({
      path: '/client/sign_ins/sia_1/attempt_first_factor',
    })
    expect(JSON.stringify(events)).not.toContain(password)
  })

  it('says what was asked, what was answered, what changed and how many heard of it', async () => {
    const { clientele } = await open()
    clientele.subscribe(() => {})
    await clientele.client?.signIn.create({ identifier: 'ada', password }).catch(() => {})
    const { events } = clientele.explain()
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1))
    expect(events.slice(0, 4)).toMatchObject([
      { kind: 'transition', cause: 'this tab', changes: ['status: idle → loading'] },
      { kind: 'request', method: 'GET', path: '/client' },
      { kind: 'answer', cause: 2, status: 200 },
      {
        kind: 'transition',
        cause: 3,
        changes: [
          'status: loading → ready',
          'client: none → client_1',
          'active session: none → sess_1',
          'session sess_1: none → active',
        ],
      },
    ])
    expect(events.slice(4)).toMatchObject([
      { kind: 'intent', attempt: 'signIn', action: 'create' },
      { kind: 'transition', changes: ['signIn fetching: idle → fetching'] },
      { kind: 'request', path: '/client/sign_ins' },
      { kind: 'answer', status: 422 },
      {
        kind: 'transition',
        changes: [
          'signIn fetching: fetching → idle',
          'signIn error: none → form_password_incorrect',
        ],
      },
    ])
    const [first, last] = [events[3], events.at(-1)]
    expect(
      last?.kind === 'transition' &&
        first?.kind === 'transition' &&
        last.listenerCount - first.listenerCount,
    ).toBe(1)
  })

  it('keeps nothing that was typed or made secret, and is plain JSON', async () => {
    const { clientele } = await open()
    await clientele.client?.signIn
      .create({ identifier: 'ada@example.com', password })
      .catch(() => {})
    const token = await clientele.getToken()
    const text = JSON.stringify(clientele.explain())
    for (const secret of [password, 'ada@example.com', token ?? 'none'])
      expect(text).not.toContain(secret)
    expect(JSON.parse(text)).toEqual(clientele.explain())
  })

  it('keeps the newest events only', async () => {
    const { clientele } = await open({ limit: 5 })
    for (let count = 0; count < 10; count++) await clientele.client?.create()
    expect(clientele.explain().events).toHaveLength(5)
    expect(() => timeline({ limit: 0 })).toThrow(TypeError)
  })

  it('is empty without the module', () => {
    expect(createClientele({ publishableKey }).explain()).toEqual({ signedOut: null, events: [] })
  })
})

describe('why was I signed out?', () => {
  it('by a call of this program', async () => {
    const { clientele } = await open()
    await clientele.signOut()
    expect(clientele.explain().signedOut).toMatchObject({
      sessionId: 'sess_1',
      reason: 'signed out in this tab',
    })
  })

  it('by another tab', async () => {
    const { clientele, create } = await open()
    const other = create()
    await other.load()
    await other.signOut()
    for (let turn = 0; turn < 5; turn++) await flush()
    expect(clientele.explain().signedOut?.reason).toBe('signed out in another tab')
  })

  it('by an answer that does not have the session', async () => {
    const { clientele, state } = await open()
    state.sessions = []
    await clientele.client?.reload()
    const { signedOut } = clientele.explain()
    expect(signedOut?.reason).toBe('the answer 200 to GET /client does not have it')
    expect(signedOut?.events.map(({ kind }) => kind)).toEqual(['request', 'answer', 'transition'])
  })

  it('by an answer that says how it ended', async () => {
    const { clientele, state } = await open()
    state.sessions = [sessionJson('sess_1', { status: 'revoked' })]
    await clientele.client?.reload().catch(() => {})
    expect(clientele.explain().signedOut?.reason).toBe(
      'the answer 200 to GET /client says that it is revoked',
    )
  })

  it('by a refusal that says who we are: nobody', async () => {
    const { clientele, state } = await open()
    state.refusal = () => json(errorJson('signed_out'), { status: 401 })
    await clientele.client?.reload().catch(() => {})
    expect(clientele.explain().signedOut?.reason).toBe(
      'the answer 401 to GET /client does not have it',
    )
  })

  it('by choice, with the session still there', async () => {
    const { clientele } = await open()
    await clientele.setActive({ session: null })
    expect(clientele.explain().signedOut?.reason).toBe(
      'setActive() chose another one or none, in this tab',
    )
  })

  it('is forgotten when somebody is signed in', async () => {
    const { clientele } = await open()
    await clientele.setActive({ session: null })
    await clientele.setActive({ session: 'sess_1' })
    expect(clientele.session?.id).toBe('sess_1')
    expect(clientele.explain().signedOut).toBeNull()
  })
})

describe('onEvent', () => {
  it('hears of each event, and its errors stop nothing', async () => {
    const heard: number[] = []
    const onError = vi.fn()
    const onEvent = ({ id }: TimelineEvent) => {
      heard.push(id)
      throw new Error('of the listener')
    }
    const { clientele } = await open({ onEvent }, onError)
    expect(heard).toEqual(clientele.explain().events.map(({ id }) => id))
    expect(heard.length).toBeGreaterThan(2)
    expect(onError).toHaveBeenCalledTimes(heard.length)
  })
})

describe('reduxDevtools', () => {
  const createExtension = () => {
    const seen: unknown[] = []
    const extension: ReduxDevtoolsExtension = {
      connect: ({ name }) => ({
        init: () => seen.push(`init ${name}`),
        send: ({ type }) => seen.push(type),
      }),
    }
    return { extension, seen }
  }
  const fetch = scriptedFetch(() => json({ response: clientJson(), client: null })).fetch

  it('show each transition by what it changed', async () => {
    const { extension, seen } = createExtension()
    const clientele = createClientele({
      publishableKey,
      fetch,
      modules: [reduxDevtools({ extension, name: 'shop' })],
    })
    await clientele.load()
    expect(seen).toEqual([
      'init shop',
      'status: idle → loading',
      'status: loading → ready, client: none → client_1',
    ])
    clientele.dispose()
  })

  it('that are missing or broken harm nothing', async () => {
    const broken: ReduxDevtoolsExtension = {
      connect: () => {
        throw new Error('no')
      },
    }
    const errors: unknown[] = []
    const clientele = createClientele({
      publishableKey,
      fetch,
      onError: error => errors.push(error),
      modules: [reduxDevtools(), reduxDevtools({ extension: broken })],
    })
    await clientele.load()
    expect(clientele.status).toBe('ready')
    expect(errors).toEqual([new Error('no')])
  })
})
