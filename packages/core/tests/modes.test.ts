import { createHash } from 'node:crypto'
import type { ClienteleOptions, StoragePort } from '@clientele/core'
import { afterEach, describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock, flush } from './support/manual-clock.ts'
import { json, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, jwtOf, sessionJson } from './support/wire.ts'

const devKey = `pk_test_${btoa('foo-bar-13.clerk.accounts.dev$')}`
// What the SHA-1 of that key makes of it.
const devSuffix = `_${createHash('sha1').update(devKey).digest('base64url').slice(0, 8)}`
const liveKey = `pk_live_${btoa('clerk.example.com$')}`
const whole = { response: clientJson({ sessions: [sessionJson('sess_1')] }), client: null }

const createStorage = (start: Record<string, string> = {}) => {
  const items = new Map(Object.entries(start))
  const storage: StoragePort = {
    getItem: async key => items.get(key) ?? null,
    setItem: async (key, value) => items.set(key, value),
    removeItem: async key => items.delete(key),
  }
  return { items, storage }
}

const open = (
  options: Partial<ClienteleOptions>,
  answer: (seen: Seen) => Response | Promise<Response>,
) => {
  const wire = scriptedFetch(answer)
  const errors: unknown[] = []
  const clientele = createClientele({
    publishableKey: liveKey,
    fetch: wire.fetch,
    clock: createManualClock(),
    random: () => 0,
    onError: error => errors.push(error),
    ...options,
  })
  return { ...wire, clientele, errors }
}

