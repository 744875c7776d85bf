import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type NextStage, setNextStage } from './harness/next-stage.ts'
import { addAuthenticator } from './harness/passkey.ts'
import { createPrebuiltPages, type PrebuiltPages } from './harness/prebuilt-pages.ts'
import { matrix } from './harness/sets.ts'

// Clerk's prebuilt pages, unmodified, as somebody walks through them.

const ada = 'ada+clerk_test@example.com'
const totpSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const grace = 'grace@example.com'
const password = 'correct horse battery'
const picture = {
  name: 'ada.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
}

/** Each is a walk through several pages. */
const walk = { ...matrix, timeout: 180_000 }

let stage: NextStage
let page: Page
let pages: PrebuiltPages

beforeAll(async () => {
  stage = await setNextStage('development host with TLS')
})
afterAll(() => stage?.close())
beforeEach(async () => {
  stage.emulator.reset()
  page = await stage.newPage()
  pages = createPrebuiltPages(page, stage.url)
  return async () => {
    await page.context().close()
    expect(stage.emulator.requests.filter(({ status }) => status >= 400)).toEqual([])
  }
})

const only = () => {
  const [user] = stage.emulator.users.list()
  if (!user) throw new Error('There is no user')
  return user
}

it('a profile gets a name and a picture', walk, async () => {
  await pages.signUp(ada, password)
  await page.goto(`${stage.url}/profile`)
  await pages.press('Update profile')
  await page.getByLabel('First name').fill('Ada')
  await page.getByLabel('Last name').fill('Lovelace')
  await pages.press('Save')
  await page.getByText('Ada Lovelace').waitFor()
  await pages.press('Update profile')
  await page.getByText('Upload', { exact: true }).waitFor()
  await page.locator('input[type=file]').setInputFiles(picture)
  await expect
    .poll(() => page.locator('img[alt*="logo"]').first().getAttribute('src'))
    .toMatch(/__emulator\/images\/(?!initials)/)
  expect(only()).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace' })
})

it('an authenticator app is added, and its backup codes are shown', walk, async () => {
  await pages.signUp(ada, password)
  await page.goto(`${stage.url}/profile/security`)
  await pages.press('Add two-step verification')
  await page.getByRole('menuitem', { name: 'Authenticator application' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  const { id } = only()
  await pages.typeCode(stage.emulator.users.totpCode(id))
  await page.getByText('Backup codes', { exact: true }).first().waitFor()
  await pages.press('Finish')
  await page.getByText('Default').waitFor()
  expect(stage.emulator.users.get(id)).toMatchObject({ totpEnabled: true })
})

it('a second factor signs in', walk, async () => {
  const { id } = stage.emulator.users.create({ emailAddress: ada, password, totpSecret })
  await pages.identify(ada)
  await pages.typePassword(password)
  await page.getByText('Two-step verification').waitFor()
  await pages.typeCode(stage.emulator.users.totpCode(id))
  await pages.isWho(ada)
})

it('a passkey is added, and signs in', walk, async () => {
  await addAuthenticator(page)
  await pages.signUp(ada, password)
  await page.goto(`${stage.url}/profile/security`)
  await pages.press('Add a passkey')
  await page.getByText(/^Created:/).waitFor()
  await pages.signOut()
  await page.goto(`${stage.url}/sign-in`)
  await page.getByText('Use passkey instead').click()
  await pages.isWho(ada)
})

it('somebody invited to an organization signs up into it', walk, async () => {
  const { emulator, newPage, url } = stage
  await pages.signUp(ada, password)
  await pages.createOrganization('Acme')
  await page.goto(`${url}/organization/organization-members`)
  await pages.press('Invite')
  await page.getByTestId('tag-input').fill(grace)
  await pages.press('Send invitations')
  await page.getByText('Invitations successfully sent').waitFor()

  const other = await newPage()
  await other.goto(emulator.inbox.latest({ kind: 'organization_invitation' })?.link ?? '')
  await other.waitForURL(({ searchParams }) => searchParams.has('__clerk_ticket'))
  // The link leads home, where an application sends whoever has a ticket on.
  await other.goto(`${url}/sign-up${new URL(other.url()).search}`)
  const others = createPrebuiltPages(other, url)
  await others.typePassword(password)
  await others.isWho(grace)
  const [organization] = emulator.organizations.list()
  expect(organization?.members).toHaveLength(2)
  await other.context().close()

  await page.reload()
  await page.getByText(grace).waitFor()
})
