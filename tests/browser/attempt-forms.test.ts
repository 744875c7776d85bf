import type { UserInput } from '@clientele/emulator'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newProfile } from './harness/browser.ts'
import { listenForComplaints } from './harness/complaints.ts'
import { type Stage, setExampleStage } from './harness/example-stage.ts'
import { listenForLeaks } from './harness/leaks.ts'
import { addPasskey } from './harness/passkey.ts'
import { createPlaygroundPage, type PlaygroundPage, testCode } from './harness/playground-page.ts'

// Every way to sign in and up, as a person goes it through the forms of the playground. The page is
// reloaded in the middle of each: it shows the same step again.

/**
 * Passkeys belong to a name, and not to the address of a machine; every browser looks for this one
 * at home.
 */
const host = 'app.localhost'
const ada = 'ada+clerk_test@example.com'
const grace = 'grace+clerk_test@example.com'
const phone = '+12025550123'
const password = 'correct horse battery'
const better = 'a better horse battery'
const totpSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
/**
 * For pages that ask again and again while a link is opened elsewhere: what is on its way then
 * carries the cookie of before, and the browser would report its 404.
 */
const lateRequestsAccepted = { rotationGrace: 10_000 }

describe('the forms of the playground', () => {
  let stage: Stage
  let profile: BrowserContext
  let leaks: () => Promise<readonly string[]>
  let page: Page
  let example: PlaygroundPage
  let complaints: readonly string[]
  let signIn: Locator
  let signUp: Locator

  const emulator = () => stage.emulator.emulator
  const user = (input: UserInput) =>
    emulator().users.create({ emailAddress: ada, password, ...input })
  const press = (form: Locator, name: string | RegExp) =>
    form.getByRole('button', { name, exact: true }).click()
  const begin = async (
    identifier: string,
    way: 'Password' | 'E-mail code' | 'Another method' = 'Another method',
  ) => {
    await signIn.getByLabel(/^E-mail address/).fill(identifier)
    await signIn.getByRole('radio', { name: way }).check()
    if (way === 'Password') await signIn.getByRole('textbox', { name: 'Password' }).fill(password)
    await press(signIn, 'Sign in')
  }
  const code = (form: Locator) => form.getByLabel('Code', { exact: true })
  const reload = async () => {
    await example.settled()
    await example.open()
  }
  /** Leaves for a provider, and waits for its page. */
  const leave = async (form: Locator, provider: string) => {
    await press(form, provider)
    await page.getByRole('heading', { name: `Continue with ${provider}` }).waitFor()
  }
  const makeAccount = async (address: string) => {
    await page.getByLabel('Email address').fill(address)
    await page.getByRole('button', { name: 'Continue', exact: true }).click()
  }
  const link = (to: string): string => {
    const { link } = emulator().inbox.latest({ to, kind: 'email_link' }) ?? {}
    if (!link) throw new Error(`No link was sent to ${to}`)
    return link
  }

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
    example = createPlaygroundPage(page, stage.url)
    signIn = page.getByRole('region', { name: 'Sign in', exact: true })
    signUp = page.getByRole('region', { name: 'Sign up', exact: true })
  })
  afterEach(async () => {
    expect(await leaks()).toEqual([])
    await profile.close()
  })

  it('take a pasted code, and go by themselves', async () => {
    user({})
    await example.open()
    await begin(ada, 'E-mail code')
    await signIn.getByText(ada).waitFor()
    await reload()
    await code(signIn).focus()
    await page.keyboard.insertText('424 242')
    await example.isInUse(ada)
    expect(complaints).toEqual([])
  })

  it('count down to when a code may be sent again', async () => {
    user({ emailAddress: 'ada@example.com' })
    await page.clock.install()
    await example.open()
    await begin('ada@example.com', 'E-mail code')
    const again = signIn.getByRole('button', { name: /^Send again/ })
    await expect.poll(() => again.textContent()).toMatch(/^Send again in \d+ s$/)
    const sent = () => emulator().inbox.messages({ kind: 'email_code' })
    expect(sent()).toHaveLength(1)
    emulator().clock.advance(31_000)
    await page.clock.fastForward(31_000)
    await expect.poll(() => again.textContent()).toBe('Send again')
    await again.click()
    await expect.poll(() => again.textContent()).toMatch(/^Send again in \d+ s$/)
    expect(sent()).toHaveLength(2)
    await example.typeCode(signIn, sent()[1]?.code ?? '')
    await example.isInUse('ada@example.com')
  })

  it('tell what is wrong with a code, and offer another way after too many', async () => {
    user({})
    emulator().settings.patch({ verificationAttempts: 2 })
    await example.open()
    await begin(ada, 'E-mail code')
    await code(signIn).fill('111111')
    await signIn.locator('[aria-invalid=true]').waitFor()
    expect(await code(signIn).evaluate((input: HTMLInputElement) => input.selectionEnd)).toBe(6)
    await page.keyboard.type('222222')
    await example.settled()
    await page.keyboard.type('333333')
    await signIn.getByText('Choose a sign-in method').waitFor()
    await press(signIn, 'Password')
    await signIn.getByRole('textbox', { name: 'Password' }).fill(password)
    await press(signIn, 'Continue')
    await example.isInUse(ada)
  })

  it('sign in by a code to the phone', async () => {
    user({ phoneNumber: phone })
    await example.open()
    await begin(phone)
    await press(signIn, /^Code by phone to/)
    await signIn.getByText(phone).waitFor()
    await reload()
    await signIn.getByText(phone).waitFor()
    await code(signIn).fill(testCode)
    await example.isInUse(ada)
    expect(complaints).toEqual([])
  })

  it('set a new password after a code for it', async () => {
    user({})
    await example.open()
    await signIn.getByLabel(/^E-mail address/).fill(ada)
    await press(signIn, 'Forgot the password?')
    await code(signIn).fill(testCode)
    await signIn.getByLabel('New password').waitFor()
    await reload()
    await signIn.getByLabel('New password').fill('short')
    await press(signIn, 'Set the password')
    await signIn.locator('[aria-invalid=true]').waitFor()
    await signIn.getByLabel('New password').fill(better)
    await press(signIn, 'Set the password')
    await example.isInUse(ada)
    await example.method('destroy()')
    await example.settled()
    await reload()
    await example.signIn(ada, better)
  })

  it('ask for the code of an authenticator app, and take a backup code instead', async () => {
    const { id } = user({ totpSecret, backupCodes: ['only-one-code'] })
    await example.open()
    await begin(ada, 'Password')
    await signIn.getByLabel('Code of the authenticator app').waitFor()
    await reload()
    await signIn.getByLabel('Code of the authenticator app').fill(emulator().users.totpCode(id))
    await press(signIn, 'Continue')
    await example.isInUse(ada)
    await example.method('destroy()')
    await reload()
    await begin(ada, 'Password')
    await press(signIn, 'Another method')
    await press(signIn, 'Backup code')
    await signIn.getByLabel('Backup code').fill('only-one-code')
    await press(signIn, 'Continue')
    await example.isInUse(ada)
    expect(complaints).toEqual([])
  })

  it('ask for a code to the phone as the second factor', async () => {
    user({ secondFactorPhoneNumber: phone })
    await example.open()
    await begin(ada, 'Password')
    await signIn.getByText('Second factor:').waitFor()
    await press(signIn, /^Code by phone to/)
    await code(signIn).waitFor()
    await reload()
    await code(signIn).fill(testCode)
    await example.isInUse(ada)
    expect(complaints).toEqual([])
  })

  it('ask for a code on a client that is not trusted yet', async () => {
    user({})
    emulator().settings.patch({ clientTrust: true })
    await example.open()
    await begin(ada, 'Password')
    await press(signIn, /^Code by e-mail to/)
    await code(signIn).waitFor()
    await reload()
    await code(signIn).fill(testCode)
    await example.isInUse(ada)
    expect(complaints).toEqual([])
  })

  it('go on by themselves once a link was opened', async () => {
    user({ emailAddress: 'ada@example.com' })
    emulator().settings.patch(lateRequestsAccepted)
    await example.open()
    await begin('ada@example.com')
    await press(signIn, /^Link by e-mail to/)
    await signIn.getByText('We sent a link to').waitFor()
    await reload()
    await signIn.getByText('We sent a link to').waitFor()
    const elsewhere = await profile.newPage()
    await elsewhere.goto(link('ada@example.com'))
    await elsewhere.getByRole('region', { name: 'Sessions' }).getByText('ada@example.com').waitFor()
    expect(elsewhere.url()).toBe(`${stage.url}/`)
    await page.bringToFront()
    await example.isInUse('ada@example.com')
    expect(emulator().inbox.messages({ kind: 'email_link' })).toHaveLength(1)
    expect(complaints).toEqual([])
  })

  it('sign up by a link', async () => {
    emulator().settings.patch({ disabledStrategies: ['email_code'], ...lateRequestsAccepted })
    await example.open()
    await signUp.getByLabel('E-mail address').fill('ada@example.com')
    await press(signUp, 'Sign up')
    await press(signUp, 'Link by e-mail')
    await signUp.getByText('We sent a link to').waitFor()
    await reload()
    await signUp.getByText('We sent a link to').waitFor()
    await page.goto(link('ada@example.com'))
    await example.isInUse('ada@example.com')
    expect(complaints).toEqual([])
  })

  it('ask for whatever else the instance wants of a new account', async () => {
    emulator().settings.patch({ phoneNumber: 'required', username: 'required', legalConsent: true })
    await example.open()
    await signUp.getByLabel('E-mail address').fill(ada)
    await press(signUp, 'Sign up')
    await signUp.getByLabel('User name').waitFor()
    await reload()
    await signUp.getByLabel('User name').fill('lovelace')
    await signUp.getByLabel('Phone number').fill(phone)
    await signUp.getByLabel('I accept the terms').check()
    await press(signUp, 'Continue')
    await signUp.getByText(ada).waitFor()
    await code(signUp).fill(testCode)
    await signUp.getByText(phone).waitFor()
    await code(signUp).fill(testCode)
    await example.isInUse(ada)
    expect(complaints).toEqual([])
  })

  it('leave for a provider and come back signed in', async () => {
    user({ externalAccounts: [{ provider: 'google', emailAddress: ada }] })
    await example.open()
    await leave(signIn, 'Google')
    await page.getByRole('list', { name: 'Accounts' }).getByText(ada).click()
    await example.isInUse(ada)
    expect(page.url()).toBe(`${stage.url}/`)
    expect(complaints).toEqual([])
  })

  it('make an account of whoever a provider sends that nobody knows', async () => {
    await example.open()
    await leave(signIn, 'Google')
    await makeAccount(grace)
    await example.isInUse(grace)
    expect(complaints).toEqual([])
  })

  it('sign in whoever wanted to sign up with an account that exists', async () => {
    user({ externalAccounts: [{ provider: 'github', emailAddress: ada }] })
    await example.open()
    await leave(signUp, 'GitHub')
    await page.getByRole('list', { name: 'Accounts' }).getByText(ada).click()
    await example.isInUse(ada)
    expect(complaints).toEqual([])
  })

  it('ask for what a provider did not tell', async () => {
    emulator().settings.patch({ phoneNumber: 'required' })
    await example.open()
    await leave(signUp, 'Google')
    await makeAccount(grace)
    await signUp.getByLabel('Phone number').fill(phone)
    await press(signUp, 'Continue')
    await code(signUp).fill(testCode)
    await example.isInUse(grace)
    expect(complaints).toEqual([])
  })

  it('say that a provider refused', async () => {
    await example.open()
    await leave(signIn, 'Google')
    await page.getByRole('button', { name: 'Deny' }).click()
    await page.getByRole('alert').getByText('You did not let').waitFor()
    await signIn.getByLabel(/^E-mail address/).waitFor()
  })

  it("lead to the company's provider whoever has an address there", async () => {
    emulator().settings.patch({ enterpriseDomains: ['acme.example'] })
    await example.open()
    await begin('eve@acme.example')
    await press(signIn, 'Company sign-in')
    await makeAccount('eve@acme.example')
    await example.isInUse('eve@acme.example')
  })

  it('come in by a ticket, which leaves the address bar at once', async () => {
    const { id } = user({})
    const { ticket } = emulator().tickets.create({ userId: id })
    await page.goto(`${stage.url}/?__clerk_ticket=${ticket}&__clerk_status=sign_in`)
    await example.isInUse(ada)
    expect(page.url()).toBe(`${stage.url}/`)
    const invitation = emulator().tickets.create({ emailAddress: grace })
    await page.goto(`${stage.url}/?__clerk_ticket=${invitation.ticket}&__clerk_status=sign_up`)
    await example.isInUse(grace)
    expect(complaints).toEqual([])
  })

  it('offer the other form for an account that is missing, or taken', async () => {
    await example.open()
    await begin(ada, 'Password')
    await press(signIn, 'Sign up with it')
    expect(await signUp.getByLabel('E-mail address').inputValue()).toBe(ada)
    user({})
    await press(signUp, 'Sign up')
    await press(signUp, 'Sign in with it')
    expect(await signIn.getByLabel(/^E-mail address/).inputValue()).toBe(ada)
    await begin(ada, 'Password')
    await example.isInUse(ada)
  })

  it('sign in by a passkey of this device, and add one', async () => {
    user({ passkeys: [await addPasskey(page, host)] })
    await example.open()
    await press(signIn, 'Passkey')
    await example.isInUse(ada)
    await page.getByRole('button', { name: 'Add a passkey' }).click()
    await page.getByRole('region', { name: 'Activity' }).getByText('created').waitFor()
    // Chromium has an opinion on the algorithms that the server names.
    expect(complaints.filter(text => !text.includes('pubKeyCredParams'))).toEqual([])
  })
})