describe('development browser', () => {
  const answer = ({ path }: Seen) =>
    path === '/dev_browser' ? json({ id: 'dvb_new' }) : json(whole)

  it('is set up once, kept in storage, and goes with every request', async () => {
    const { items, storage } = createStorage()
    const { clientele, seen } = open({ publishableKey: devKey, storage }, answer)
    await Promise.all([clientele.load(), clientele.load()])
    await clientele.client?.create()
    expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /dev_browser',
      'GET /client',
      'PUT /client',
    ])
    expect(seen[0]?.init).toEqual({ method: 'POST', signal: expect.any(AbortSignal) })
    expect(seen.map(({ url }) => url.searchParams.get('__clerk_db_jwt'))).toEqual([
      null,
      'dvb_new',
      'dvb_new',
    ])
    expect(items).toEqual(new Map([['__clerk_db_jwt', 'dvb_new']]))
  })

  it('from storage is used again', async () => {
    const { storage } = createStorage({ __clerk_db_jwt: 'dvb_old' })
    const { clientele, seen } = open({ publishableKey: devKey, storage }, answer)
    await clientele.load()
    expect(seen.map(({ path }) => path)).toEqual(['/client'])
    expect(seen[0]?.url.searchParams.get('__clerk_db_jwt')).toBe('dvb_old')
  })

  it('changes when any answer says so', async () => {
    const { items, storage } = createStorage({ __clerk_db_jwt: 'dvb_old' })
    const { clientele, seen } = open({ publishableKey: devKey, storage }, () =>
      json(whole, { headers: { 'clerk-db-jwt': 'dvb_next' } }),
    )
    await clientele.load()
    await clientele.client?.create()
    expect(seen[1]?.url.searchParams.get('__clerk_db_jwt')).toBe('dvb_next')
    expect(items.get('__clerk_db_jwt')).toBe('dvb_next')
  })

  it('that is refused is replaced once, and the request repeated', async () => {
    const { storage } = createStorage({ __clerk_db_jwt: 'dvb_stale' })
    const { clientele, seen } = open({ publishableKey: devKey, storage }, request =>
      request.url.searchParams.get('__clerk_db_jwt') === 'dvb_stale'
        ? json(errorJson('dev_browser_unauthenticated'), { status: 401 })
        : answer(request),
    )
    await clientele.load()
    expect(clientele.status).toBe('ready')
    expect(seen.map(({ path }) => path)).toEqual(['/client', '/dev_browser', '/client'])
  })

  it('that is always refused ends in an error, not in a loop', async () => {
    const { clientele, seen } = open({ publishableKey: devKey }, request =>
      request.path === '/dev_browser'
        ? json({ id: 'dvb_new' })
        : json(errorJson('dev_browser_unauthenticated'), { status: 401 }),
    )
    await expect(clientele.load()).rejects.toMatchObject({
      code: 'dev_browser_unauthenticated',
      status: 401,
    })
    expect(clientele.status).toBe('failed')
    expect(seen.filter(({ path }) => path === '/client')).toHaveLength(2)
  })

  it('that cannot be set up degrades, with the server’s status', async () => {
    const { clientele } = open({ publishableKey: devKey }, () => json('<html>', { status: 500 }))
    await clientele.load()
    expect(clientele.status).toBe('degraded')
    expect(clientele.store.getState().connection.error).toMatchObject({
      code: 'response_invalid',
      status: 500,
    })
    clientele.dispose()
  })

  it('is chosen by the host in the key, not by pk_test_', async () => {
    const { clientele, seen } = open(
      { publishableKey: `pk_test_${btoa('clerk.example.com$')}` },
      answer,
    )
    await clientele.load()
    expect(seen.map(({ path }) => path)).toEqual(['/client'])
    expect(seen[0]?.url.searchParams.has('__clerk_db_jwt')).toBe(false)
  })

  describe('in a page, without storage', () => {
    const enter = (href: string, cookie = '') => {
      const jar = new Map(cookie ? [cookie.split('=') as [string, string]] : [])
      const written: string[] = []
      const page = {
        location: new URL(href),
        history: {
          state: 'kept',
          replaceState: (_: unknown, __: string, url: URL) => {
            page.location = url
            globalThis.location = url as unknown as Location // as: the parts of it that are read
          },
        },
        document: {
          get cookie() {
            return [...jar].map(pair => pair.join('=')).join('; ')
          },
          set cookie(text: string) {
            written.push(text)
            const [name = '', value = ''] = text.split(';')[0]?.split('=') ?? []
            jar.set(name, value)
          },
        },
      }
      for (const name of ['location', 'history', 'document'] as const)
        Object.defineProperty(globalThis, name, {
          value: page[name],
          configurable: true,
          writable: true,
        })
      return { page, jar, written }
    }
    afterEach(() => {
      for (const name of ['location', 'history', 'document'])
        Reflect.deleteProperty(globalThis, name)
    })

    it('is kept in the cookie that the vendor’s SDK and backends read', async () => {
      const { jar, written } = enter('https://app.test/')
      const { clientele } = open({ publishableKey: devKey }, answer)
      await clientele.load()
      await expect.poll(() => jar.get(`__clerk_db_jwt${devSuffix}`)).toBe('dvb_new')
      const attributes = 'path=/; samesite=lax; secure; max-age=31536000'
      expect(written).toEqual([
        `__clerk_db_jwt=dvb_new; ${attributes}`,
        `__clerk_db_jwt${devSuffix}=dvb_new; ${attributes}`,
      ])
    })

    it('is kept apart for each instance of one host', async () => {
      const otherKey = `pk_test_${btoa('sunny-dog-2.clerk.accounts.dev$')}`
      const { jar } = enter('http://localhost/')
      const ids: unknown[] = []
      for (const [publishableKey, id] of [
        [devKey, 'dvb_one'],
        [otherKey, 'dvb_two'],
        [devKey, 'dvb_three'],
      ] as const) {
        const { clientele, seen } = open({ publishableKey }, ({ path }) =>
          path === '/dev_browser' ? json({ id }) : json(whole),
        )
        await clientele.load()
        ids.push(seen.at(-1)?.url.searchParams.get('__clerk_db_jwt'))
        await expect.poll(() => jar.size).toBeGreaterThan(1)
        await flush()
        clientele.dispose()
      }
      expect(ids).toEqual(['dvb_one', 'dvb_two', 'dvb_one'])
    })

    it('in a frame of another site is written so that the browser keeps it', async () => {
      const { written } = enter('https://preview.test/')
      Object.defineProperty(globalThis, 'top', {
        value: { location: { origin: 'https://portal.test' } },
        configurable: true,
      })
      const { clientele } = open({ publishableKey: devKey }, answer)
      await clientele.load()
      await expect.poll(() => written.length).toBe(2)
      Reflect.deleteProperty(globalThis, 'top')
      for (const line of written)
        expect(line).toContain('; samesite=none; secure; partitioned; max-age=')
    })

    it('is read from that cookie', async () => {
      enter('http://app.test/', `__clerk_db_jwt${devSuffix}=dvb_old; __clerk_db_jwt=other`)
      const { clientele, seen } = open({ publishableKey: devKey }, answer)
      await clientele.load()
      expect(seen[0]?.url.searchParams.get('__clerk_db_jwt')).toBe('dvb_old')
    })

    it('is taken over from the URL of a redirect, and out of the address bar', async () => {
      const { page, jar } = enter(
        'http://app.test/a?x=1&__clerk_db_jwt=dvb_url#h',
        '__clerk_db_jwt=dvb_old',
      )
      const { clientele, seen } = open({ publishableKey: devKey }, answer)
      await clientele.load()
      expect(seen[0]?.url.searchParams.get('__clerk_db_jwt')).toBe('dvb_url')
      expect(page.location.href).toBe('http://app.test/a?x=1#h')
      expect(jar.get(`__clerk_db_jwt${devSuffix}`)).toBe('dvb_url')
    })

    it('is not looked for when the key needs none', async () => {
      const { page, written } = enter('http://app.test/?__clerk_db_jwt=dvb_url')
      const { clientele } = open({}, answer)
      await clientele.load()
      expect(page.location.href).toContain('dvb_url')
      expect(written).toEqual([])
    })
  })

  it('survives storage that throws, and reports it', async () => {
    const storage: StoragePort = {
      getItem: () => {
        throw new Error('locked')
      },
      setItem: async () => Promise.reject(new Error('full')),
      removeItem: () => {},
    }
    const { clientele, errors } = open({ publishableKey: devKey, storage }, answer)
    await clientele.load()
    expect(clientele.status).toBe('ready')
    expect(errors).toEqual([new Error('locked'), new Error('full')])
  })
})

