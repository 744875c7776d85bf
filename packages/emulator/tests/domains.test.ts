import { createHash } from 'node:crypto'
import { publishableKeyFor } from '@clientele/emulator'
import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import { createBrowser, createFrozen, createSignedIn, jane } from './support/browser.ts'

const page = 'https://app.example.test/page?a=1'
const asking = (path: string, query: Record<string, string> = {}) =>
  `/v1/client/${path}?${new URLSearchParams({ redirect_url: page, ...query })}`

const cookiesOf = (url: URL | null): string[] => {
  const { handshake } = decodeJwt(url?.searchParams.get('__clerk_handshake') ?? '')
  // as: what a handshake holds
  return (handshake as string[]).map(cookie => cookie.split(';')[0] ?? '')
}

describe('a handshake', () => {
  test('leads back with the cookies by which a server knows who is signed in', async () => {
    const { visit, id } = await createSignedIn(createFrozen())
    const { status, to } = await visit(asking('handshake'))
    expect([status, to?.origin, to?.searchParams.get('a')]).toEqual([
      307,
      'https://app.example.test',
      '1',
    ])
    const [session = '', uat = ''] = cookiesOf(to)
    expect(decodeJwt(session.replace('__session=', ''))).toMatchObject({ sid: id })
    expect(uat).toMatch(/^__client_uat=[1-9]\d+$/)
  })

  test('says that nobody is', async () => {
    const { visit } = createBrowser(createFrozen())
    const cookies = cookiesOf((await visit(asking('handshake'))).to)
    expect(cookies.slice(0, 2)).toEqual(['__session=', '__client_uat=0'])
  })

  test('names cookies by the key, too, where that is asked for', async () => {
    const emulator = createFrozen()
    const suffix = createHash('sha1')
      .update(emulator.publishableKey)
      .digest('base64url')
      .slice(0, 8)
    const { visit } = await createSignedIn(emulator)
    const cookies = cookiesOf((await visit(asking('handshake', { suffixed_cookies: 'true' }))).to)
    expect(cookies.map(cookie => cookie.split('=')[0])).toEqual([
      '__session',
      `__session_${suffix}`,
      '__client_uat',
      `__client_uat_${suffix}`,
      '__clerk_db_jwt',
      `__clerk_db_jwt_${suffix}`,
    ])
  })

  test.each([
    ['live', 'https://clerk.example.test:3000/', '; Path=/; Max-Age=60'],
    ['live', 'https://app.example.test/', '; Path=/; Domain=example.test'],
    ['live', 'https://example.test/', '; Path=/; Domain=example.test'],
    ['live', 'https://badexample.test/', null],
    ['live', 'https://other.test/', null],
    ['test', 'https://clerk.example.test:3000/', null],
    ['test', 'https://app.example.test/', null],
  ] as const)('with a %s key travels to %s by cookie: %s', async (kind, back, cookie) => {
    const publishableKey = publishableKeyFor('clerk.example.test', kind)
    const { agent } = await createSignedIn(createFrozen({ publishableKey }))
    const query = asking('handshake', { redirect_url: back })
    const { headers } = await agent.fetch(query, { redirect: 'manual' })
    const [line] = headers.getSetCookie().filter(each => each.startsWith('__clerk_handshake='))
    const to = new URL(headers.get('location') ?? '')
    expect(to.searchParams.has('__clerk_handshake')).toBe(cookie === null)
    expect(line ?? null).toEqual(cookie === null ? null : expect.stringContaining(cookie))
  })

  test.each([{}, { __clerk_db_jwt: 'dvb_of_an_earlier_run' }])(
    'gives a development browser to who has none: %o',
    async query => {
      const emulator = createFrozen({ host: 'foo-bar-13.clerk.accounts.dev' })
      const { visit } = createBrowser(emulator)
      const { status, to } = await visit(asking('handshake', query))
      const id = cookiesOf(to).at(-1)?.replace('__clerk_db_jwt=', '')
      const known = await emulator.fetch(`/v1/client?__clerk_db_jwt=${id}`)
      expect([status, known.status]).toEqual([307, 200])
    },
  )

  test('gives a browser that is signed in by cookie the same client, now and later', async () => {
    const emulator = createFrozen()
    const { visit, signIn } = createBrowser(emulator)
    const known =
      cookiesOf((await visit(asking('handshake'))).to)
        .at(-1)
        ?.split('=')[1] ?? ''
    emulator.users.create(jane)
    await signIn({ identifier: jane.emailAddress, password: jane.password })
    const { to } = await visit(asking('handshake', { __clerk_db_jwt: known }))
    expect(cookiesOf(to)[0]).toMatch(/^__session=ey/)
    expect(cookiesOf(to).at(-1)).toBe(`__clerk_db_jwt=${known}`)
    const { response } = await (await emulator.fetch(`/v1/client?__clerk_db_jwt=${known}`)).json()
    expect(response.sessions).toHaveLength(1)
  })

  test('makes an organization the active one, if it can', async () => {
    const emulator = createFrozen()
    const { id: userId } = emulator.users.create(jane)
    const { visit } = await createSignedIn(emulator)
    const { id } = emulator.organizations.create({ name: 'Acme', members: [{ userId }] })
    const active = () => emulator.sessions.list()[0]?.lastActiveOrganizationId
    await visit(asking('handshake', { organization_id: 'acme' }))
    expect(active()).toBe(id)
    expect((await visit(asking('handshake', { organization_id: 'nowhere' }))).status).toBe(307)
    expect(active()).toBe(id)
    await visit(asking('handshake', { organization_id: '' }))
    expect(active()).toBeNull()
  })

  test('leads no session to an origin that may not call', async () => {
    const allowedOrigins = ['https://app.example.test', 'https://app.emulator.test']
    const { visit, send } = await createSignedIn(createFrozen({ settings: { allowedOrigins } }))
    expect((await visit(asking('handshake'))).status).toBe(307)
    for (const redirect_url of ['https://evil.test/', 'http://app.example.test/'])
      expect((await send('GET', asking('handshake', { redirect_url }))).fault).toBe(
        'origin_invalid',
      )
  })

  test.each(['javascript:alert(1)', 'relative', ''])('leads nowhere for %j', async redirect_url => {
    const { visit } = createBrowser(createFrozen())
    expect((await visit(asking('handshake', { redirect_url }))).status).toBe(400)
  })
})

