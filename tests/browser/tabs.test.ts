import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { createClerkClient, verifyToken } from '@clerk/backend'
import { publishableKeyFor } from '@clientele/emulator'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newProfile } from './harness/browser.ts'
import { held } from './harness/held.ts'
import { listenForLeaks } from './harness/leaks.ts'
import { type PageStage, setPageStage } from './harness/page-stage.ts'
import { matrix } from './harness/sets.ts'
import type {} from './pages/tabs/main.ts'

// Real pages of one origin, with the modules that an application in a browser uses.

const password = 'correct horse battery'
const ada = 'ada+clerk_test@example.com'
const grace = 'grace+clerk_test@example.com'

let stage: PageStage
let profile: BrowserContext
let leaks: () => Promise<readonly string[]>

beforeAll(async () => {
  stage = await setPageStage('tabs')
})
afterAll(() => stage?.close())
beforeEach(async () => {
  stage.emulator.emulator.reset()
  profile = await newProfile(stage.browser)
  leaks = listenForLeaks(profile)
})
afterEach(async () => {
  expect(await leaks()).toEqual([])
  await profile.close()
})

const open = async (options = '', key = stage.emulator.publishableKey): Promise<Page> => {
  const page = await profile.newPage()
  await page.goto(`${stage.url}/?key=${key}${options}`)
  await page.evaluate(() => window.loaded)
  return page
}
const signIn = (page: Page, identifier: string) =>
  page.evaluate(
    async ([identifier, password]) => {
      const attempt = await window.clientele.client?.signIn.create({
        strategy: 'password',
        identifier,
        password,
      })
      await window.clientele.setActive({ session: attempt?.createdSessionId ?? null })
    },
    [identifier, password] as const, // as: a tuple
  )
const userOf = (page: Page) =>
  page.evaluate(() => window.clientele.user?.primaryEmailAddress?.emailAddress ?? null)
const tokenOf = (page: Page) => page.evaluate(() => window.clientele.getToken())
const claimsOf = (jwt: string | null) =>
  JSON.parse(Buffer.from((jwt ?? '').split('.')[1] ?? '', 'base64url').toString())
const asked = (path: RegExp) =>
  stage.emulator.emulator.requests.filter(entry => path.test(entry.path))

describe('ten pages of one origin', () => {
  it('make one token when it has expired, and all sign out when one does', async () => {
    stage.emulator.emulator.users.create({ emailAddress: ada, password })
    await profile.clock.install()
    const pages = await Promise.all(Array.from({ length: 10 }, () => open()))
    const [first] = pages
    if (!first) throw new Error('no page')
    await signIn(first, ada)
    for (const page of pages) await expect.poll(() => userOf(page)).toBe(ada)
    await Promise.all(pages.map(tokenOf))

    // The clocks of pages jump one after the other. One that had the new token before its own did
    // would take it for one of long ago, so there is none before all of them have.
    const jumped = held()
    await profile.route('**/tokens*', async route => {
      await jumped.promise
      await route.continue()
    })
    const before = asked(/\/tokens$/).length
    stage.emulator.emulator.clock.advance(70_000)
    await profile.clock.fastForward(70_000)
    jumped.resolve()
    const tokens = await Promise.all(pages.map(tokenOf))
    expect(new Set(tokens).size).toBe(1)
    expect(asked(/\/tokens$/)).toHaveLength(before + 1)

    const ended = asked(/\/sessions$/).length
    await first.evaluate(() => window.clientele.signOut())
    for (const page of pages) await expect.poll(() => userOf(page)).toBeNull()
    expect(asked(/\/sessions$/)).toHaveLength(ended + 1)
    const why = await pages[5]?.evaluate(() => window.clientele.explain().signedOut?.reason)
    expect(why).toBe('signed out in another tab')
    expect((await profile.cookies()).filter(({ name }) => name.startsWith('__session'))).toEqual([])
  })
})

