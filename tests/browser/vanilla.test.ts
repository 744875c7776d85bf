import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newProfile } from './harness/browser.ts'
import { listenForComplaints } from './harness/complaints.ts'
import { createExamplePage, type ExamplePage } from './harness/example-page.ts'
import { type Stage, setExampleStage } from './harness/example-stage.ts'

const ada = 'ada+clerk_test@example.com'
const grace = 'grace+clerk_test@example.com'
const password = 'correct horse battery'

describe('the vanilla example, built and under the strict policy', () => {
  let stage: Stage
  let profile: BrowserContext
  let page: Page
  let vanilla: ExamplePage
  let complaints: readonly string[]

  beforeAll(async () => {
    stage = await setExampleStage('vanilla')
  })
  afterAll(() => stage?.close())

  beforeEach(async () => {
    stage.emulator.emulator.reset()
    profile = await newProfile(stage.browser)
    page = await profile.newPage()
    complaints = await listenForComplaints(page)
    vanilla = createExamplePage(page, stage.url)
  })
  afterEach(() => profile?.close())

  const open = () => vanilla.open()

  it('shows what every method gives', async () => {
    await open()
    await vanilla.signUp(ada)
    const result = (name: string) => page.locator(`[data-method="${name}"]`).textContent()
    for (const name of ['reload()', 'clearCache()', 'isNew()', 'isEligibleForTouch()', 'buildTouchUrl()'])
      await vanilla.method(name)
    expect(await result('reload()')).toBe(await vanilla.property('id'))
    expect(await result('clearCache()')).toBe('cleared')
    expect(await result('isNew()')).toBe('false')
    expect(await result('isEligibleForTouch()')).toBe('false')
    expect(await result('buildTouchUrl()')).toContain(`${stage.emulator.url}/v1/client/touch?redirect_url=`)
    expect(await vanilla.property('signUp')).toContain('complete')
    await vanilla.method('resetSignUp()')
    expect(await vanilla.property('signUp')).toBe('blank')
    await vanilla.method('resetSignIn()')
    expect(await vanilla.property('signIn')).toBe('blank')
    expect(complaints).toEqual([])
  })

  it('goes on with a sign-up where a reload of the page left it', async () => {
    await open()
    const form = page.getByRole('region', { name: 'Sign up' })
    await form.getByLabel(/^E-mail address/).fill(ada)
    await form.getByRole('button', { name: 'Sign up' }).click()
    await form.getByLabel('Code', { exact: true }).waitFor()
    await open()
    await form.getByText(ada).waitFor()
    await vanilla.typeCode(form)
    await vanilla.isInUse(ada)
    expect(complaints).toEqual([])
  })

  it('puts an error at its field, or in the alert when it has none', async () => {
    const session = { emailAddress: grace, password }
    stage.emulator.emulator.users.create(session)
    await open()
    const form = page.getByRole('region', { name: 'Sign in' })
    await form.getByLabel(/^E-mail address/).fill(grace)
    await form.locator('[type=password]').fill('wrong')
    await form.getByRole('button', { name: 'Sign in' }).click()
    await form.locator('[type=password][aria-invalid=true]').waitFor()
    const described = (await form.locator('[type=password]').getAttribute('aria-describedby')) ?? ''
    expect(await page.locator(`[id="${described}"]`).textContent()).toContain('incorrect')

    await vanilla.signIn(grace, password)
    await form.getByLabel(/^E-mail address/).fill(grace)
    await form.locator('[type=password]').fill(password)
    await form.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('already signed in').waitFor()
  })

  it('never shows a token', async () => {
    await open()
    await vanilla.signUp(ada)
    await page.getByRole('button', { name: 'getToken()', exact: true }).click()
    await vanilla.settled()
    await page.getByText('The client as JSON').click()
    const held = await page.evaluate(() => document.documentElement.outerHTML + JSON.stringify({ ...localStorage }))
    expect(held).not.toMatch(/eyJ[\w-]+\./)
    expect(complaints).toEqual([])
  })
})
