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
    // The server may still ask for somebody whom the test before has forgotten.
    const asked = stage.emulator.requests.filter(({ origin }) => origin !== null)
    expect(asked.filter(({ status }) => status >= 400)).toEqual([])
  }
})

const only = () => {
  const [user] = stage.emulator.users.list()
  if (!user) throw new Error('There is no user')
  return user
}

it('an account gets a name, a picture, an authenticator app and a passkey', walk, async () => {
  await addAuthenticator(page)
  await pages.signUp(ada, password)
  await page.goto(`${stage.url}/profile`)
  await pages.press('Update profile')
  await page.getByLabel('First name').fill('Ada')
  await page.getByLabel('Last name').fill('Lovelace')
  await pages.press('Save')
  await page.getByText('Ada Lovelace').waitFor()
  // The form that was sent goes away slowly, and the next one looks the same.
  await page.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' })
  await pages.press('Update profile')
  await page.getByText('Upload', { exact: true }).waitFor()
  await page.locator('input[type=file]').setInputFiles(picture)
  const uploaded = page.locator('img[src*="/__emulator/images/"]:not([src*="initials"])').first()
  await expect
    .poll(() => uploaded.evaluate(image => image instanceof HTMLImageElement && image.naturalWidth))
    .toBeGreaterThan(0)

  await page.getByText('Security', { exact: true }).first().click()
  await pages.press('Add two-step verification')
  await page.getByRole('menuitem', { name: 'Authenticator application' }).click()
  await page.getByRole('button', { name: 'Continue' }).click()
  await pages.typeCode(stage.emulator.users.totpCode(only().id))
  await page.getByText('Backup codes', { exact: true }).first().waitFor()
  await pages.press('Finish')
  await page.getByText('Default').waitFor()
  await pages.press('Add a passkey')
  await page.getByText(/^Created:/).waitFor()
  expect(only()).toMatchObject({ firstName: 'Ada', lastName: 'Lovelace', totpEnabled: true })

  await pages.signOut()
  await page.goto(`${stage.url}/sign-in`)
  await page.getByText('Use passkey instead').click()
  await pages.isWho(ada)
})

it('a second factor signs in', walk, async () => {
  const { id } = stage.emulator.users.create({ emailAddress: ada, password, totpSecret })
  await pages.identify(ada)
  await pages.typePassword(password)
  await page.getByText('Two-step verification').waitFor()
  await pages.typeCode(stage.emulator.users.totpCode(id))
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
