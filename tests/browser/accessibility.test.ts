import { type Listening, listen } from '@clientele/emulator/node'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { exampleNames as startNames } from '../../examples/start/examples.mjs'
import { seed } from '../../examples/start/people.mjs'
import { serveStartPage } from '../../scripts/support/serve-start-page.mjs'
import { createApplication } from './harness/application.ts'
import { allLooks, findViolations, type Look, light, openForAxe } from './harness/axe.ts'
import { openBrowser } from './harness/browser.ts'
import { exampleNames, type Stage, setExampleStage } from './harness/example-stage.ts'
import { createPlaygroundPage, type PlaygroundPage, testCode } from './harness/playground-page.ts'
import { describeEach, matrix } from './harness/sets.ts'

const ada = 'ada+clerk_test@example.com'
const alan = 'alan+clerk_test@example.com'
const kurt = 'kurt+clerk_test@example.com'
const edsger = 'edsger@example.com'
const password = 'correct horse battery'

/** The playground, on its main screens or on all of them. */
const looksAt = (looks: readonly Look[], screens: 'main' | 'all') => () => {
  let stage: Stage
  let page: Page
  let example: PlaygroundPage

  beforeAll(async () => {
    stage = await setExampleStage('playground')
  })
  afterAll(() => stage?.close())
  beforeEach(async () => {
    const { emulator } = stage.emulator
    emulator.reset()
    emulator.seed(seed)
    page = await openForAxe(stage.browser)
    example = createPlaygroundPage(page, stage.url)
  })
  afterEach(() => page?.context().close())

  const region = (title: string) => page.getByRole('region', { name: title, exact: true })
  const press = (title: string, button: string | RegExp) =>
    region(title).getByRole('button', { name: button, exact: true }).click()
  const begin = async (identifier: string, way: string) => {
    await region('Sign in')
      .getByLabel(/^E-mail address/)
      .fill(identifier)
    await region('Sign in').getByRole('radio', { name: way }).check()
    if (way === 'Password')
      await region('Sign in').getByRole('textbox', { name: 'Password' }).fill(password)
    await press('Sign in', 'Sign in')
  }
  const isWell = async () => {
    await example.settled()
    // What one's pointer is over looks otherwise.
    await page.mouse.move(0, 0)
    expect(await findViolations(page, looks)).toEqual([])
  }

  it('when nobody is there, and when something was wrong', async () => {
    await example.open()
    await page.getByText('The client as JSON').click()
    await isWell()
    await begin(kurt, 'Password')
    await page.getByRole('alert').getByText('locked').waitFor()
    await isWell()
    await begin(ada, 'Password')
    await example.isInUse('Ada Lovelace')
    await example.method('destroy()')
    await region('Sign up').getByLabel('E-mail address').fill(ada)
    await press('Sign up', 'Sign up')
    await region('Sign up').locator('[aria-invalid=true]').waitFor()
    await isWell()
  })

  it('with two sessions, and after signing out', async () => {
    await example.open()
    await begin(ada, 'Password')
    await example.isInUse('Ada Lovelace')
    await begin('+12025550123', 'Another method')
    await press('Sign in', /^Code by phone/)
    await region('Sign in').getByLabel('Code', { exact: true }).fill(testCode)
    await example.isInUse('Radia Perlman')
    await press('Session token', 'getToken()')
    await isWell()
    await press('Sessions', 'Sign out of all')
    await page.getByText('Why was I signed out?').waitFor()
    await isWell()
  })

  if (screens === 'main') return

  it('while it loads, and while the server cannot be reached', async () => {
    await page.route(`${stage.emulator.url}/**`, () => {})
    await page.goto(stage.url)
    await page.getByText('Loading…').waitFor()
    expect(await findViolations(page, looks)).toEqual([])
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.route(`${stage.emulator.url}/**`, route => route.abort())
    // The page asks several times, with pauses in between, before it says so.
    await page.clock.install()
    await page.reload()
    const unreachable = page.getByText('The server cannot be reached')
    await expect
      .poll(() => page.clock.fastForward(2000).then(() => unreachable.isVisible()))
      .toBe(true)
    expect(await findViolations(page, looks)).toEqual([])
  })

  it('at each step of signing in and up', async () => {
    await example.open()
    await region('Sign up').getByLabel('E-mail address').fill('new+clerk_test@example.com')
    await press('Sign up', 'Sign up')
    await region('Sign up').getByLabel('Code', { exact: true }).waitFor()
    await begin(edsger, 'Another method')
    await region('Sign in').getByText('Choose a sign-in').waitFor()
    await isWell()
    await press('Sign in', /^Link by e-mail/)
    await region('Sign in').getByText('We sent a link').waitFor()
    await press('Sign up', 'Start over')
    stage.emulator.emulator.settings.patch({ username: 'required', legalConsent: true })
    await region('Sign up').getByLabel('E-mail address').fill('more+clerk_test@example.com')
    await press('Sign up', 'Sign up')
    await region('Sign up').getByLabel('User name').waitFor()
    await isWell()
    await press('Sign in', 'Start over')
    await begin(alan, 'Password')
    await region('Sign in').getByLabel('Code of the authenticator app').waitFor()
    await isWell()
    await press('Sign in', 'Start over')
    await region('Sign in')
      .getByLabel(/^E-mail address/)
      .fill(ada)
    await press('Sign in', 'Forgot the password?')
    await region('Sign in').getByLabel('Code', { exact: true }).fill(testCode)
    await region('Sign in').getByLabel('New password').waitFor()
    await isWell()
  })
}