describe('two pinned tabs', () => {
  const walk = async (length: number) => {
    for (const emailAddress of [ada, grace])
      stage.emulator.emulator.users.create({ emailAddress, password })
    const openTab = async (account: string) => {
      const page = await open('&pinned')
      await signIn(page, account)
      return { page, account }
    }
    const tabs = [await openTab(ada), await openTab(grace)]
    let seed = 20_261_123
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * below)
    }
    type Tab = (typeof tabs)[number]
    const steps: readonly ((tab: Tab) => Promise<unknown>)[] = [
      ({ page }) => page.bringToFront(),
      ({ page }) => page.evaluate(() => window.clientele.client?.reload().then(() => {})),
      ({ page }) => page.evaluate(() => window.clientele.getToken({ skipCache: true })),
      ({ page }) => page.evaluate(() => void dispatchEvent(new Event('focus'))),
      async ({ page }) => {
        await page.reload()
        await page.evaluate(() => window.loaded)
      },
      async ({ page, account }) => {
        await page.evaluate(async () => {
          const sessionId = window.clientele.session?.id
          if (sessionId !== undefined) await window.clientele.signOut({ sessionId })
        })
        expect(await userOf(page)).toBeNull()
        expect(await tokenOf(page)).toBeNull()
        await signIn(page, account)
      },
    ]
    const subjects = new Map<string, string>()
    for (let count = 0; count < length; count++) {
      const tab = tabs[random(tabs.length)]
      if (tab) await steps[random(steps.length)]?.(tab)
      for (const { page, account } of tabs) {
        const { user, token } = await page.evaluate(async () => ({
          user: window.clientele.user?.primaryEmailAddress?.emailAddress,
          token: await window.clientele.getToken(),
        }))
        expect(user).toBe(account)
        const { sub } = claimsOf(token)
        expect(subjects.get(account) ?? sub).toBe(sub)
        subjects.set(account, sub)
      }
    }
    expect(new Set(subjects.values()).size).toBe(2)
  }
  // The first thirty have each kind of step.
  it('never mix their accounts, through thirty steps', () => walk(30))
  it('never mix their accounts, through a hundred steps', matrix, () => walk(100))
})

describe('the vendor’s backend', () => {
  const jwtKey = async () => {
    const answer = await fetch(`${stage.emulator.url}/.well-known/jwks.json`)
    const { keys } = await answer.json()
    return createPublicKey({ key: keys[0], format: 'jwk' })
      .export({ type: 'spki', format: 'pem' })
      .toString()
  }
  const key = () => publishableKeyFor(new URL(stage.emulator.url).host, 'live')
  const request = (headers: Record<string, string>) => new Request(`${stage.url}/api`, { headers })
  const authenticate = async (headers: Record<string, string>) => {
    const backend = createClerkClient({
      publishableKey: key(),
      secretKey: 'sk_live_none',
      jwtKey: await jwtKey(),
    })
    const state = await backend.authenticateRequest(request(headers))
    return { status: state.status, userId: state.toAuth()?.userId ?? null, reason: state.reason }
  }
  const cookieHeader = async () =>
    (await profile.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')

  it('knows who is signed in, by the cookies and by the bearer token, without asking anybody', async () => {
    const { id } = stage.emulator.emulator.users.create({ emailAddress: ada, password })
    const page = await open('', key())
    await signIn(page, ada)
    const token = (await tokenOf(page)) ?? ''
    await expect.poll(cookieHeader).toContain(`__session=${token}`)

    expect(await verifyToken(token, { jwtKey: await jwtKey() })).toMatchObject({ sub: id })
    expect(await authenticate({ authorization: `Bearer ${token}` })).toMatchObject({
      status: 'signed-in',
      userId: id,
    })
    expect(await authenticate({ cookie: await cookieHeader() })).toMatchObject({
      status: 'signed-in',
      userId: id,
    })

    await page.evaluate(() => window.clientele.signOut())
    await expect.poll(cookieHeader).not.toContain('__session=')
    expect(await authenticate({ cookie: await cookieHeader() })).toMatchObject({
      status: 'signed-out',
    })
  })

  it('refuses a token that has expired, was tampered with, or is of somebody else', async () => {
    stage.emulator.emulator.users.create({ emailAddress: ada, password })
    const page = await open('', key())
    await signIn(page, ada)
    const token = (await tokenOf(page)) ?? ''
    const [header, , signature] = token.split('.')
    const richer = Buffer.from(JSON.stringify({ ...claimsOf(token), sub: 'user_other' })).toString(
      'base64url',
    )
    const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
    const ours = await jwtKey()
    const verify = (jwt: string, jwtKey = ours): Promise<unknown> =>
      verifyToken(jwt, { jwtKey, clockSkewInMs: 0 }).then(
        () => 'accepted',
        error => error.reason,
      )
    expect(await verify(token)).toBe('accepted')
    expect(await verify(`${header}.${richer}.${signature}`)).toBe('token-invalid-signature')
    expect(await verify(token, foreign.export({ type: 'spki', format: 'pem' }).toString())).toBe(
      'token-invalid-signature',
    )
    stage.emulator.emulator.clock.set(Date.now() - 120_000)
    const old = await stage.emulator.emulator.agent().fetch('/v1/client')
    expect(old.status).toBe(200)
    const stale = await page.evaluate(() =>
      window.clientele.getToken({ skipCache: true }).catch(({ code }) => code),
    )
    expect([stale, await verify(stale ?? '')]).toEqual([expect.any(String), 'token-expired'])
  })
})
