import { ClienteleError, isClienteleError } from '@clientele/core'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock, flush } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, jwtOf, sessionJson } from './support/wire.ts'

const client = clientJson({ sessions: [sessionJson('sess_1')], last_active_session_id: 'sess_1' })
const whole = { response: client, client: null }

const signIn = { id: 'sia_1', status: 'needs_first_factor' }
const signUp = { id: 'sua_1', status: 'missing_requirements' }

const standard = ({ path }: Seen) => {
  if (path.includes('/sign_'))
    return json({ response: path.includes('/sign_ins') ? signIn : signUp, client })
  return json(path.includes('/sessions/') ? { response: sessionJson('sess_1'), client } : whole)
}

const open = (answer: (request: Seen) => Response | Promise<Response> = standard) => {
  const wire = scriptedFetch(answer)
  const clock = createManualClock()
  const clientele = createClientele({ publishableKey, fetch: wire.fetch, clock, random: () => 0 })
  return { ...wire, clock, clientele }
}

const caught = async (promise: Promise<unknown>): Promise<ClienteleError> => {
  try {
    await promise
  } catch (error) {
    if (isClienteleError(error)) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('requests', () => {
  it('are GET with no header and no body, or POST with a form: nothing that needs a preflight', async () => {
    const { clientele, seen } = open()
    await clientele.load()
    await clientele.client?.removeSessions()
    const [read, write] = seen
    expect([...(read?.headers ?? [])]).toEqual([])
    expect(read?.init.body).toBeUndefined()
    expect(read?.init.credentials).toBe('include')
    expect([...(write?.headers ?? [])]).toEqual([
      ['content-type', 'application/x-www-form-urlencoded'],
    ])
    expect(write?.wireMethod).toBe('POST')
    expect(write?.init.credentials).toBe('include')
  })

  it('carry the version parameters always, `_method` for the verbs between, and no session id under /client', async () => {
    const { clientele, seen } = open()
    await clientele.load()
    await clientele.client?.create()
    await clientele.client?.sessions[0]?.touch()
    for (const { url } of seen) {
      expect(url.searchParams.get('__clerk_api_version')).toBe('2026-05-12')
      expect(url.searchParams.get('_clerk_js_version')).toMatch(/^\d+\.\d+\.\d+$/)
      expect(url.searchParams.has('_clerk_session_id')).toBe(false)
      expect(url.searchParams.has('_clerk_retry_attempt')).toBe(false)
    }
    expect(seen.map(({ url }) => url.searchParams.get('_method'))).toEqual([null, 'PUT', null])
  })

  it('encode as the Frontend API reads', async () => {
    const { clientele, seen } = open()
    await clientele.load()
    await clientele.client?.signUp.create({
      emailAddress: 'a@b.c',
      legalAccepted: false,
      unsafeMetadata: { camelKey: null, list: [1, 'zwei'] },
    })
    expect(Object.fromEntries(seen.at(-1)?.form ?? [])).toEqual({
      email_address: 'a@b.c',
      legal_accepted: 'false',
      unsafe_metadata: '{"camelKey":null,"list":[1,"zwei"]}',
    })
    await clientele.client?.sessions[0]?.touch({ intent: undefined })
    expect(seen.at(-1)?.form.toString()).toBe('active_organization_id=')
  })

  it('keep a redirect URL with commas whole', async () => {
    const { clientele } = open()
    await clientele.load()
    const redirectUrl = new URL('https://app.test/?list=1,2&x=a+b#h')
    const url = new URL(clientele.client?.buildTouchUrl({ redirectUrl }) ?? '')
    expect(url.origin + url.pathname).toBe('https://clerk.example.com/v1/client/touch')
    expect(url.searchParams.getAll('redirect_url')).toEqual([redirectUrl.href])
    expect(url.searchParams.get('__clerk_api_version')).toBe('2026-05-12')
  })
})

describe('network failures', () => {
  const failing = (times: number) => {
    let left = times
    return () => {
      if (left-- > 0) throw new TypeError('fetch failed')
      return json(whole)
    }
  }

  it('of reads are tried again, flagged, with back-off', async () => {
    const { clientele, clock, seen } = open(failing(3))
    const loaded = clientele.load()
    await clock.advance(99)
    expect(seen).toHaveLength(1)
    await clock.advance(1)
    expect(seen).toHaveLength(2)
    await clock.advance(700 + 1400)
    await loaded
    expect(seen.map(({ url }) => url.searchParams.get('_clerk_retry_attempt'))).toEqual([
      null,
      '1',
      '2',
      '3',
    ])
    expect(clientele.status).toBe('ready')
  })

  it('of mutations are not: the effect may have happened', async () => {
    const { clientele, count } = open(({ method }) => {
      if (method === 'PUT') throw new TypeError('fetch failed')
      return json(whole)
    })
    await clientele.load()
    const error = await caught(clientele.client?.create() ?? Promise.resolve())
    expect(error).toMatchObject({ code: 'network_error', errors: [] })
    expect(error.cause).toBeInstanceOf(TypeError)
    expect(count('PUT', '/client')).toBe(1)
  })

  it.each([
    ['http://127.0.0.1:4100/v1 (npx @clientele/emulator)', '127.0.0.1:4100'],
    ['https://clerk.example.com/v1', 'clerk.example.com'],
  ])('say what could not be reached: %s', async (address, host) => {
    const clock = createManualClock()
    const hanging = () => new Promise<never>(() => {})
    const publishableKey = `pk_test_${btoa(`${host}$`)}`
    const silent = createClientele({ publishableKey, clock, fetch: hanging })
    void silent.load()
    await clock.advance(7000)
    expect(silent.store.getState().connection.error?.message).toBe(
      `No answer within 7000 ms from ${address}`,
    )
    silent.dispose()
    const refused = createClientele({
      publishableKey,
      clock,
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    })
    void refused.load()
    await clock.advance(7000)
    expect(refused.store.getState().connection.error?.message).toBe(`Could not reach ${address}`)
    refused.dispose()
  })

  it('stop being tried again when disposed, and leave no timer', async () => {
    const { clientele, clock, seen } = open(failing(99))
    const error = caught(clientele.load())
    await clock.advance(150)
    clientele.dispose()
    expect(await error).toMatchObject({ code: 'disposed' })
    await clock.advance(60_000)
    expect(seen).toHaveLength(2)
    expect(clock.pending).toBe(0)
  })

  it.each([408, 425, 429, 500, 503])(
    'are not what a %i is: that is an answer, given once',
    async status => {
      const { clientele, clock, seen } = open(() => json(errorJson('x'), { status }))
      await clientele.load()
      expect(seen).toHaveLength(1)
      expect(clientele.status).toBe('degraded')
      clientele.dispose()
      expect(clock.pending).toBe(0)
    },
  )

  it('say nothing of the query, which may carry a credential', async () => {
    const { clientele } = open(({ method }) => {
      if (method === 'PUT') throw new TypeError('fetch failed')
      return json(whole)
    })
    await clientele.load()
    const error = await caught(clientele.client?.create() ?? Promise.resolve())
    expect(`${error.stack} ${String(error.cause)} ${JSON.stringify(error)}`).not.toContain('?')
  })
})

describe('deadlines', () => {
  it('end a request that is never answered, even by a port that ignores its signal', async () => {
    const { clientele, clock } = open(({ method }) =>
      method === 'PUT' ? new Promise<Response>(() => {}) : json(whole),
    )
    await clientele.load()
    const error = caught(clientele.client?.create() ?? Promise.resolve())
    await clock.advance(29_999)
    expect(clientele.status).toBe('ready')
    await clock.advance(1)
    expect(await error).toMatchObject({ code: 'timeout' })
    expect(clientele.client?.sessions).toHaveLength(1)
  })

  it('bring load() out of loading, and the client arrives in the background with one notification', async () => {
    let answers = false
    const { clientele, clock } = open(() =>
      answers ? json(whole) : new Promise<Response>(() => {}),
    )
    const told: unknown[] = []
    clientele.subscribe(
      current => current?.id,
      id => told.push(id),
    )
    const loaded = clientele.load()
    expect(clientele.status).toBe('loading')
    await clock.advance(7000)
    expect(await loaded).toBeUndefined()
    expect(clientele.status).toBe('degraded')
    expect(clientele.client).toBeUndefined()
    expect(clientele.session).toBeUndefined()
    answers = true
    await clock.advance(60_000)
    expect(clientele.status).toBe('ready')
    expect(told).toEqual(['client_1'])
  })
})

describe('Retry-After', () => {
  it.each([
    ['60', 60],
    ['junk', undefined],
    ['-5', undefined],
    [new Date(Date.UTC(2026, 0, 1) + 90_000).toUTCString(), 90],
    [new Date(Date.UTC(2025, 0, 1)).toUTCString(), 0],
  ])('%s is %s seconds', async (header, seconds) => {
    const { clientele } = open(({ method }) =>
      method === 'PUT'
        ? json(errorJson('rate_limit_exceeded'), {
            status: 429,
            headers: { 'retry-after': header },
          })
        : json(whole),
    )
    await clientele.load()
    const error = await caught(clientele.client?.create() ?? Promise.resolve())
    expect(error.retryAfter).toBe(seconds)
  })

  it('is waited out before the client is asked for again', async () => {
    const { clientele, clock, seen } = open(() =>
      json(errorJson('x'), { status: 429, headers: { 'retry-after': '45' } }),
    )
    await clientele.load()
    await clock.advance(44_000)
    expect(seen).toHaveLength(1)
    await clock.advance(2000)
    expect(seen).toHaveLength(2)
  })
})

describe('errors', () => {
  it('carry code, status, all entries in camelCase and the trace id, and survive JSON', async () => {
    const { clientele } = open(({ method }) =>
      method === 'PUT'
        ? json(errorJson('form_password_incorrect', 'password'), { status: 422 })
        : json(whole),
    )
    await clientele.load()
    const error = await caught(clientele.client?.create() ?? Promise.resolve())
    expect(error).toBeInstanceOf(ClienteleError)
    expect(error.message).toBe('long form_password_incorrect')
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      code: 'form_password_incorrect',
      message: 'long form_password_incorrect',
      status: 422,
      traceId: 'trace_1',
      errors: [
        {
          code: 'form_password_incorrect',
          message: 'short form_password_incorrect',
          longMessage: 'long form_password_incorrect',
          meta: { paramName: 'password' },
        },
      ],
    })
  })

  it.each([
    ['an error body without entries', '{}', 403],
    ['HTML from a proxy', '<html>', 502],
    ['an empty body', '', 500],
    ['entries of the wrong kind', '{"errors":[{"code":1}]}', 422],
  ])('are made of %s too, which is not the word of the API', async (_, body, status) => {
    const { clientele } = open(({ method }) =>
      method === 'PUT' ? json(body, { status }) : json(whole),
    )
    await clientele.load()
    const error = await caught(clientele.client?.create() ?? Promise.resolve())
    expect(error).toMatchObject({ code: 'response_invalid', status })
    expect(error.message).toContain(`status ${status}`)
    expect(clientele.status).toBe('degraded')
  })

  it('are recognised across copies of the package', () => {
    const other = Object.assign(new Error('x'), { [Symbol.for('clientele.error')]: true })
    expect(isClienteleError(other)).toBe(true)
    expect(isClienteleError(new Error('x'))).toBe(false)
    expect(isClienteleError(null)).toBe(false)
  })
})