describe('native', () => {
  const native = { mode: 'native' } as const

  it('sends the token bare, or empty when there is none, without cookies', async () => {
    const { items, storage } = createStorage()
    const { clientele, seen } = open({ ...native, storage }, () =>
      json(whole, { headers: { authorization: 't1' } }),
    )
    await clientele.load()
    await clientele.client?.create()
    expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual(['', 't1'])
    expect(seen.map(({ url }) => url.searchParams.get('_is_native'))).toEqual(['1', '1'])
    expect(seen.map(({ init }) => init.credentials)).toEqual(['omit', 'omit'])
    expect(items.get('__clerk_client_jwt')).toBe('t1')
  })

  it('sends a scheme without a token where an empty header is dropped on the way', async () => {
    const { clientele, seen } = open(native, ({ headers, method }) =>
      method === 'GET' && !headers.get('authorization')
        ? json(errorJson('request_header_missing'), { status: 400 })
        : json(whole, { headers: method === 'PUT' ? { authorization: 't1' } : {} }),
    )
    await clientele.load()
    await clientele.client?.create()
    await clientele.client?.create()
    const sent = seen.map(({ headers }) => headers.get('authorization'))
    expect(sent).toEqual(['', 'Bearer', 'Bearer', 't1'])
  })

  it.each(['', 't0'])('does not ask again and again when "%s" is refused too', async token => {
    const { storage } = createStorage(token ? { __clerk_client_jwt: token } : {})
    const { clientele, seen } = open({ ...native, storage }, () =>
      json(errorJson('request_header_missing'), { status: 400 }),
    )
    await expect(clientele.load()).rejects.toMatchObject({ code: 'request_header_missing' })
    expect(seen).toHaveLength(token ? 1 : 2)
  })

  it('sends and understands Bearer when asked to', async () => {
    const { storage } = createStorage({ __clerk_client_jwt: 't0' })
    const { clientele, seen } = open({ ...native, bearer: true, storage }, () =>
      json(whole, { headers: { authorization: 'Bearer t1' } }),
    )
    await clientele.load()
    await clientele.client?.create()
    expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer t0',
      'Bearer t1',
    ])
  })

  it('takes over the next token from an error too, and keeps the old one when there is none', async () => {
    const { storage } = createStorage({ __clerk_client_jwt: 't0' })
    const { clientele, seen } = open({ ...native, storage }, ({ method }) => {
      if (method === 'PUT')
        return json(errorJson('x'), { status: 422, headers: { authorization: 't1' } })
      return json(whole)
    })
    await clientele.load()
    await expect(clientele.client?.create()).rejects.toMatchObject({ code: 'x' })
    await expect(clientele.client?.create()).rejects.toMatchObject({ code: 'x' })
    expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual(['t0', 't0', 't1'])
  })

  it('never lets requests overlap, reads and tokens included: each carries the token of the one before', async () => {
    let made = 0
    let running = 0
    const { storage } = createStorage({ __clerk_client_jwt: 't0' })
    const { clientele, seen } = open({ ...native, storage }, async ({ path }) => {
      expect(++running).toBe(1)
      await flush()
      running--
      const headers = { authorization: `t${++made}` }
      return path.endsWith('/tokens')
        ? json({ object: 'token', jwt: jwtOf('sess_1', Date.UTC(2026, 0, 1) / 1000) }, { headers })
        : json(whole, { headers })
    })
    await clientele.load()
    const { client } = clientele
    await Promise.all([
      client?.create(),
      client?.reload(),
      client?.sessions[0]?.getToken(),
      client?.reload(),
    ])
    expect(seen.length).toBeGreaterThanOrEqual(5)
    expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual(
      seen.map((_, index) => `t${index}`),
    )
  })

  it('a late answer never takes the place of a newer token', async () => {
    let release = () => {}
    let made = 0
    const { items, storage } = createStorage()
    const clock = createManualClock()
    const { clientele } = open({ ...native, storage, clock }, ({ method }) => {
      const next = () => json(whole, { headers: { authorization: `t${++made}` } })
      if (method !== 'PUT') return next()
      return new Promise(resolve => {
        release = () => resolve(json(whole, { headers: { authorization: 'late' } }))
      })
    })
    await clientele.load()
    const given = expect(clientele.client?.create()).rejects.toMatchObject({ code: 'timeout' })
    await clock.advance(30_000)
    await given
    await clientele.client?.removeSessions()
    const newest = items.get('__clerk_client_jwt')
    release()
    await flush()
    expect(newest).toMatch(/^t\d$/)
    expect(items.get('__clerk_client_jwt')).toBe(newest)
    clientele.dispose()
  })

  it('hands a nonce on with reload', async () => {
    const { clientele, seen } = open(native, () => json({ response: clientJson(), client: null }))
    await clientele.load()
    await clientele.client?.reload({ rotatingTokenNonce: 'n1' })
    expect(seen[1]?.url.searchParams.get('rotating_token_nonce')).toBe('n1')
    expect(seen[0]?.url.searchParams.has('rotating_token_nonce')).toBe(false)
  })
})

