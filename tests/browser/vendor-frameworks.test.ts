import { createPublicKey } from 'node:crypto'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { createClerkClient } from '@clerk/backend'
import type { Emulator } from '@clientele/emulator'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newProfile } from './harness/browser.ts'
import { type PageStage, setPageStage } from './harness/page-stage.ts'
import { addPasskey } from './harness/passkey.ts'
import { inLoop, matrix } from './harness/sets.ts'
import { testCode } from './harness/test-code.ts'
import type { Flow } from './pages/vendor/flows.ts'
import type {} from './pages/vendor-frameworks/main.ts'
import type { Steps } from './pages/vendor-frameworks/steps.ts'

// The vendor's SDK and its adapters, unmodified, each by the same list of steps: the package's
// constructor, the file that the CDN serves, the adapter for React with the constructor passed in,
// the adapter for Vue with the CDN's file.

/**
 * Passkeys belong to a name, and not to the address of a machine; every browser looks for this one
 * at home.
 */
const host = 'app.localhost'
const ada = 'ada+clerk_test@example.com'
const grace = 'grace+clerk_test@example.com'
const password = 'correct horse battery'
const phone = '+15555550123'
const totpSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

let stage: PageStage
let profile: BrowserContext
let page: Page
let emulator: Emulator
/** What is refused as it should be. */

/** Clerk's SDK may still ask for a token while it signs out, and is told so. */
const isLateToken = ({ path, code }: { path: string; code: string | null }) =>
  path.endsWith('/tokens') && code === 'signed_out'

const refused = () =>
  emulator.requests
    .filter(({ status }) => status >= 400)
    .filter(request => !isLateToken(request))
    .map(({ method, path, code }) => `${method} ${path} ${code}`)
const named = (url: string) => url.replace('127.0.0.1', host)

beforeAll(async () => {
  const vendor = dirname(createRequire(import.meta.url).resolve('@clerk/clerk-js'))
  stage = await setPageStage('vendor-frameworks', { cdn: vendor })
  emulator = stage.emulator.emulator
})
afterAll(() => stage?.close())
beforeEach(async () => {
  emulator.reset()
  profile = await newProfile(stage.browser)
  page = await profile.newPage()
})
afterEach(async () => {
  await profile?.close()
  expect(refused()).toEqual([])
})

