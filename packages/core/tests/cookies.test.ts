import { createHash } from 'node:crypto'
import { type CookieJar, type CookiesOptions, cookies } from '@clientele/core/cookies'
import { describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createFakePage } from './support/fake-page.ts'
import { createManualClock, flush } from './support/manual-clock.ts'
import { json, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, jwtOf, sessionJson } from './support/wire.ts'

// Its suffix is known from the wire: `1Z8AzTQD`.
const live = 'pk_live_Y2xlcmsuY2xlcmsuZGV2JA'
const test = `pk_test_${btoa('clerk.example.dev$')}`

/** A jar that keeps the lines it was given. */
const createJar = () => {
  const values = new Map<string, string>()
  const lines: string[] = []
  const jar: CookieJar = {
    get cookie() {
      return [...values].map(([name, value]) => `${name}=${value}`).join('; ')
    },
    set cookie(line) {
      lines.push(line)
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (line.includes('max-age=0')) values.delete(name)
      else values.set(name, value)
    },
  }
  return { jar, values, lines }
}

const start = Date.UTC(2026, 0, 1) / 1000

/** The real thing, without a thread that takes its time. */
const sha1: Pick<SubtleCrypto, 'digest'> = {
  digest: async (_, data) =>
    Uint8Array.from(
      createHash('sha1')
        .update(new Uint8Array(data as ArrayBuffer))
        .digest(),
    ).buffer, // as: what the module gives
}

interface Setting {
  readonly publishableKey?: string
  readonly address?: string
  readonly sessions?: readonly object[]
  readonly subtle?: Pick<SubtleCrypto, 'digest'>
  readonly attributes?: Pick<CookiesOptions, 'sameSite' | 'partitioned'>
}

const open = async (setting: Setting = {}) => {
  const { publishableKey = live, address, subtle = sha1, attributes } = setting
  const clock = createManualClock()
  const token = { jwt: jwtOf('sess_1', start) }
  const state = {
    sessions: setting.sessions ?? [
      sessionJson('sess_1', { last_active_token: token }),
      sessionJson('sess_2'),
    ],
  }
  const wire = scriptedFetch(({ method, path }) => {
    const [, , , id = ''] = path.split('/')
    if (path.includes('/tokens')) return json({ jwt: jwtOf(id, clock.now() / 1000) })
    if (path.endsWith('/touch')) return json({ response: sessionJson(id), client: null })
    if (method === 'DELETE') state.sessions = []
    return json({ response: clientJson({ sessions: state.sessions }), client: null })
  })
  const page = createFakePage(address)
  const basket = createJar()
  const errors: unknown[] = []
  const clientele = createClientele({
    publishableKey,
    fetch: wire.fetch,
    clock,
    onError: error => errors.push(error),
    modules: [cookies({ jar: basket.jar, page, subtle, ...attributes })],
  })
  const ready = async () => {
    await clientele.load()
    for (let turn = 0; turn < 5; turn++) await flush()
  }
  return { clientele, clock, page, errors, ready, ...basket, ...wire }
}

