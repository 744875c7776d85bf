import { type PreloadOptions, preloadLink, preloadTag } from '@clientele/core/server'
import { afterEach, describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'

const keyOf = (host: string, kind = 'test') => `pk_${kind}_${btoa(`${host}$`)}`
const production = keyOf('clerk.example.com', 'live')
const development = keyOf('happy-hippo-1.clerk.accounts.dev')
const emulator = keyOf('127.0.0.1:4000')
const appUrl = 'https://app.example.com/inbox?page=2'

const openAt = (url: string) =>
  Object.defineProperty(globalThis, 'location', { value: new URL(url), configurable: true })
afterEach(() => Reflect.deleteProperty(globalThis, 'location'))

/** What a store sends first, in a page. */
const firstRequest = async (pageUrl: string, options: PreloadOptions) => {
  openAt(pageUrl)
  const asked: [string, RequestInit][] = []
  const store = createClientele({
    ...options,
    fetch: async (...request) => {
      asked.push(request)
      return new Response('{"response":null,"client":null}')
    },
  })
  await store.load()
  store.dispose()
  Reflect.deleteProperty(globalThis, 'location')
  const [first] = asked
  if (!first || asked.length > 1) throw new Error(`${asked.length} requests`)
  return { url: first[0], ...first[1] }
}

describe('the preloaded request', () => {
  it.each<[string, PreloadOptions, string?]>([
    ['a production instance', { publishableKey: production }],
    ['a host of its own in development', { publishableKey: keyOf('clerk.example.com') }],
    ['a satellite', { publishableKey: production, domain: 'satellite.com' }],
    [
      'a satellite in development',
      { publishableKey: keyOf('clerk.example.com'), domain: 'https://satellite.com' },
    ],
    ['a proxy', { publishableKey: production, proxyUrl: 'https://example.com/__clerk/' }],
    ['a proxy on the page’s origin', { publishableKey: production, proxyUrl: '/__clerk' }],
    ['a path with odd signs', { publishableKey: production, proxyUrl: '/ä "b"/<c>&d' }],
    ['an emulator by a proxy', { publishableKey: emulator, proxyUrl: '/__clerk' }],
    ['an emulator', { publishableKey: emulator }, 'http://127.0.0.1:3000/'],
    ['an emulator, from localhost', { publishableKey: emulator }, 'http://localhost:3000/a'],
    ['an emulator, from another machine', { publishableKey: emulator }, 'http://10.0.0.2/'],
  ])('is the first that the store sends: %s', async (_, options, pageUrl = appUrl) => {
    const { url, method, headers, credentials, keepalive } = await firstRequest(pageUrl, options)
    // What `crossorigin="use-credentials"` and `as="fetch"` say.
    expect({ method, headers, credentials, keepalive }).toEqual({
      method: 'GET',
      headers: {},
      credentials: 'include',
    })
    const needsPage = options.publishableKey === emulator && options.proxyUrl === undefined
    for (const known of needsPage ? [pageUrl] : [pageUrl, undefined]) {
      const link = preloadLink({ ...options, pageUrl: known })
      expect(new URL(link?.href ?? '', pageUrl).href).toBe(url)
      expect(link).toMatchObject({ rel: 'preload', as: 'fetch', crossOrigin: 'use-credentials' })
    }
  })

  it.each<[string, PreloadOptions]>([
    ['a browser’s id is in the query', { publishableKey: development, pageUrl: appUrl }],
    ['also by a proxy', { publishableKey: development, proxyUrl: 'https://example.com/__clerk' }],
    ['an emulator goes by the name of the page', { publishableKey: emulator }],
  ])('is none where it cannot be known: %s', (_, options) => {
    expect(preloadLink(options)).toBeUndefined()
    expect(preloadTag(options)).toBe('')
  })

  it('is one element, whatever the proxy is called', () => {
    const tag = preloadTag({ publishableKey: production, proxyUrl: '/"><script>&lt;' })
    expect(tag).toBe(
      '<link rel="preload" as="fetch" href="/%22%3E%3Cscript%3E&amp;lt;/v1/client' +
        '?__clerk_api_version=2026-05-12&amp;_clerk_js_version=6.40.0" ' +
        'crossOrigin="use-credentials">',
    )
  })

  it.each([
    [{ publishableKey: 'sk_test_x' }, 'secret key'],
    [{ publishableKey: production, proxyURL: '/x' }, 'does not know "proxyURL"'],
    [{ publishableKey: production, proxyUrl: 'x' }, 'proxyUrl must be'],
    [{ publishableKey: production, pageUrl: '/inbox' }, 'pageUrl must be absolute'],
  ])('is refused for %o', (options, fault) => {
    expect(() => preloadTag(options)).toThrow(TypeError)
    expect(() => preloadTag(options)).toThrow(fault)
  })
})
