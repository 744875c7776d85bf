import { emailLink } from '@clientele/core/email-link'
import { afterEach, describe, expect, it } from 'vitest'
import { createClientele } from './support/create-clientele.ts'
import { createManualClock } from './support/manual-clock.ts'
import { json, publishableKey, type Seen, scriptedFetch } from './support/scripted-fetch.ts'
import { clientJson, errorJson, jwtOf, sessionJson } from './support/wire.ts'

const redirectUrl = 'https://app.test/landing'

const open = async (
  client: object,
  answer: (seen: Seen) => Response = () => json({ response: null }),
) => {
  const clock = createManualClock()
  const wire = scriptedFetch(request =>
    request.path === '/client'
      ? json({ response: clientJson(client), client: null })
      : answer(request),
  )
  const clientele = createClientele({ publishableKey, fetch: wire.fetch, clock, random: () => 0 })
  await clientele.load()
  return { ...wire, clock, clientele, links: clientele.use(emailLink()) }
}

const signIn = (status: string, over: object = {}) => ({
  id: 'sia_1',
  status: 'needs_first_factor',
  first_factor_verification: { status, strategy: 'email_link', expire_at: 1 },
  ...over,
})

describe('waiting for a link', () => {
  const waiting = async (statuses: string[]) => {
    const page = await open({ sign_in: signIn('none') }, () =>
      json({ response: signIn(statuses.shift() ?? 'unverified'), client: null }),
    )
    const status = page.links.sendAndWait({ kind: 'signIn', emailAddressId: 'idn_1', redirectUrl })
    return { ...page, status }
  }

  it.each(['verified', 'expired', 'failed', 'transferable'])('ends when it is %s', async final => {
    const { status, clock, count, seen } = await waiting([
      'unverified',
      'unverified',
      'unverified',
      final,
    ])
    await clock.advance(1999)
    expect(count('GET', '/client/sign_ins/sia_1')).toBe(1)
    await clock.advance(1001)
    expect(await status).toBe(final)
    expect(count('GET', '/client/sign_ins/sia_1')).toBe(3)
    expect(seen[1]?.form.toString()).toBe(
      `strategy=email_link&redirect_url=${encodeURIComponent(redirectUrl)}&email_address_id=idn_1`,
    )
    expect(clock.pending).toBe(0)
  })

  it('ends when the attempt is complete', async () => {
    const { links, clock } = await open({ sign_in: signIn('none') }, ({ method }) =>
      json({
        response: signIn('unverified', method === 'GET' ? { status: 'complete' } : {}),
        client: null,
      }),
    )
    const status = links.sendAndWait({ kind: 'signIn', redirectUrl })
    await clock.advance(1000)
    expect(await status).toBe('verified')
  })

  it('watches the second factor when that is what is needed, and sign-ups', async () => {
    const needs = {
      status: 'needs_second_factor',
      first_factor_verification: { status: 'verified', strategy: 'password' },
    }
    const second = (status: string) =>
      signIn('', { ...needs, second_factor_verification: { status, strategy: 'email_link' } })
    const { links, clock, seen } = await open({ sign_in: second('none') }, ({ method }) =>
      json({ response: second(method === 'GET' ? 'expired' : 'unverified'), client: null }),
    )
    const status = links.sendAndWait({ kind: 'signIn', redirectUrl })
    await clock.advance(1000)
    expect(await status).toBe('expired')
    expect(seen[1]?.path).toBe('/client/sign_ins/sia_1/prepare_second_factor')
    const sign_up = (state: string) => ({
      id: 'sua_1',
      status: 'missing_requirements',
      verifications: { email_address: { status: state, strategy: 'email_link' } },
    })
    const other = await open({ sign_up: sign_up('none') }, ({ method }) =>
      json({ response: sign_up(method === 'GET' ? 'verified' : 'unverified'), client: null }),
    )
    const done = other.links.sendAndWait({ kind: 'signUp', redirectUrl })
    await other.clock.advance(1000)
    expect(await done).toBe('verified')
  })

  it('goes on waiting after a reload of the page, and sends nothing again', async () => {
    const { links, clock, count, seen } = await open({ sign_in: signIn('unverified') }, () =>
      json({ response: signIn('verified', { status: 'needs_second_factor' }), client: null }),
    )
    const status = links.wait({ kind: 'signIn' })
    await clock.advance(1000)
    expect(await status).toBe('verified')
    expect(count('GET', '/client/sign_ins/sia_1')).toBe(1)
    expect(seen.some(({ method }) => method === 'POST')).toBe(false)
  })

  it('learns that it was completed in another tab, although the client lists it no more', async () => {
    const client: { sign_in: object | null } = { sign_in: signIn('unverified') }
    const { links, clientele, clock } = await open(client, () =>
      json({
        response: signIn('verified', { status: 'complete', created_session_id: 'sess_1' }),
        client: null,
      }),
    )
    client.sign_in = null
    const status = links.wait({ kind: 'signIn' })
    await clientele.client?.reload()
    expect(clientele.client?.signIn.id).toBeUndefined()
    await clock.advance(1000)
    expect(await status).toBe('verified')
    expect(clientele.client?.signIn.next).toEqual({ kind: 'complete', sessionId: 'sess_1' })
  })

  it('ends when the attempt is reset or replaced, and needs one to begin with', async () => {
    const page = await open({ sign_in: signIn('unverified') }, () =>
      json({ response: signIn('unverified', { id: 'sia_2' }), client: null }),
    )
    const replaced = expect(page.links.wait({ kind: 'signIn' })).rejects.toMatchObject({
      code: 'attempt_replaced',
    })
    await page.clientele.client?.signIn.create({ identifier: 'other' })
    await page.clock.advance(1000)
    await replaced
    const reset = expect(page.links.wait({ kind: 'signIn' })).rejects.toMatchObject({
      code: 'attempt_missing',
    })
    page.clientele.client?.resetSignIn()
    await page.clock.advance(1000)
    await reset
    await expect(page.links.wait({ kind: 'signUp' })).rejects.toMatchObject({
      code: 'attempt_missing',
    })
  })

  it('can be aborted, and stops asking', async () => {
    const controller = new AbortController()
    const page = await open({ sign_in: signIn('none') }, () =>
      json({ response: signIn('unverified'), client: null }),
    )
    const ended = expect(
      page.links.sendAndWait({ kind: 'signIn', redirectUrl, signal: controller.signal }),
    ).rejects.toThrow('enough')
    await page.clock.advance(1000)
    controller.abort(new Error('enough'))
    await ended
    const asked = page.seen.length
    await page.clock.advance(10_000)
    expect(page.seen).toHaveLength(asked)
    expect(page.clock.pending).toBe(0)
  })

  it('fails as asking failed', async () => {
    const page = await open({ sign_in: signIn('unverified') }, ({ method }) =>
      method === 'GET'
        ? json(errorJson('resource_not_found'), { status: 404 })
        : json({ response: signIn('unverified'), client: null }),
    )
    const ended = expect(
      page.links.sendAndWait({ kind: 'signIn', redirectUrl }),
    ).rejects.toMatchObject({ status: 404 })
    // One look may cross a change of the credential: it takes two to be sure.
    await page.clock.advance(2000)
    await ended
  })

  it('goes on when one look crossed a change of the credential', async () => {
    const answers = [
      json(errorJson('resource_not_found'), { status: 404 }),
      json({ response: signIn('verified', { status: 'complete' }), client: null }),
    ]
    const page = await open({ sign_in: signIn('unverified') }, () => answers.shift() ?? json({}))
    const status = page.links.wait({ kind: 'signIn' })
    await page.clock.advance(2000)
    expect(await status).toBe('verified')
  })

  describe('in a hidden page', () => {
    afterEach(() => Reflect.deleteProperty(globalThis, 'document'))

    it('asks nothing', async () => {
      const visible = { visibilityState: 'hidden' }
      Object.defineProperty(globalThis, 'document', { value: visible, configurable: true })
      const { status, clock, count } = await waiting(['unverified', 'verified'])
      await clock.advance(60_000)
      expect(count('GET', '/client/sign_ins/sia_1')).toBe(0)
      visible.visibilityState = 'visible'
      await clock.advance(1000)
      expect(await status).toBe('verified')
    })
  })
})