describe('a satellite domain', () => {
  const satellite = 'https://clerk.satellite.test'
  const settings = { satelliteDomains: ['clerk.satellite.test', 'other.test:4200'] }

  test('takes over the client of the primary one', async () => {
    const { visit, client, id, agent } = await createSignedIn(createFrozen({ settings }))
    const at = (url: string) => agent.fetch(url).then(response => response.json())
    expect((await at(`${satellite}/v1/client`)).response).toBeNull()
    const primary = await visit(`${satellite}${asking('sync')}`)
    expect(primary.to?.host).toBe('clerk.emulator.test')
    const back = await visit(primary.to?.href ?? '')
    expect(`${back.to?.origin}${back.to?.pathname}`).toBe(`${satellite}/v1/client/link`)
    const { to } = await visit(back.to?.href ?? '')
    expect(to?.href).toBe(`${page}&__clerk_synced=true`)
    expect((await at(`${satellite}/v1/client`)).response).toEqual((await client()).body.response)
    expect((await at(`${satellite}/v1/client`)).response.last_active_session_id).toBe(id)
  })

  test('learns that nobody is signed in', async () => {
    const { visit, agent } = createBrowser(createFrozen({ settings }))
    const primary = await visit(`${satellite}${asking('sync')}`)
    const back = await visit(primary.to?.href ?? '')
    expect((await visit(back.to?.href ?? '')).to?.searchParams.get('__clerk_synced')).toBe('true')
    expect(agent.cookies()).toEqual([])
  })

  test.each([
    'evil.test',
    'clerk.satellite.test.evil.test',
    'clerk.satellite.test:4200',
    'other.test',
    'satellite.test',
    '127.0.0.1',
  ])('that nobody knows is given nothing: %s', async link_domain => {
    const { send } = await createSignedIn(createFrozen({ settings }))
    const { status, fault, headers } = await send('GET', asking('sync', { link_domain }))
    expect([status, fault]).toEqual([403, 'satellite_domain_unknown'])
    expect(headers.get('location')).toBeNull()
  })

  test.each(['clerk.emulator.test', 'Clerk.Satellite.Test', 'other.test:4200'])(
    'that is known may have any case, a port, or be the primary one: %s',
    async link_domain => {
      const { visit } = await createSignedIn(createFrozen({ settings }))
      const { status, to } = await visit(asking('sync', { link_domain }))
      expect([status, to?.host]).toEqual([307, link_domain.toLowerCase()])
    },
  )

  test('is a host', () => {
    for (const domain of ['https://a.test', 'a.test/', '', '*'])
      expect(() => createFrozen({ settings: { satelliteDomains: [domain] } })).toThrow(
        /satelliteDomains\.0: a host/,
      )
  })

  test('is given a token that is good for a minute, and for its client token only', async () => {
    const emulator = createFrozen({ settings })
    const { visit, client } = await createSignedIn(emulator)
    const { to } = await visit(asking('sync', { link_domain: 'clerk.satellite.test' }))
    const linked = async () => {
      const stranger = createBrowser(emulator)
      const { status } = await stranger.visit(to?.href ?? '')
      return [status, stranger.agent.cookies().length]
    }
    expect(await linked()).toEqual([307, 2])
    emulator.clients.rotate((await client()).body.response?.id ?? '')
    expect(await linked()).toEqual([307, 0])
    emulator.clock.advance(60_000)
    expect(await linked()).toEqual([400, 0])
  })
})