describe('native, when things go wrong', () => {
  const native = { mode: 'native' } as const

  it('storage that is locked sends nothing, signs nobody out, and is asked again', async () => {
    const clock = createManualClock()
    let locked = true
    const storage: StoragePort = {
      getItem: async () => {
        if (locked) throw new Error('User interaction is not allowed')
        return 't1'
      },
      setItem: async () => {},
      removeItem: async () => {},
    }
    const { clientele, seen, errors } = open({ ...native, storage, clock }, () => json(whole))
    await clientele.load()
    expect(seen).toEqual([])
    expect(clientele.status).toBe('degraded')
    expect(clientele.client).toBeUndefined()
    expect(errors).toContainEqual(new Error('User interaction is not allowed'))
    locked = false
    await clock.advance(5000)
    expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual(['t1'])
    expect(clientele.session?.id).toBe('sess_1')
  })

  it('storage that is full keeps what it can, and this start goes on', async () => {
    const storage: StoragePort = {
      getItem: async () => null,
      setItem: async () => {
        throw new Error('Value too large')
      },
      removeItem: async () => {},
    }
    const { clientele, seen, errors } = open({ ...native, storage }, () =>
      json(whole, { headers: { authorization: `t${seen.length}` } }),
    )
    await clientele.load()
    await clientele.client?.create()
    expect(seen.map(({ headers }) => headers.get('authorization'))).toEqual(['', 't1'])
    expect(errors).toContainEqual(new Error('Value too large'))
  })

  const empty = { response: clientJson({ id: 'client_2' }), client: null }

  it('another, empty client is asked for once more before it is believed', async () => {
    const { items, storage } = createStorage({ __clerk_client_jwt: 't1' })
    const answers = [whole, empty, whole]
    const { clientele, seen, errors } = open({ ...native, storage }, () =>
      json(answers.shift(), { headers: { authorization: `t${seen.length + 1}` } }),
    )
    await clientele.load()
    await clientele.client?.reload().catch(() => {})
    expect(clientele.session?.id).toBe('sess_1')
    expect(seen.slice(0, 3).map(({ headers }) => headers.get('authorization'))).toEqual([
      't1',
      't2',
      't2',
    ])
    expect(errors).toContainEqual(expect.objectContaining({ code: 'client_replaced' }))
    expect(items.get('__clerk_client_jwt')).not.toBe('t3')
  })

  it('another, empty client that the server insists on is the truth', async () => {
    const { storage } = createStorage({ __clerk_client_jwt: 't1' })
    const answers = [whole, empty, empty]
    const { clientele } = open({ ...native, storage }, () => json(answers.shift()))
    await clientele.load()
    await clientele.client?.reload()
    expect(clientele.session).toBeNull()
    expect(clientele.client?.id).toBe('client_2')
  })

  it.each([null, clientJson({ id: 'client_2' })])(
    'so is no client at all, and with cookies as well',
    async response => {
      const answers = [whole, { response, client: null }, whole]
      const { clientele, seen } = open({}, () => json(answers.shift()))
      await clientele.load()
      await clientele.client?.reload().catch(() => {})
      expect(clientele.session?.id).toBe('sess_1')
      expect(seen.slice(0, 3).every(({ path }) => path === '/client')).toBe(true)
    },
  )

  it('a sign-out elsewhere is believed at once: it is the same client', async () => {
    const { storage } = createStorage({ __clerk_client_jwt: 't1' })
    const answers = [whole, { response: clientJson(), client: null }]
    const { clientele, seen } = open({ ...native, storage }, () => json(answers.shift()))
    await clientele.load()
    await clientele.client?.reload()
    expect(clientele.session).toBeNull()
    expect(seen).toHaveLength(2)
  })
})
