import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newProfile } from './harness/browser.ts'
import { listenForComplaints } from './harness/complaints.ts'
import { type Stage, setExampleStage } from './harness/example-stage.ts'
import { createPlaygroundPage, type PlaygroundPage, testCode } from './harness/playground-page.ts'

// Every property and method of the client, and what the page says of the connection.

const ada = 'ada+clerk_test@example.com'
const grace = 'grace+clerk_test@example.com'
const password = 'correct horse battery'

describe('the playground, built and under the strict policy', () => {
  let stage: Stage
  let profile: BrowserContext
  let page: Page
  let example: PlaygroundPage
  let complaints: readonly string[]

  beforeAll(async () => {
    stage = await setExampleStage('playground')
  })
  afterAll(() => stage?.close())

  beforeEach(async () => {
    stage.emulator.emulator.reset()
    stage.emulator.emulator.users.create({ emailAddress: grace, password })
    profile = await newProfile(stage.browser)
    page = await profile.newPage()
    complaints = await listenForComplaints(page)
    example = createPlaygroundPage(page, stage.url)
  })
  afterEach(() => profile?.close())

  it('signs up, signs in a second user, switches, survives a reload, ends, removes, destroys and begins anew', async () => {
    await example.open()
    expect(await example.property('id')).toBe('undefined')
    await page.getByText('No sessions on this device yet').waitFor()

    await example.signUp(ada, password)
    const clientId = await example.property('id')
    expect(clientId).toMatch(/^client_/)
    expect(await example.sessions.count()).toBe(1)

    await example.signIn(grace, password)
    expect(await example.sessions.count()).toBe(2)
    expect(await example.property('id')).toBe(clientId)
    const second = await example.property('lastActiveSessionId')

    await example.session(ada).getByRole('button', { name: 'Switch to' }).click()
    await example.isInUse(ada)
    await example.settled()
    expect(await example.property('lastActiveSessionId')).not.toBe(second)

    await example.open()
    await example.isInUse(ada)
    expect(await example.sessions.count()).toBe(2)
    expect(await example.property('id')).toBe(clientId)

    await example.session(grace).getByRole('button', { name: 'End' }).click()
    await expect.poll(() => example.property('signedInSessions')).not.toContain(second)
    await example.isInUse(ada)

    await example.method('removeSessions()')
    await page.getByText('No sessions on this device yet').waitFor()
    await page.getByText('Signed out', { exact: true }).waitFor()
    expect(await example.property('id')).toBe(clientId)

    await example.method('destroy()')
    await expect.poll(() => example.property('id')).toBe('undefined')
    await example.method('create()')
    await expect.poll(() => example.property('id')).toMatch(/^client_/)
    expect(await example.property('id')).not.toBe(clientId)

    await example.signUp('alan+clerk_test@example.com', password)
    expect(await example.sessions.count()).toBe(1)
    expect(complaints).toEqual([])
  })

  it('signs in by e-mail code, also when the page was reloaded in between, and puts a wrong one at its field', async () => {
    await example.open()
    await example.askForCode(grace)
    await example.open()
    const form = page.getByRole('region', { name: 'Sign in' })
    const code = form.getByLabel('Code', { exact: true })
    await form.getByText(grace).waitFor()
    await code.fill('111111')
    await page.keyboard.press('Enter')
    await code.and(page.locator('[aria-invalid=true]')).waitFor()
    const described = (await code.getAttribute('aria-describedby'))?.split(' ') ?? []
    const texts = await Promise.all(described.map(id => page.locator(`[id="${id}"]`).textContent()))
    expect(texts).toContain('Incorrect code')
    await code.fill(testCode)
    await page.keyboard.press('Enter')
    await example.isInUse(grace)
    // A refused code is an answer of 422, and the browser itself says so; nothing else was said.
    expect(complaints.filter(complaint => !complaint.includes('422'))).toEqual([])
  })

  it('tells of a lost connection, signs nobody out, and catches up when asked to', async () => {
    await example.open()
    await example.signUp(ada, password)
    // From here on time stands still between the steps, so nothing is tried again unless this test
    // lets it.
    await page.clock.install()
    await page.clock.pauseAt(Date.now() + 1000)
    await profile.route(`${stage.emulator.url}/**`, route => route.abort())
    await page.getByRole('button', { name: 'reload()' }).click()
    const status = page.locator('.page-header .badge')
    await expect
      .poll(() => page.clock.runFor(1000).then(() => status.textContent()))
      .toBe('degraded')
    await page.getByText('Nobody was signed out').waitFor()
    await example.isInUse(ada)
    await profile.unroute(`${stage.emulator.url}/**`)
    await page.getByRole('button', { name: 'Try now' }).click()
    await page.getByText('ready', { exact: true }).waitFor()
    expect(await page.getByText('Nobody was signed out').isVisible()).toBe(false)
    await example.isInUse(ada)
  })

  it('says when there is no network, and that all is well again', async () => {
    await example.open()
    await profile.setOffline(true)
    await page.getByText('You are offline').waitFor()
    await profile.setOffline(false)
    await page.getByText('You are offline').waitFor({ state: 'hidden' })
    await page.getByText('ready', { exact: true }).waitFor()
  })

  it('tells in the timeline what was asked, and why somebody was signed out', async () => {
    await example.open()
    await example.signUp(ada)
    const timeline = page.getByRole('region', { name: 'Timeline' })
    await timeline.getByText('POST /client/sign_ups', { exact: true }).waitFor()
    expect(await timeline.getByText('Why was I signed out?').isVisible()).toBe(false)
    const { id } = stage.emulator.emulator.sessions.list()[0] ?? { id: '' }
    stage.emulator.emulator.sessions.revoke(id)
    await example.method('reload()')
    await timeline.getByText('Why was I signed out?').waitFor()
    await timeline.getByText(/the answer \d+ to \S+ \S+ says that it is revoked/).waitFor()
    await example.signIn(grace, password)
    await timeline.getByText('Why was I signed out?').waitFor({ state: 'hidden' })
    expect(complaints).toEqual([])
  })

  it('shows what every method gives', async () => {
    await example.open()
    await example.signUp(ada)
    const result = (name: string) => page.locator(`[data-method="${name}"]`).textContent()
    for (const name of [
      'reload()',
      'clearCache()',
      'isNew()',
      'isEligibleForTouch()',
      'buildTouchUrl()',
    ])
      await example.method(name)
    expect(await result('reload()')).toBe(await example.property('id'))
    expect(await result('clearCache()')).toBe('cleared')
    expect(await result('isNew()')).toBe('false')
    expect(await result('isEligibleForTouch()')).toBe('false')
    expect(await result('buildTouchUrl()')).toContain(
      `${stage.emulator.url}/v1/client/touch?redirect_url=`,
    )
    expect(await example.property('signUp')).toContain('complete')
    await example.method('resetSignUp()')
    expect(await example.property('signUp')).toBe('blank')
    await example.method('resetSignIn()')
    expect(await example.property('signIn')).toBe('blank')
    expect(complaints).toEqual([])
  })

  it('goes on with a sign-up where a reload of the page left it', async () => {
    await example.open()
    const form = page.getByRole('region', { name: 'Sign up' })
    await form.getByLabel(/^E-mail address/).fill(ada)
    await form.getByRole('button', { name: 'Sign up' }).click()
    await form.getByLabel('Code', { exact: true }).waitFor()
    await example.open()
    await form.getByText(ada).waitFor()
    await example.typeCode(form)
    await example.isInUse(ada)
    expect(complaints).toEqual([])
  })

  it('puts an error at its field, or in the alert when it has none', async () => {
    await example.open()
    const form = page.getByRole('region', { name: 'Sign in' })
    await form.getByLabel(/^E-mail address/).fill(grace)
    await form.locator('[type=password]').fill('wrong')
    await form.getByRole('button', { name: 'Sign in' }).click()
    await form.locator('[type=password][aria-invalid=true]').waitFor()
    const described = (await form.locator('[type=password]').getAttribute('aria-describedby')) ?? ''
    expect(await page.locator(`[id="${described}"]`).textContent()).toContain('incorrect')

    await example.signIn(grace, password)
    await form.getByLabel(/^E-mail address/).fill(grace)
    await form.locator('[type=password]').fill(password)
    await form.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('already signed in').waitFor()
  })

  it('never shows a token', async () => {
    await example.open()
    await example.signUp(ada)
    await page.getByRole('button', { name: 'getToken()', exact: true }).click()
    await example.settled()
    await page.getByText('The client as JSON').click()
    const held = await page.evaluate(
      () => document.documentElement.outerHTML + JSON.stringify({ ...localStorage }),
    )
    expect(held).not.toMatch(/eyJ[\w-]+\./)
    expect(complaints).toEqual([])
  })
})
