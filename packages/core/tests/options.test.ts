import { afterEach, describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'

const keyOf = (host: string, kind = 'test') => `pk_${kind}_${btoa(`${host}$`)}`
const create = (options: object) => () =>
  createClientele({ publishableKey: keyOf('clerk.example.com'), ...options })

/** The URL of the one request that `load()` sends. */
const urlOf = async (options: object) => {
  let asked = ''
  const clientele = create({
    fetch: async (input: string) => {
      asked = input
      return new Response('{"response":null,"client":null}')
    },
    ...options,
  })()
  await clientele.load()
  return new URL(asked)
}

describe('publishable key', () => {
  it.each([
    [undefined, 'is missing'],
    ['', 'is missing'],
    ['   ', 'is missing'],
    [42, 'is missing'],
    [`sk_test_${btoa('clerk.example.com$')}`, 'is a secret key'],
    ['nonsense', 'must start with pk_test_ or pk_live_'],
    [`pk_prod_${btoa('clerk.example.com$')}`, 'must start with pk_test_ or pk_live_'],
    ['pk_test_', 'exactly three parts'],
    [`pk_test_${btoa('clerk.example.com$')}_x`, 'exactly three parts'],
    ['pk_test_%%%', 'not valid base64'],
    [`pk_test_${btoa('clerk.example.com')}`, 'one "$"'],
    [`pk_test_${btoa('clerk.example.com$$')}`, 'one "$"'],
    [`pk_test_${btoa('clerk.ex$ample.com$')}`, 'one "$"'],
    [`pk_test_${btoa('clerk.example.com$x')}`, 'one "$"'],
    [`pk_test_${btoa('$')}`, 'must decode to a host'],
    [keyOf('evil.com/path#'), 'must decode to a host'],
    [keyOf('user@evil.com'), 'must decode to a host'],
  ])('%s: %s', (publishableKey, fault) => {
    expect(create({ publishableKey })).toThrow(TypeError)
    expect(create({ publishableKey })).toThrow(fault)
  })

  it('never repeats the key, which may be a secret one', () => {
    const secret = `sk_live_${btoa('very secret')}`
    expect(create({ publishableKey: secret })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(secret) }),
    )
  })

  it('is trimmed, and accepted without padding', () => {
    const padless = keyOf('clerk.example.com').replace(/=+$/, '')
    expect(createClientele({ publishableKey: ` ${padless} ` }).publishableKey).toBe(padless)
  })
})

describe('base URL', () => {
  it.each([
    ['the host in the key, https', {}, 'https://clerk.example.com/v1/client'],
    [
      'plain http for loopback',
      { publishableKey: keyOf('127.0.0.1:4000') },
      'http://127.0.0.1:4000/v1/client',
    ],
    [
      'plain http for *.localhost',
      { publishableKey: keyOf('api.localhost:4000') },
      'http://api.localhost:4000/v1/client',
    ],
    [
      'plain http for localhost',
      { publishableKey: keyOf('localhost:4000') },
      'http://localhost:4000/v1/client',
    ],
    [
      'https for a host that only looks like loopback',
      { publishableKey: keyOf('127.0.0.1.evil.com') },
      'https://127.0.0.1.evil.com/v1/client',
    ],
    [
      'a proxy with a path',
      { proxyUrl: 'http://proxy.test:1/__clerk/' },
      'http://proxy.test:1/__clerk/v1/client',
    ],
    [
      'a proxy before a domain',
      { proxyUrl: 'https://p.test', domain: 'satellite.com' },
      'https://p.test/v1/client',
    ],
    [
      'a domain in production',
      { publishableKey: keyOf('clerk.a.com', 'live'), domain: 'https://clerk.b.com' },
      'https://clerk.b.com/v1/client',
    ],
    [
      'not a domain in development',
      { publishableKey: keyOf('clerk.a.com'), domain: 'b.com' },
      'https://clerk.a.com/v1/client',
    ],
  ])('%s', async (_, options, expected) => {
    const url = await urlOf(options)
    expect(url.origin + url.pathname).toBe(expected)
  })

  describe('in a page of this machine', () => {
    const openAt = (hostname: string) =>
      Object.defineProperty(globalThis, 'location', { value: { hostname }, configurable: true })
    afterEach(() => Reflect.deleteProperty(globalThis, 'location'))

    it.each([
      ['localhost', '127.0.0.1:4000', 'http://localhost:4000/v1/client'],
      ['127.0.0.1', 'localhost:4000', 'http://127.0.0.1:4000/v1/client'],
      ['app.localhost', '127.0.0.1:4000', 'http://app.localhost:4000/v1/client'],
      ['example.com', '127.0.0.1:4000', 'http://127.0.0.1:4000/v1/client'],
      ['localhost', 'clerk.example.com', 'https://clerk.example.com/v1/client'],
    ])('at %s, %s is asked under the name that shares its cookies', async (at, host, expected) => {
      openAt(at)
      const url = await urlOf({ publishableKey: keyOf(host) })
      expect(url.origin + url.pathname).toBe(expected)
    })
  })

  it('tells a development satellite by a parameter', async () => {
    const url = await urlOf({ publishableKey: keyOf('clerk.a.com'), domain: 'b.com' })
    expect(url.searchParams.get('__domain')).toBe('b.com')
  })

  it.each([
    [{ proxyUrl: 'not a url' }, 'absolute http(s) URL'],
    [{ proxyUrl: 'ftp://x.test' }, 'http(s)'],
    [{ domain: 'a b' }, 'bare host name'],
    [{ mode: 'desktop' }, "'browser' or 'native'"],
    [{ loadTimeout: 0 }, 'positive number'],
    [{ loadTimeout: Number.NaN }, 'positive number'],
  ])('refuses %o', (options, fault) => {
    expect(create(options)).toThrow(TypeError)
    expect(create(options)).toThrow(fault)
  })

  it('takes a path as proxy where a page is rendered, and refuses to send by it there', async () => {
    const store = create({ proxyUrl: '/__clerk/' })()
    await expect(store.load()).rejects.toMatchObject({
      code: 'request_failed',
      cause: expect.any(TypeError),
      message: expect.stringContaining('proxyUrl must be absolute'),
    })
    store.dispose()
  })

  it('resolves a relative proxy against the page', async () => {
    Object.defineProperty(globalThis, 'location', {
      value: { origin: 'https://app.test' },
      configurable: true,
    })
    try {
      expect((await urlOf({ proxyUrl: '/__clerk' })).href).toMatch(
        /^https:\/\/app\.test\/__clerk\/v1\/client\?/,
      )
    } finally {
      Reflect.deleteProperty(globalThis, 'location')
    }
  })
})
