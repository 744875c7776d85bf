import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { runsOn } from '../runs-on.ts'
import { type Application, createApplication } from './harness/application.ts'
import { newProfile } from './harness/browser.ts'
import { listenForComplaints } from './harness/complaints.ts'
import { exampleNames, type Stage, setExampleStage } from './harness/example-stage.ts'
import { listenForLeaks } from './harness/leaks.ts'
import { describeEach, matrix } from './harness/sets.ts'
import { testCode } from './harness/test-code.ts'

// The three applications do the same, whatever framework they are written in. Nobody uses a mouse.

const ada = 'ada+clerk_test@example.com'
const grace = 'grace+clerk_test@example.com'
const phone = '+12025550123'
const password = 'correct horse battery'
const better = 'a better horse battery'

describeEach('the %s example, built and under the strict policy', exampleNames, 'react', name => {
  let stage: Stage
  let profile: BrowserContext
  let leaks: () => Promise<readonly string[]>
  let page: Page
  let complaints: readonly string[]
  let application: Application

  const emulator = () => stage.emulator.emulator
  const open = async () => {
    const tab = await profile.newPage()
    complaints = await listenForComplaints(tab)
    return tab
  }

  beforeAll(async () => {
    stage = await setExampleStage(name)
  })
  afterAll(() => stage?.close())

  beforeEach(async () => {
    emulator().reset()
    profile = await newProfile(stage.browser)
    leaks = listenForLeaks(profile)
    page = await open()
    application = createApplication(page)
  })
  afterEach(async () => {
    expect(await leaks()).toEqual([])
    await profile.close()
  })

  it('signs up, survives a reload, adds and switches accounts, signs two tabs out and in again', async () => {
    emulator().users.create({ emailAddress: grace, password, firstName: 'Grace' })
    const { fillIn, press, inMenu, greets, asksToSignIn } = application
    await page.goto(stage.url)
    await asksToSignIn()
    await press('Create an account')
    await fillIn({ emailAddress: ada, password })
    await fillIn({ code: testCode })
    await greets(ada)
    const { id } = emulator().users.list()[1] ?? { id: '' }
    await page.getByText(`You are ${id}`).waitFor()

    await page.reload()
    await greets(ada)
    await inMenu('Add account')
    await fillIn({ identifier: grace })
    await fillIn({ password })
    await greets('Grace')
    const tab = await open()
    const second = createApplication(tab)
    await tab.goto(stage.url)
    await second.greets('Grace')

    await page.bringToFront()
    await inMenu(`Switch to ${ada}`)
    await greets(ada)
    await page.getByText(`You are ${id}`).waitFor()
    await second.greets(ada)

    // The sign-in of before is over, although its session is no longer the active one.
    await inMenu('Add account')
    await page.locator('[name=identifier]:focus').waitFor()
    await page.locator('.header > a').press('Enter')
    await greets(ada)
    await inMenu('Sign out of all accounts')
    await asksToSignIn()
    await second.asksToSignIn()
    await tab.bringToFront()
    await second.fillIn({ identifier: ada })
    await second.press('Code by email')
    await second.fillIn({ code: testCode })
    await second.greets(ada)
    await greets(ada)
    await second.inMenu('Sign out')
    await asksToSignIn()
    expect(complaints).toEqual([])
    runsOn('Browsers', 'Chromium', stage.browser.version())
  })

  it('goes on where a reload left it, by whatever the account and the instance ask for', async () => {
    emulator().settings.patch({ phoneNumber: 'required', username: 'required', legalConsent: true })
    const { fillIn, press, inMenu, greets, asksToSignIn } = application
    await page.goto(`${stage.url}/#sign-up`)
    await fillIn({ emailAddress: ada, password })
    await page.getByLabel('User name').fill('lovelace')
    await page.getByLabel('Phone number').fill(phone)
    await page.getByLabel('I accept the terms').check()
    await press('Continue')
    await fillIn({ code: testCode })
    await page.getByRole('heading', { name: 'Verify your phone' }).waitFor()
    await page.reload()
    await fillIn({ code: testCode })
    await greets(ada)

    await inMenu('Sign out')
    await asksToSignIn()
    await fillIn({ identifier: ada })
    await press('I forgot my password')
    await fillIn({ code: testCode })
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await page.reload()
    await fillIn({ password: better })
    await greets(ada)
    expect(complaints).toEqual([])
  })

  it('asks for a second factor, and takes a backup code instead', async () => {
    const totpSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
    const user = { emailAddress: ada, password, totpSecret, backupCodes: ['only-one-code'] }
    const { id } = emulator().users.create(user)
    const { fillIn, press, inMenu, greets } = application
    await page.goto(stage.url)
    await fillIn({ identifier: ada })
    await fillIn({ password })
    await fillIn({ code: emulator().users.totpCode(id) })
    await greets(ada)
    await inMenu('Sign out')
    await fillIn({ identifier: ada })
    await fillIn({ password })
    await press('Backup code')
    await fillIn({ code: 'only-one-code' })
    await greets(ada)
    expect(complaints).toEqual([])
  })

  it('says what is wrong, at the field and in words, and offers the other way', async () => {
    emulator().users.create({ emailAddress: grace, password })
    const { fillIn, press } = application
    await page.goto(stage.url)
    await fillIn({ identifier: ada })
    await page.getByRole('alert').getByText("Couldn't find your account").waitFor()
    await page.locator('[name=identifier][aria-invalid=true]').waitFor()
    await press('Create an account')
    await fillIn({ emailAddress: grace, password })
    await page.getByRole('alert').getByText('taken').waitFor()
    await page.locator('[name=emailAddress][aria-invalid=true]').waitFor()
    await press('Sign in instead')
    await fillIn({ identifier: grace })
    await fillIn({ password: 'wrong' })
    await page.locator('[name=password][aria-invalid=true]').waitFor()
    await press('Start again')
    await page.locator('[name=identifier]:focus').waitFor()
    const outline = (node: Element) => getComputedStyle(node).outlineStyle
    expect(await page.locator(':focus').evaluate(outline)).toBe('solid')
  })

  it('shows that it loads, was refused, or has no answer of the API, and goes on', async () => {
    emulator().users.create({ emailAddress: grace, password })
    const { fillIn, press, greets, asksToSignIn } = application
    const remove = emulator().faults.add({ kind: 'status', path: '/v1/client', status: 400 })
    await page.goto(stage.url)
    await page.getByRole('alert').getByText('refused').waitFor()
    remove()
    await press('Try again')
    await asksToSignIn()
    await fillIn({ identifier: grace })
    await fillIn({ password })
    await greets(grace)

    await page.getByText('You are user_').waitFor()
    await page.route('**/api/me', route => route.abort())
    await page.reload()
    await page.getByText('No answer').waitFor()

    await page.route(`${stage.emulator.url}/**`, () => {})
    await page.reload()
    await page.getByText('Loading…').waitFor()
  })
})

describe('all pages in one browser', matrix, () => {
  let stage: Stage
  beforeAll(async () => {
    stage = await setExampleStage('playground')
  })
  afterAll(() => stage?.close())

  it('show the same sessions, whichever of them changed them', async () => {
    const profile = await newProfile(stage.browser)
    const tab = await profile.newPage()
    const playground = createApplication(tab)
    await tab.goto(stage.url)
    await playground.asksToSignIn()
    for (const [index, name] of exampleNames.entries()) {
      const page = await profile.newPage()
      const application = createApplication(page)
      const emailAddress = `user${index}+clerk_test@example.com`
      await page.goto(`${await stage.add(name)}/#sign-up`)
      await application.fillIn({ emailAddress, password })
      await application.fillIn({ code: testCode })
      await application.greets(emailAddress)
      await tab.bringToFront()
      await tab.reload()
      await playground.greets(emailAddress)
    }
    const panel = tab.getByRole('complementary', { name: 'Clientele devtools' })
    expect(await panel.getByRole('button', { name: /^End/ }).count()).toBe(exampleNames.length)
  })
})
