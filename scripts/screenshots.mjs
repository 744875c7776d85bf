// npm run screenshots: takes the pictures of the README from what `npm start` runs. The packages
// must be built. `npm run screenshots -- dashboard`: only those of the dashboard and the devtools.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { encodeWebp } from './support/encode-webp.mjs'
import { findBrowser } from './support/find-browser.mjs'
import { serveAll } from './support/serve-all.mjs'
import { workspace } from './support/workspace.mjs'

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

const folder = join(workspace, 'docs/screenshots')
/** Bytes of one picture. */
const largest = 150_000
const password = 'correct horse battery'

/**
 * Everything that is started is ended in the end, last first. @type {(() => Promise<unknown>)[]}
 */
const closers = []

const region = (/** @type {Page} */ page, /** @type {string} */ name) =>
  page.getByRole('region', { name, exact: true })

const signIn = async (/** @type {Page} */ page, /** @type {string} */ identifier) => {
  await page.locator('#identifier').fill(identifier)
  await page.getByRole('button', { name: 'Continue' }).click()
  await page.locator('#password').fill(password)
}

const showTab = (/** @type {Page} */ page, /** @type {string} */ tab) =>
  page.getByRole('tab', { name: tab }).click()

/** @param {string} emulator @param {Page} page */
const revokeSessions = async (emulator, page) => {
  const sessions = await (await fetch(`${emulator}/__emulator/sessions`)).json()
  for (const { id, status } of sessions)
    if (status === 'active')
      await fetch(`${emulator}/__emulator/sessions/${id}/revoke`, { method: 'POST' })
  await showTab(page, 'Client')
  await page.getByRole('button', { name: /^Reload the session/ }).click()
  await page.getByRole('heading', { name: 'Sign in' }).waitFor()
  await showTab(page, 'Timeline')
  await page.getByText('Why am I signed out?').click()
}

/**
 * What happens, and one user; narrow, too.
 *
 * @param {string} emulator @param {Page} page
 * @param {(name: string, last: Locator) => Promise<void>} take
 */
const takeDashboard = async (emulator, page, take) => {
  const section = (/** @type {string} */ name) =>
    page.getByRole('region', { name: new RegExp(`^${name}\\b`) })
  const size = page.viewportSize()
  const post = (/** @type {string} */ path, /** @type {object} */ body) =>
    fetch(`${emulator}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  const users = await (await fetch(`${emulator}/__emulator/users?query=ada`)).json()
  await post('/__emulator/sessions', { userId: users[0].id })
  for (const fields of [
    { identifier: 'nobody@example.com' },
    { identifier: 'edsger@example.com', strategy: 'email_code' },
  ]) {
    const body = new URLSearchParams(fields)
    await fetch(`${emulator}/v1/client/sign_ins`, { method: 'POST', body })
  }
  for (const [suffix, width] of /** @type {const} */ ([
    ['', 1280],
    ['-narrow', 390],
  ])) {
    await page.setViewportSize({ width, height: 1100 })
    await page.goto(`${emulator}/#activity?query=sign_ins`)
    await section('Requests').getByRole('listbox').getByRole('option').last().click()
    await page
      .getByRole('region', { name: /^Request \d/ })
      .getByText('response')
      .first()
      .waitFor()
    await take(`dashboard${suffix}`, section(width > 1000 ? 'Inbox' : 'Requests'))
    await page.goto(`${emulator}/#users/${users[0].id}`)
    await section('Sessions').getByText('active').first().waitFor()
    await take(`dashboard-user${suffix}`, section(width > 1000 ? 'Organizations' : 'Sessions'))
  }
  if (size) await page.setViewportSize(size)
}

/**
 * The devtools on the page of an example.
 *
 * @param {string} example @param {Page} page
 * @param {(name: string, last: Locator, isAlone?: boolean) => Promise<void>} take
 */
const takePanel = async (example, page, take) => {
  await page.goto(example)
  await page.getByRole('button', { name: 'Clientele', exact: true }).click()
  await page.getByRole('tab', { name: 'Emulator' }).click()
  await page.getByRole('button', { name: /^Sign in as Ada/ }).click()
  await page.getByRole('tab', { name: 'Timeline' }).click()
  await page.getByRole('listbox').getByRole('option').last().click()
  await take('devtools', page.getByRole('complementary', { name: 'Clientele devtools' }), true)
}

const takeAll = async () => {
  const ports = { emulatorPort: 4700, examplesPort: 5173, startPort: 5170 }
  const { emulator, start, examples } = await serveAll(ports, closers)
  const urlOf = (/** @type {string} */ example) =>
    examples.find(({ name }) => name === example)?.url ?? ''
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--headless', '--no-sandbox'],
  })
  closers.push(() => browser.close())
  const studio = await browser.newPage()
  await mkdir(folder, { recursive: true })

  for (const scheme of /** @type {const} */ (['light', 'dark'])) {
    const viewport = { width: 1280, height: 900 }
    const context = await browser.newContext({
      colorScheme: scheme,
      viewport,
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(15_000)
    const page = await context.newPage()
    /** Takes the page from its top down to the end of `last`. */
    const take = async (
      /** @type {string} */ name,
      /** @type {Locator} */ last,
      isAlone = false,
    ) => {
      await page.mouse.move(0, 0)
      // The headings take the focus for those who need it; in a picture the ring would only be in
      // the way.
      await page.evaluate(
        () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
      )
      const box = await last.boundingBox()
      const height = box ? Math.ceil(box.y + box.height + 20) : viewport.height
      const { width } = page.viewportSize() ?? viewport
      const clip = { x: 0, y: 0, width, height }
      const png = isAlone
        ? await last.screenshot()
        : await page.screenshot({ clip, fullPage: true })
      const webp = await encodeWebp(studio, png)
      // A README is read over telephones, too.
      if (webp.length > largest)
        throw new Error(`${name} has ${webp.length} bytes, and may have ${largest}`)
      await writeFile(join(folder, `${name}-${scheme}.webp`), webp)
      console.log(`${name}-${scheme}.webp  ${Math.round(webp.length / 1000)} kB`)
    }
    await takeDashboard(emulator.url, page, take)
    await takePanel(urlOf('react'), page, take)
    // The other pictures begin signed out, and with the devtools closed.
    await page.evaluate(() => localStorage.clear())
    await context.clearCookies()
    if (process.argv.includes('dashboard')) {
      await context.close()
      continue
    }
    await page.goto(start.url)
    await take('start', page.getByRole('region', { name: 'Try' }))
    await page.goto(urlOf('react'))
    await signIn(page, 'ada+clerk_test@example.com')
    await take('example', page.locator('main'))
    await page.goto(urlOf('playground'))
    await page.getByRole('button', { name: 'Start again' }).click()
    await signIn(page, 'ada+clerk_test@example.com')
    await page.keyboard.press('Enter')
    await page.getByText('You are user_').waitFor()
    await page.getByRole('button', { name: 'Show its claims' }).click()
    await page.getByText('Expires in').waitFor()
    await take('playground', region(page, 'Other ways'))
    await page.goto(urlOf('playground'))
    await page.getByText('You are user_').waitFor()
    await revokeSessions(emulator.url, page)
    // As tall as what is in it.
    await page.setViewportSize({ ...viewport, height: 480 })
    await take('timeline', page.getByRole('complementary', { name: 'Clientele devtools' }), true)
    await context.close()
  }
}

try {
  await takeAll()
} finally {
  for (const close of closers.reverse()) await close()
}
