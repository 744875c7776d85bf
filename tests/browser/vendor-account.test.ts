import { testUser } from '@clientele/emulator/testing'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { newProfile } from './harness/browser.ts'
import { type PageStage, setPageStage } from './harness/page-stage.ts'
import { matrix } from './harness/sets.ts'
import { testCode } from './harness/test-code.ts'
import type {} from './pages/vendor-account/main.ts'

// What the vendor's SDK, unmodified, does beyond signing in: accounts, organizations, tokens,
// sessions elsewhere.

let stage: PageStage
let profile: BrowserContext
let page: Page
const user = testUser()

const open = async (): Promise<Page> => {
  const opened = await profile.newPage()
  await opened.goto(
    `${stage.url}/?key=${stage.emulator.publishableKey}&proxy=${encodeURIComponent(stage.emulator.url)}`,
  )
  await opened.evaluate(() => window.loaded)
  return opened
}
const signIn = (on: Page) =>
  on.evaluate(async ({ emailAddress: identifier, password }) => {
    const attempt = await window.clerk.client?.signIn.create({
      strategy: 'password',
      identifier,
      password,
    })
    await window.clerk.setActive({ session: attempt?.createdSessionId ?? null })
  }, user)

beforeAll(async () => {
  stage = await setPageStage('vendor-account')
})
afterAll(() => stage?.close())
beforeEach(async () => {
  stage.emulator.emulator.reset()
  profile = await newProfile(stage.browser)
})
afterEach(async () => {
  await profile?.close()
  const refused = stage.emulator.emulator.requests.filter(({ status }) => status >= 400)
  expect(
    refused.map(({ method, path, status, code }) => `${method} ${path} ${status} ${code}`),
  ).toEqual([])
})

const begin = async () => {
  const { id } = stage.emulator.emulator.users.create(user)
  page = await open()
  await signIn(page)
  return id
}

it('changes a profile, adds and proves an email address, and makes it the primary one', async () => {
  const id = await begin()
  await page.evaluate(async code => {
    const { user } = window.clerk
    await user?.update({ firstName: 'Augusta', unsafeMetadata: { theme: 'dark' } })
    const email = await user?.createEmailAddress({ email: 'augusta+clerk_test@example.com' })
    await email?.prepareVerification({ strategy: 'email_code' })
    const proved = await email?.attemptVerification({ code })
    await user?.update({ primaryEmailAddressId: proved?.id ?? '' })
  }, testCode)
  expect(stage.emulator.emulator.users.get(id)).toMatchObject({
    firstName: 'Augusta',
    unsafeMetadata: { theme: 'dark' },
    emailAddress: 'augusta+clerk_test@example.com',
  })
  expect(await page.evaluate(() => window.clerk.user?.primaryEmailAddress?.emailAddress)).toContain(
    'augusta',
  )
})

it('switches to an organization, and tokens say so', matrix, async () => {
  const userId = await begin()
  const { id } = stage.emulator.emulator.organizations.create({
    name: 'Acme',
    slug: 'acme',
    members: [{ userId, role: 'org:admin' }],
  })
  const claims = await page.evaluate(async organization => {
    await window.clerk.client?.reload()
    await window.clerk.setActive({ organization })
    const jwt = await window.clerk.session?.getToken({ skipCache: true })
    return JSON.parse(atob((jwt ?? '').split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? ''))
  }, id)
  expect(claims.o).toMatchObject({ id, slg: 'acme', rol: 'admin' })
  expect(await page.evaluate(() => window.clerk.organization?.name)).toBe('Acme')
})

it('has tokens made of a template', matrix, async () => {
  stage.emulator.emulator.settings.patch({
    jwtTemplates: { hasura: { claims: { role: 'user', id: '{{user.id}}' } } },
  })
  const id = await begin()
  const claims = await page.evaluate(async () => {
    const jwt = await window.clerk.session?.getToken({ template: 'hasura' })
    return JSON.parse(atob((jwt ?? '').split('.')[1]?.replace(/-/g, '+').replace(/_/g, '/') ?? ''))
  })
  expect(claims).toMatchObject({ role: 'user', id, sub: id })
})

it(
  'sees a session elsewhere and revokes it; what was revoked here is gone after a look',
  matrix,
  async () => {
    await begin()
    const elsewhere = await newProfile(stage.browser)
    const other = await elsewhere.newPage()
    await other.goto(page.url())
    await other.evaluate(() => window.loaded)
    await signIn(other)
    const otherId = await other.evaluate(() => window.clerk.session?.id ?? '')
    await page.evaluate(async id => {
      const sessions = await window.clerk.user?.getSessions()
      await sessions?.find(session => session.id === id)?.revoke()
    }, otherId)
    expect(stage.emulator.emulator.sessions.list().find(({ id }) => id === otherId)?.status).toBe(
      'revoked',
    )
    const gone = await other.evaluate(async () => {
      const client = await window.clerk.client?.reload()
      return client?.signedInSessions.length
    })
    expect(gone).toBe(0)
    await elsewhere.close()
  },
)

it('deletes the account', matrix, async () => {
  const id = await begin()
  await page.evaluate(() => window.clerk.user?.delete())
  expect(stage.emulator.emulator.users.get(id)).toBeUndefined()
})