describe('landing', () => {
  const query = (values: Record<string, string>) => new URLSearchParams(values)
  const tokens = () => json({ object: 'token', jwt: jwtOf('sess_1', Date.UTC(2026, 0, 1) / 1000) })
  const touched = { response: sessionJson('sess_1'), client: null }

  it('makes the session active that the link made', async () => {
    const { links, clientele, count } = await open(
      { sessions: [sessionJson('sess_1')] },
      ({ path }) => (path.endsWith('/touch') ? json(touched) : tokens()),
    )
    const landed = query({ __clerk_status: 'verified', __clerk_created_session: 'sess_1' })
    const [one, two] = await Promise.all([
      links.handleVerification(landed),
      links.handleVerification(landed),
    ])
    expect(one).toEqual({ kind: 'complete', sessionId: 'sess_1' })
    expect(two).toBe(one)
    expect(clientele.session?.id).toBe('sess_1')
    expect(count('POST', '/client/sessions/sess_1/touch')).toBe(1)
  })

  it.each([
    [{ sign_in: signIn('verified', { status: 'needs_second_factor' }) }, 'continue'],
    [{ sign_up: { id: 'sua_1', status: 'missing_requirements' } }, 'continue'],
    [{}, 'verified_elsewhere'],
  ])('with %o left to do: %s', async (client, kind) => {
    const { links } = await open(client)
    expect(
      await links.handleVerification(
        query({ __clerk_status: 'verified', __clerk_created_session: 'sess_9' }),
      ),
    ).toEqual({ kind })
  })

  it('takes the query from any parser, and two that differ for two', async () => {
    const { links } = await open({ sign_up: { id: 'sua_1', status: 'missing_requirements' } })
    const parsed = (values: Record<string, string>) => ({
      get: (name: string) => values[name] ?? null,
    })
    const landings = [{ __clerk_status: 'verified' }, { __clerk_status: 'transferable' }]
    expect(await Promise.all(landings.map(each => links.handleVerification(parsed(each))))).toEqual(
      [{ kind: 'continue' }, { kind: 'verified_elsewhere' }],
    )
  })

  it('of a transferable one is another browser’s matter', async () => {
    const { links } = await open({})
    expect(await links.handleVerification(query({ __clerk_status: 'transferable' }))).toEqual({
      kind: 'verified_elsewhere',
    })
  })

  it.each([
    ['expired', 'email_link_expired'],
    ['client_mismatch', 'email_link_client_mismatch'],
    ['failed', 'email_link_failed'],
    ['nonsense', 'email_link_failed'],
  ])('with status %s fails with %s', async (status, code) => {
    const { links } = await open({})
    await expect(links.handleVerification(query({ __clerk_status: status }))).rejects.toMatchObject(
      { code },
    )
    await expect(links.handleVerification(query({}))).rejects.toMatchObject({
      code: 'email_link_failed',
    })
  })
})
