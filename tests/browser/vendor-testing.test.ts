import { clerk, clerkSetup } from '@clerk/testing/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { type NextStage, setNextStage } from './harness/next-stage.ts'
import { createPrebuiltPages } from './harness/prebuilt-pages.ts'
import { matrix } from './harness/sets.ts'

// Clerk's helpers for tests of an application, unmodified: they get a testing token by the Backend
// API, put it into every request of the page, and sign in without a form. The one form that is not
// here, by an address alone, asks Clerk's own Backend API, whatever the environment says.

const emailAddress = 'ada+clerk_test@example.com'
const phoneNumber = '+15555550100'
const password = 'correct horse battery'

let stage: NextStage
let page: Page

beforeAll(async () => {
  stage = await setNextStage('default key with TLS')
  const { url, publishableKey, secretKey } = stage.listening
  vi.stubEnv('CLERK_API_URL', url)
  // Helpers in Node.js trust the certificate of this test as its browser does.
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  stage.emulator.users.create({ emailAddress, phoneNumber, password })
  page = await stage.newPage()
  await page.goto(stage.url)
  await clerkSetup({ publishableKey, secretKey, dotenv: false })
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await page?.context().close()
  await stage?.close()
})

it.each<[string, (page: Page) => Promise<void>]>([
  [
    'a password',
    page =>
      clerk.signIn({
        page,
        signInParams: { strategy: 'password', identifier: emailAddress, password },
      }),
  ],
  [
    'a code by e-mail',
    page =>
      clerk.signIn({ page, signInParams: { strategy: 'email_code', identifier: emailAddress } }),
  ],
  [
    'a code by phone',
    page =>
      clerk.signIn({ page, signInParams: { strategy: 'phone_code', identifier: phoneNumber } }),
  ],
  [
    'a ticket',
    page => {
      const [user] = stage.emulator.users.list()
      const { ticket } = stage.emulator.tickets.create({ userId: user?.id ?? '' })
      return clerk.signIn({ page, signInParams: { strategy: 'ticket', ticket } })
    },
  ],
])('signs in by %s, and out', { ...matrix, timeout: 180_000 }, async (_, signIn) => {
  const { emulator, url } = stage
  const pages = createPrebuiltPages(page, url)
  await signIn(page)
  await page.goto(url)
  await pages.isWho(emailAddress)
  await clerk.signOut({ page })
  expect(emulator.sessions.list().filter(({ status }) => status === 'active')).toEqual([])
  const asked = emulator.requests.filter(({ path }) => path.startsWith('/v1/client/sign_ins'))
  for (const { query, status } of asked)
    expect({ token: query.__clerk_testing_token, status }).toEqual({ token: '***', status: 200 })
})
