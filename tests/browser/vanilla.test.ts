import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newProfile } from './harness/browser.ts'
import { listenForComplaints } from './harness/complaints.ts'
import { type Stage, setExampleStage } from './harness/example-stage.ts'
import { createVanillaPage, type VanillaPage } from './harness/vanilla-page.ts'

const ada = 'ada+clerk_test@example.com'
const grace = 'grace+clerk_test@example.com'
const password = 'correct horse battery'

describe('the vanilla example, built and under the strict policy', () => {
  let stage: Stage
  let profile: BrowserContext
  let page: Page
  let vanilla: VanillaPage
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
    vanilla = createVanillaPage(page)
  })
  afterEach(() => profile?.close())

  const open = async () => {
    await page.goto(stage.url)
    await page.getByText('ready', { exact: true }).waitFor()
  }

  it('signs up, signs in a second user, switches, survives a reload, ends, removes, destroys and begins anew', async () => {
    stage.emulator.emulator.users.create({ emailAddress: grace, password })
    await open()
    expect(await vanilla.property('id')).toBe('undefined')
    expect(await page.getByText('No sessions on this device yet').isVisible()).toBe(true)

    await vanilla.signUp(ada)
    const clientId = await vanilla.property('id')
    expect(clientId).toMatch(/^client_/)
    expect(await vanilla.sessions.count()).toBe(1)

    await vanilla.signIn(grace, password)
    expect(await vanilla.sessions.count()).toBe(2)
    expect(await vanilla.property('id')).toBe(clientId)
    expect(await page.locator('[data-claim=sid]').textContent()).toBe(await vanilla.property('lastActiveSessionId'))

    await vanilla.session(ada).getByRole('button', { name: 'Switch to' }).click()
    await vanilla.isInUse(ada)
    await vanilla.settled()
    expect(await page.locator('[data-claim=sid]').textContent()).toBe(await vanilla.property('lastActiveSessionId'))

    await open()
    await vanilla.isInUse(ada)
    expect(await vanilla.sessions.count()).toBe(2)
    expect(await vanilla.property('id')).toBe(clientId)

    await vanilla.session(grace).getByRole('button', { name: 'End' }).click()
    await vanilla.settled()
    await expect.poll(() => vanilla.property('signedInSessions')).not.toContain('\n')
    await vanilla.isInUse(ada)

    await vanilla.method('removeSessions()')
    await page.getByText('No sessions on this device yet').waitFor()
    expect(await vanilla.property('id')).toBe(clientId)
    await page.getByText('Signed out').waitFor()

    await vanilla.method('destroy()')
    await expect.poll(() => vanilla.property('id')).toBe('undefined')
    await vanilla.method('create()')
    await expect.poll(() => vanilla.property('id')).toMatch(/^client_/)
    expect(await vanilla.property('id')).not.toBe(clientId)

    await vanilla.signUp('alan+clerk_test@example.com')
    expect(await vanilla.sessions.count()).toBe(1)
    expect(complaints).toEqual([])
  })

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
    await form.getByLabel('E-mail address').fill(ada)
    await form.getByRole('button', { name: 'Sign up' }).click()
    await form.getByLabel('Code').waitFor()
    await open()
    await form.getByText(ada).waitFor()
    await form.getByLabel('Code').fill('424242')
    await form.getByRole('button', { name: 'Verify' }).click()
    await vanilla.isInUse(ada)
    expect(complaints).toEqual([])
  })

  it('puts an error at its field, or in the alert when it has none', async () => {
    const session = { emailAddress: grace, password }
    stage.emulator.emulator.users.create(session)
    await open()
    const form = page.getByRole('region', { name: 'Sign in' })
    await form.getByLabel('E-mail address').fill(grace)
    await form.locator('[type=password]').fill('wrong')
    await form.getByRole('button', { name: 'Sign in' }).click()
    await form.locator('[type=password][aria-invalid=true]').waitFor()
    const described = (await form.locator('[type=password]').getAttribute('aria-describedby')) ?? ''
    expect(await page.locator(`[id="${described}"]`).textContent()).toContain('incorrect')

    await vanilla.signIn(grace, password)
    await form.getByLabel('E-mail address').fill(grace)
    await form.locator('[type=password]').fill(password)
    await form.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('already signed in').waitFor()
  })

  it('tells of bad weather, signs nobody out, and catches up', async () => {
    await open()
    await vanilla.signUp(ada)
    await profile.route(`${stage.emulator.url}/**`, route => route.abort())
    await vanilla.method('reload()')
    await page.getByText('Nobody was signed out').waitFor()
    await page.getByText('degraded', { exact: true }).waitFor()
    await vanilla.isInUse(ada)
    await profile.unroute(`${stage.emulator.url}/**`)
    await page.getByRole('button', { name: 'Try now' }).click()
    await page.getByText('ready', { exact: true }).waitFor()
    await vanilla.isInUse(ada)
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