describe.each(['npm', 'cdn', 'react', 'vue'])('the vendor’s SDK by %s', subject => {
  /** `npm test` loads the package, and signs in and out with it. */
  const essentials = inLoop(subject === 'npm')
  const address = () => {
    const query = new URLSearchParams({
      subject,
      key: stage.emulator.publishableKey,
      proxy: named(stage.emulator.url),
      script: `${named(stage.url)}/cdn/clerk.browser.js`,
    })
    return `${named(stage.url)}/?${query}`
  }
  const open = (on: Page = page) => on.goto(address())
  const who = () => page.locator('#who').textContent()
  /** Does a step, and gives what it gave. */
  const ask = async <Name extends keyof Steps>(
    name: Name,
    ...args: Parameters<Steps[Name]>
  ): Promise<Awaited<ReturnType<Steps[Name]>>> =>
    page.evaluate(
      async ([name, args]) => {
        const step: (...args: never[]) => unknown = (await window.steps)[name]
        return step(...(args as never[])) // as: they were checked where the step was asked for
      },
      [name, args] as const, // as: a tuple
    ) as Promise<never> // as: whatever that step gives
  /** Opens the page, walks a flow, and is shown as `address`. */
  const walk = async (flow: Flow, given: Readonly<Record<string, string>>, address = ada) => {
    await open()
    const outcome = await ask('run', flow, given)
    await expect.poll(who).toBe(address)
    return outcome
  }
  const createAda = (more: Parameters<Emulator['users']['create']>[0] = {}) =>
    emulator.users.create({ emailAddress: ada, password, firstName: 'Ada', ...more })
  const away = () => ({ redirectUrl: address(), actionCompleteRedirectUrl: address() })

  it('loads, shows who is signed in, and that it was revoked elsewhere', essentials, async () => {
    await open()
    await expect.poll(who).toBe('signed out')
    createAda()
    await walk('password', { identifier: ada, password })
    await open()
    await expect.poll(who).toBe(ada)
    for (const { id } of emulator.sessions.list()) emulator.sessions.revoke(id)
    await page.evaluate(async () =>
      (await window.steps).token({ skipCache: true }).catch(() => null),
    )
    await expect.poll(who).toBe('signed out')
    expect(emulator.requests.some(isLateToken)).toBe(true)
    await open()
    await expect.poll(who).toBe('signed out')
  })

  it('signs up, signs out of everything, and is a new client again', essentials, async () => {
    await walk('signUpByCode', {
      emailAddress: ada,
      password,
      strategy: 'email_code',
      code: testCode,
    })
    expect(emulator.inbox.messages()).toEqual([]) // a test identity gets no message
    expect(await ask('signOut')).toMatchObject({ user: null, sessions: [] })
    await expect.poll(who).toBe('signed out')
    await ask('run', 'password', { identifier: ada, password })
    await expect.poll(who).toBe(ada)
    expect(await ask('destroy')).toBe(true)
    expect(emulator.clients.list()).toEqual([])
  })

  it.each<[string, Flow, Record<string, string>, object]>([
    ['a password', 'password', { identifier: ada, password }, {}],
    ['a code by e-mail', 'code', { identifier: ada, strategy: 'email_code', code: testCode }, {}],
    [
      'a code by phone',
      'code',
      { identifier: phone, strategy: 'phone_code', code: testCode },
      { phoneNumber: phone },
    ],
    [
      'a forgotten password',
      'reset',
      { identifier: ada, code: testCode, password: 'a better horse battery' },
      {},
    ],
    [
      'a backup code as second factor',
      'secondFactor',
      { identifier: ada, password, strategy: 'backup_code', code: 'abcd1234' },
      { totpSecret, backupCodes: ['abcd1234'] },
    ],
    [
      'a code by phone as second factor',
      'secondFactorByCode',
      { identifier: ada, password, strategy: 'phone_code', code: testCode },
      { secondFactorPhoneNumber: phone },
    ],
  ])('signs in by %s', matrix, async (_, flow, given, user) => {
    createAda(user)
    await walk(flow, given)
    expect(emulator.inbox.messages()).toEqual([]) // test identities take 424242
  })

  it('signs in by an authenticator app as second factor', matrix, async () => {
    const { id } = createAda({ totpSecret })
    const code = emulator.users.totpCode(id)
    await walk('secondFactor', { identifier: ada, password, strategy: 'totp', code })
  })

  it('signs in by a ticket', matrix, async () => {
    const { ticket } = emulator.tickets.create({ userId: createAda().id })
    await walk('ticket', { ticket })
  })

  it('signs in by a link that is opened elsewhere', matrix, async () => {
    createAda()
    await open()
    await ask('run', 'link', { identifier: ada, redirectUrl: address() })
    const other = await profile.newPage()
    await other.goto(named(emulator.inbox.latest({ kind: 'email_link' })?.link ?? ''))
    await other.waitForURL(url => url.searchParams.get('__clerk_status') === 'verified')
    const { sessions } = await ask('reload')
    await ask('choose', { session: sessions[0] ?? '' })
    await expect.poll(who).toBe(ada)
  })

  const approve = async (flow: Flow, given: Record<string, string>, emailAddress: string) => {
    await open()
    const { url } = await ask('run', flow, given)
    await page.goto(named(url ?? ''))
    await page.getByLabel('Email address').fill(emailAddress)
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await page.waitForURL(url => url.searchParams.has('subject'))
    // Not awaited: the SDK may leave the page, for where the application has its home, before the
    // step has answered.
    await page.evaluate(() => void window.steps.then(steps => steps.callback()))
    await expect.poll(() => emulator.sessions.list()).toHaveLength(1)
    page = await profile.newPage()
    await open()
    await expect.poll(who).toBe(emailAddress)
  }

  it.each<[string, Flow, string, boolean]>([
    ['signs in at a provider that knows one', 'provider', ada, true],
    [
      'signs in at a provider that nobody came by before: it becomes a sign-up',
      'provider',
      grace,
      false,
    ],
    ['signs up at a provider', 'signUpByProvider', grace, false],
    ['signs up at a provider that knows one: it becomes a sign-in', 'signUpByProvider', ada, true],
  ])('%s', matrix, async (_, flow, emailAddress, isKnown) => {
    if (isKnown) createAda({ externalAccounts: [{ provider: 'google' }] })
    await approve(flow, { strategy: 'oauth_google', ...away() }, emailAddress)
    expect(emulator.users.list()).toHaveLength(1)
  })

  it('signs in at the provider of a company', matrix, async () => {
    emulator.settings.patch({ enterpriseDomains: ['example.com'] })
    createAda()
    await approve('company', { strategy: 'enterprise_sso', identifier: ada, ...away() }, ada)
  })

  it('signs in by a passkey of this device', matrix, async () => {
    createAda({ passkeys: [await addPasskey(page, host)] })
    await open()
    expect(await ask('signInByPasskey')).toMatchObject({ user: ada })
    await expect.poll(who).toBe(ada)
  })

  it('has two sessions, chooses between them and ends one', matrix, async () => {
    createAda()
    emulator.users.create({ emailAddress: grace, password })
    await walk('password', { identifier: ada, password })
    const first = (await ask('facts')).session ?? ''
    await ask('run', 'password', { identifier: grace, password })
    await expect.poll(who).toBe(grace)
    const second = (await ask('facts')).session ?? ''
    expect(await ask('choose', { session: first })).toMatchObject({
      user: ada,
      sessions: [first, second],
    })
    await expect.poll(who).toBe(ada)
    expect(await ask('claims')).toMatchObject({ sid: first })
    await ask('signOut', second)
    expect(await ask('facts')).toMatchObject({ user: ada, sessions: [first] })
    expect(emulator.sessions.list().map(({ status }) => status)).toEqual(['active', 'removed'])
  })

  it('has tokens: cached ones, fresh ones, of templates, of organizations', matrix, async () => {
    emulator.settings.patch({
      jwtTemplates: { hasura: { claims: { role: 'user', id: '{{user.id}}' } } },
    })
    const { id: userId } = createAda()
    const { id } = emulator.organizations.create({
      name: 'Acme',
      members: [{ userId, role: 'org:admin' }],
    })
    await walk('password', { identifier: ada, password })
    const cached = await ask('token')
    expect(await ask('token')).toBe(cached)
    expect(await ask('token', { skipCache: true })).not.toBe(cached)
    expect(await ask('claims', { template: 'hasura' })).toMatchObject({
      role: 'user',
      id: userId,
      sub: userId,
    })
    expect(await ask('choose', { organization: id })).toMatchObject({ organization: 'acme' })
    expect((await ask('claims')).o).toMatchObject({ id, slg: 'acme', rol: 'admin' })
    expect(await ask('choose', { organization: null })).toMatchObject({ organization: null })
    expect(await ask('claims')).not.toHaveProperty('o')
  })

  it('changes a profile, and proves once more who it is', matrix, async () => {
    const { id } = createAda()
    await walk('password', { identifier: ada, password })
    expect(await ask('update', 'Augusta')).toBe('Augusta')
    expect(emulator.users.get(id)?.firstName).toBe('Augusta')
    emulator.clock.advance(600_000)
    expect(await ask('reverify', password)).toEqual({
      begun: 'needs_first_factor',
      done: 'complete',
      user: id,
      ages: [0, -1],
    })
  })

  it('leaves cookies by which @clerk/backend knows who is signed in', matrix, async () => {
    const { id } = createAda()
    await walk('password', { identifier: ada, password })
    const { keys } = await (await emulator.fetch('/.well-known/jwks.json')).json()
    const jwtKey = createPublicKey({ key: keys[0], format: 'jwk' })
      .export({ type: 'spki', format: 'pem' })
      .toString()
    const { publishableKey } = stage.emulator
    const options = { publishableKey, jwtKey, proxyUrl: named(stage.emulator.url) }
    const backend = createClerkClient({
      ...options,
      secretKey: 'sk_test_unused',
      telemetry: { disabled: true },
    })
    const authenticate = async (url = page.url()) => {
      const cookies = await profile.cookies(named(stage.url))
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
      const headers = { accept: 'text/html', 'sec-fetch-dest': 'document', cookie }
      return backend.authenticateRequest(new Request(url, { headers }), options)
    }
    // A key for tests is that of a development instance for it: once it wants the browser to shake
    // hands.
    const asked = await authenticate()
    expect([asked.status, asked.reason]).toEqual(['handshake', 'dev-browser-missing'])
    // What it hands over stands in the address, which the page cleans up.
    const led = page.waitForRequest(request => request.url().includes('__clerk_handshake='))
    await page.goto(asked.headers.get('location') ?? '')
    const known = await authenticate((await led).url())
    expect([known.status, known.reason]).toEqual(['signed-in', null])
    expect(known.toAuth()).toMatchObject({ userId: id, sessionId: emulator.sessions.list()[0]?.id })
  })
})