// `npm test` looks at it in light; the matrix at every screen, light and dark.
describe('axe finds nothing wrong with the playground in light', looksAt(light, 'main'))
describe('axe finds nothing wrong with the playground', matrix, looksAt(allLooks, 'all'))

describeEach('axe finds nothing wrong with the %s example', exampleNames, 'react', name => {
  it('on any of its screens', async () => {
    const stage = await setExampleStage(name)
    try {
      stage.emulator.emulator.seed(seed)
      const page = await openForAxe(stage.browser)
      const { fillIn, press, inMenu, greets } = createApplication(page)
      const isWell = async () => expect(await findViolations(page)).toEqual([])
      await page.goto(`${stage.url}/#sign-up`)
      await fillIn({ emailAddress: ada, password })
      await page.locator('[aria-invalid=true]').waitFor()
      await isWell()
      await press('Sign in instead')
      await fillIn({ identifier: ada })
      await page.getByLabel('Password').waitFor()
      await isWell()
      await fillIn({ password })
      await greets('Ada Lovelace')
      await inMenu('Add account')
      await press('Create an account')
      const emailAddress = `${'long'.repeat(12)}+clerk_test@${'long.'.repeat(20)}example.com`
      await fillIn({ emailAddress, password })
      await fillIn({ code: testCode })
      await greets(emailAddress)
      await page.getByText('You are user_').waitFor()
      await page.context().setOffline(true)
      await page.getByText('You are offline').waitFor()
      await page.locator('.menu-button').press('Enter')
      await isWell()
    } finally {
      await stage.close()
    }
  })
})

describe('axe finds nothing wrong with what goes with the examples', () => {
  let browser: Browser
  let emulator: Listening
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
    emulator = await listen({ initial: seed, settings: { password: 'on' } })
    page = await openForAxe(browser)
  })
  afterAll(async () => {
    await browser?.close()
    await emulator?.close()
  })

  it('the start page, and the source of an example', async () => {
    const { url, publishableKey } = emulator
    const served = startNames.map(name => ({ name, url }))
    const start = await serveStartPage(5190, () => ({
      examples: served,
      emulator: { url },
      publishableKey,
    }))
    try {
      for (const path of ['', 'source/react']) {
        await page.goto(`${start.url}${path}`)
        expect(await findViolations(page)).toEqual([])
      }
    } finally {
      await start.close()
    }
  })

  // The other tests expect no violation. This one proves that they would see one.
  it('sees what is wrong, in the scheme and at the width where it is', async () => {
    await page.goto('about:blank')
    await page.setContent(`<!doctype html><html lang="en"><title>Bad</title>
      <style>:root { color-scheme: light dark } body { background: light-dark(#fff, #111) } p { color: light-dark(#bbb, #eee) } div { width: 500px }</style>
      <main><h1>Bad</h1><p>Pale</p><input><div>Wide</div></main></html>`)
    const found = await findViolations(page)
    const rules = (of: string) =>
      found
        .filter(text => text.startsWith(of))
        .map(text => text.slice(of.length + 2).split(' at ')[0])
    expect(rules('light 1280')).toEqual(['color-contrast', 'label'])
    expect(rules('dark 1280')).toEqual(['label'])
    expect(rules('dark 390')[0]).toMatch(/wider than the window$/)
  })
})