describe('answers', () => {
  it('204 says nothing, so nothing was done', async () => {
    const { clientele } = open(({ method }) =>
      method === 'DELETE' ? new Response(null, { status: 204 }) : json(whole),
    )
    await clientele.load()
    const error = await caught(clientele.client?.destroy() ?? Promise.resolve())
    expect(error).toMatchObject({ code: 'response_invalid', status: 204 })
    expect(clientele.session?.id).toBe('sess_1')
  })

  it('take in the client that an error carries, before the caller hears of the error', async () => {
    const { clientele } = open(({ method }) =>
      method === 'PUT'
        ? json(
            { ...errorJson('resource_not_found'), meta: { client: clientJson() } },
            { status: 400 },
          )
        : json(whole),
    )
    await clientele.load()
    expect(clientele.session?.id).toBe('sess_1')
    await caught(clientele.client?.create() ?? Promise.resolve())
    expect(clientele.session).toBeNull()
  })

  it('the same text again is not even parsed', async () => {
    const parsed: string[] = []
    const { parse } = JSON
    const { clientele, seen } = open(({ path }) =>
      path.endsWith('/tokens')
        ? json({ object: 'token', jwt: jwtOf('sess_1', Date.UTC(2026, 0, 1) / 1000) })
        : json(whole),
    )
    await clientele.load()
    const before = clientele.client
    JSON.parse = (text: string, ...rest) => {
      parsed.push(text)
      return parse(text, ...rest)
    }
    try {
      await clientele.client?.reload()
    } finally {
      JSON.parse = parse
    }
    expect(seen.map(({ path }) => path)).toEqual([
      '/client',
      '/client',
      '/client/sessions/sess_1/tokens',
    ])
    expect(parsed.filter(text => text.includes('sess_1') && text.includes('sessions'))).toEqual([])
    expect(clientele.client).toBe(before)
  })
})

describe('double clicks', () => {
  it('send one request while it is under way, and another one after', async () => {
    const { clientele, count } = open()
    await clientele.load()
    const press = () => clientele.client?.signIn.create({ identifier: 'a@b.c', password: 'x' })
    await Promise.allSettled([press(), press()])
    expect(count('POST', '/client/sign_ins')).toBe(1)
    await press()
    expect(count('POST', '/client/sign_ins')).toBe(2)
  })

  it('of different intents are different requests', async () => {
    const { clientele, count } = open()
    await clientele.load()
    const press = (password: string) =>
      clientele.client?.signIn.create({ identifier: 'a@b.c', password })
    await Promise.allSettled([press('x'), press('y')])
    expect(count('POST', '/client/sign_ins')).toBe(2)
    await flush()
  })
})
