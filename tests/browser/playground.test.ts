import type { UserInput } from '@clientele/emulator'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Application, createApplication } from './harness/application.ts'
import { newProfile } from './harness/browser.ts'
import { listenForComplaints } from './harness/complaints.ts'
import { type Stage, setExampleStage } from './harness/example-stage.ts'
import { listenForLeaks } from './harness/leaks.ts'
import { addAuthenticator } from './harness/passkey.ts'
import { matrix } from './harness/sets.ts'
import { testCode } from './harness/test-code.ts'

// What the playground has beside the example in React, which has tests of its own.

/** Passkeys belong to a name, and not to the address of a machine. */
const host = 'localhost'
const ada = 'ada+clerk_test@example.com'
const edsger = 'edsger@example.com'
const password = 'correct horse battery'

let stage: Stage
let profile: BrowserContext
let leaks: () => Promise<readonly string[]>
let page: Page
let complaints: readonly string[]
let application: Application

const emulator = () => stage.emulator.emulator
const user = (input: UserInput) => emulator().users.create({ emailAddress: ada, ...input })
const chooseAccount = (address: string) =>
  page.getByRole('list', { name: 'Accounts' }).getByText(address).click()

beforeAll(async () => {
  stage = await setExampleStage('playground', host)
})
afterAll(() => stage?.close())
beforeEach(async () => {
  emulator().reset()
  profile = await newProfile(stage.browser)
  leaks = listenForLeaks(profile)
  page = await profile.newPage()
  complaints = await listenForComplaints(page)
  application = createApplication(page)
  await page.goto(stage.url)
})
afterEach(async () => {
  expect(await leaks()).toEqual([])
  await profile.close()
})

it('has the panel open, and offers the other form for an account that is missing, or taken', async () => {
  const { fillIn, press, greets, inMenu } = application
  const panel = page.getByRole('complementary', { name: 'Clientele devtools' })
  await panel.getByText('ready').first().waitFor()
  await fillIn({ identifier: ada })
  await press('Sign up with this address')
  await fillIn({ code: testCode })
  await greets(ada)
  await panel.getByText(ada).first().waitFor()
  await inMenu('Sign out')
  await press('Create an account')
  await fillIn({ emailAddress: ada, password })
  await press('Sign in with this address')
  await press('Code by email')
  await fillIn({ code: testCode })
  await greets(ada)
  // Refused addresses are answers of 422, and the browser itself says so.
  expect(complaints.filter(complaint => !complaint.includes('422'))).toEqual([])
})

it('says that the server cannot be reached, signs nobody out, and goes on by itself', async () => {
  user({ password })
  const { fillIn, greets } = application
  await fillIn({ identifier: ada })
  await fillIn({ password })
  await greets(ada)
  const mend = emulator().faults.add({ kind: 'status', path: '/v1/*', status: 503 })
  await page.getByRole('button', { name: `Reload the session of ${ada}` }).press('Enter')
  await page.getByText('The sign-in service cannot be reached').waitFor()
  await greets(ada)
  mend()
  await page.getByText('The sign-in service cannot be reached').waitFor({ state: 'detached' })
  await greets(ada)
})

describe('ways in without a form', matrix, () => {
  it('go on by themselves once a link was opened, in another tab too', async () => {
    user({ emailAddress: edsger })
    // What is asked while the link is opened still carries the cookie of before.
    emulator().settings.patch({ rotationGrace: 10_000 })
    const { fillIn, press, greets } = application
    await fillIn({ identifier: edsger })
    await press('Link by email')
    await page.getByText('Open the link that was sent').waitFor()
    await page.reload()
    await page.getByText('Open the link that was sent').waitFor()
    const elsewhere = await profile.newPage()
    await elsewhere.goto(emulator().inbox.latest({ kind: 'email_link' })?.link ?? '')
    await createApplication(elsewhere).greets(edsger)
    expect(new URL(elsewhere.url()).search).toBe('')
    await page.bringToFront()
    await greets(edsger)
    expect(emulator().inbox.messages({ kind: 'email_link' })).toHaveLength(1)
    expect(complaints).toEqual([])
  })

  it('come back from a provider, also one that refused, or did not tell enough', async () => {
    user({ externalAccounts: [{ provider: 'google', emailAddress: ada }] })
    emulator().settings.patch({ phoneNumber: 'required' })
    const { fillIn, press, greets, inMenu } = application
    await press('Google')
    await press('Deny')
    await page.getByText('You did not let').waitFor()
    await press('Google')
    await chooseAccount(ada)
    await greets(ada)
    expect(page.url()).toBe(`${stage.url}/`)
    await inMenu('Sign out')
    await press('GitHub')
    await page.getByLabel('Email address').fill('new@example.com')
    await press('Continue')
    await fillIn({ phoneNumber: '+12025550123' })
    await fillIn({ code: testCode })
    await greets('new@example.com')
    expect(complaints).toEqual([])
  })

  it("lead to the company's provider whoever has an address there", async () => {
    emulator().settings.patch({ enterpriseDomains: ['acme.example'] })
    const { fillIn, press, greets } = application
    await fillIn({ identifier: 'eve@acme.example' })
    await press('Company sign-in')
    await page.getByLabel('Email address').fill('eve@acme.example')
    await press('Continue')
    await greets('eve@acme.example')
  })

  it('add a passkey of this device, and sign in by it', async () => {
    user({ password })
    await addAuthenticator(page)
    const { fillIn, press, greets, inMenu } = application
    await fillIn({ identifier: ada })
    await fillIn({ password })
    await greets(ada)
    await press('Add a passkey')
    await page.getByText('The passkey was added.').waitFor()
    await inMenu('Sign out')
    await press('Passkey')
    await greets(ada)
    // Chromium has an opinion on the algorithms that the server names.
    expect(complaints.filter(text => !text.includes('pubKeyCredParams'))).toEqual([])
  })
})