describe('cookies', () => {
  it('show backends the session, under both names', async () => {
    const { ready, values, lines } = await open()
    await ready()
    const jwt = jwtOf('sess_1', start)
    expect(Object.fromEntries(values)).toEqual({
      clerk_active_context: 'sess_1:',
      __session: jwt,
      __session_1Z8AzTQD: jwt,
    })
    expect(lines).toEqual([
      'clerk_active_context=sess_1:; path=/; samesite=lax; secure',
      `__session=${jwt}; path=/; samesite=lax; secure; max-age=31536000`,
      `__session_1Z8AzTQD=${jwt}; path=/; samesite=lax; secure; max-age=31536000`,
    ])
  })

  it('are left alone until the client is known', async () => {
    const { values, jar } = await open()
    jar.cookie = '__session=old; path=/'
    await flush()
    expect(values.get('__session')).toBe('old')
  })

  it('are written when a token is made, and never because one is asked for', async () => {
    const { ready, clientele, clock, lines } = await open()
    await ready()
    const before = lines.length
    for (let count = 0; count < 100; count++) await clientele.getToken()
    expect(lines).toHaveLength(before)
    await clock.advance(58_000)
    const jwt = await clientele.getToken()
    expect(lines.slice(before)).toEqual([
      expect.stringContaining(`${jwt}`),
      expect.stringContaining(`${jwt}`),
    ])
  })

  it('of a template, or of another organization, are none', async () => {
    const { ready, clientele, lines } = await open()
    await ready()
    const before = lines.length
    await clientele.getToken({ organizationId: 'org_1' })
    await clientele.getToken({ template: 'hasura' })
    expect(lines).toHaveLength(before)
  })

  it('follow the active session, and go when signed out', async () => {
    const { ready, clientele, values } = await open()
    await ready()
    await clientele.setActive({ session: 'sess_2' })
    expect(values.get('clerk_active_context')).toBe('sess_2:')
    expect(values.get('__session')).toBe(await clientele.getToken())
    await clientele.signOut()
    expect([...values]).toEqual([])
  })

  it.each(['focus', 'visibilitychange'])(
    'are not written by a tab behind another one, until its %s',
    async event => {
      const { ready, page, values, jar } = await open()
      page.focused = false
      jar.cookie = 'clerk_active_context=sess_2:; path=/'
      jar.cookie = `__session=${jwtOf('sess_2', start)}; path=/`
      await ready()
      expect(values.get('__session')).toBe(jwtOf('sess_2', start))
      page.focused = true
      page.fire(event)
      expect(values.get('__session')).toBe(jwtOf('sess_1', start))
    },
  )

  it('are written by a tab behind another one where both work with the same session', async () => {
    const { ready, page, values, jar } = await open()
    page.focused = false
    jar.cookie = 'clerk_active_context=sess_1:; path=/'
    await ready()
    expect(values.get('__session')).toBe(jwtOf('sess_1', start))
  })

  it('of a session that ended go, also from a tab behind', async () => {
    const { ready, clientele, page, values } = await open()
    await ready()
    page.focused = false
    await clientele.signOut()
    expect([...values]).toEqual([])
  })

  it('never go back to a staler token of the same session', async () => {
    const { ready, values, jar } = await open()
    const newer = jwtOf('sess_1', start + 5)
    jar.cookie = `__session_1Z8AzTQD=${newer}; path=/`
    await ready()
    expect(values.get('__session_1Z8AzTQD')).toBe(newer)
  })

  it.each([
    ['has expired', jwtOf('sess_1', start + 5, { exp: start - 1 })],
    ['is of another session', jwtOf('sess_9', start + 5)],
    ['is junk', 'junk'],
  ])('take the place of one that %s', async (_, shown) => {
    const { ready, values, jar } = await open()
    jar.cookie = `__session_1Z8AzTQD=${shown}; path=/`
    await ready()
    expect(values.get('__session_1Z8AzTQD')).toBe(jwtOf('sess_1', start))
  })

  it('in a frame of another origin are for all sites', async () => {
    const { ready, page, lines } = await open()
    page.around = 'https://portal.example'
    page.focused = false
    await ready()
    expect(lines[0]).toBe(
      'clerk_active_context=sess_1:; path=/; samesite=none; secure; partitioned',
    )
  })

  it('without crypto.subtle have the plain name only, and that is reported', async () => {
    const missing = new TypeError('There is no crypto.subtle')
    const { ready, values, errors } = await open({
      subtle: { digest: () => Promise.reject(missing) },
    })
    await ready()
    expect([...values.keys()]).toEqual(['clerk_active_context', '__session'])
    expect(errors).toEqual([missing])
  })

  describe('of a token that is too big', () => {
    const big = (sid: string) => jwtOf(sid, start + 1, { roles: 'x'.repeat(5000) })
    /** As browsers do, without a word. */
    const dropTooBig = (jar: CookieJar) => {
      const given = Object.getOwnPropertyDescriptor(jar, 'cookie') ?? {}
      Object.defineProperty(jar, 'cookie', {
        ...given,
        set: (line: string) => line.length <= 4096 && given.set?.call(jar, line),
      })
    }

    it('leave no older one behind, and that is reported once', async () => {
      const sessions = [sessionJson('sess_1', { last_active_token: { jwt: big('sess_1') } })]
      const { ready, jar, values, errors, page, clientele } = await open({ sessions })
      jar.cookie = `__session=${jwtOf('sess_1', start - 100)}; path=/`
      jar.cookie = `__session_1Z8AzTQD=${jwtOf('sess_1', start - 100)}; path=/`
      dropTooBig(jar)
      await ready()
      expect([...values]).toEqual([['clerk_active_context', 'sess_1:']])
      expect(errors).toMatchObject([{ code: 'cookie_rejected' }])
      expect(String(errors[0])).not.toContain('eyJ')
      await clientele.client?.reload()
      page.focused = true
      expect(errors).toHaveLength(1)
    })

    it('leave no other person’s behind', async () => {
      const sessions = [
        sessionJson('sess_1', { last_active_token: { jwt: jwtOf('sess_1', start) } }),
        sessionJson('sess_2', { last_active_token: { jwt: big('sess_2') } }),
      ]
      const { ready, jar, values, errors, clientele } = await open({ sessions })
      dropTooBig(jar)
      await ready()
      expect(values.get('__session')).toBe(jwtOf('sess_1', start))
      await clientele.setActive({ session: 'sess_2' })
      expect([...values]).toEqual([['clerk_active_context', 'sess_2:']])
      expect(errors).toMatchObject([{ code: 'cookie_rejected' }])
    })
  })

  it.each([
    [{}, 'https:', false, '; samesite=lax; secure'],
    [{}, 'http:', false, '; samesite=lax'],
    [{}, 'https:', true, '; samesite=none; secure; partitioned'],
    // Browsers take neither without https.
    [{}, 'http:', true, '; samesite=lax'],
    [{ sameSite: 'none' }, 'https:', false, '; samesite=none; secure; partitioned'],
    [{ sameSite: 'none', partitioned: false }, 'https:', true, '; samesite=none; secure'],
    [{ sameSite: 'strict' }, 'https:', true, '; samesite=strict; secure'],
    [{ partitioned: true }, 'https:', false, '; samesite=lax; secure; partitioned'],
  ] as const)('with %o over %s, in a frame %s: %s', async (attributes, protocol, framed, text) => {
    const address = `${protocol}//app.example.com/`
    const { ready, page, lines } = await open({ address, attributes })
    if (framed) page.around = 'https://portal.example'
    await ready()
    expect(lines[0]).toBe(`clerk_active_context=sess_1:; path=/${text}`)
  })

  it('of another instance on the same host stay', async () => {
    const { ready, values, jar, clientele } = await open()
    jar.cookie = '__session_other123=theirs; path=/'
    await ready()
    await clientele.signOut()
    expect([...values]).toEqual([['__session_other123', 'theirs']])
  })

  it('that cannot be set are reported, and nothing else', async () => {
    const { ready, clientele, errors, jar } = await open()
    Object.defineProperty(jar, 'cookie', {
      get: () => '',
      set: () => {
        throw new Error('SecurityError')
      },
    })
    await ready()
    expect(errors).toContainEqual(new Error('SecurityError'))
    expect(clientele.session?.id).toBe('sess_1')
  })
})

describe('__client_uat', () => {
  it('is written in development, as the seconds of the last update', async () => {
    const { ready, values, lines, clientele } = await open({ publishableKey: test })
    await ready()
    expect(values.get('__client_uat')).toBe('1700000000')
    expect(lines).toContain(
      '__client_uat=1700000000; path=/; samesite=strict; secure; max-age=31536000',
    )
    await clientele.signOut()
    expect(values.get('__client_uat')).toBe('0')
  })

  it('is left to the Frontend API where that can set it', async () => {
    for (const setting of [{}, { publishableKey: test, address: 'https://app.example.dev/' }]) {
      const { ready, values } = await open(setting)
      await ready()
      expect([...values.keys()].filter(name => name.startsWith('__client_uat'))).toEqual([])
    }
  })
})
