import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Listening, listen } from '@clientele/emulator/node'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allLooks, findViolations, openForAxe } from './harness/axe.ts'
import { newProfile, openBrowser } from './harness/browser.ts'
import { listenForComplaints } from './harness/complaints.ts'
import { builtOf } from './harness/shared.ts'
import { type StaticServer, serveFolder, strictPolicy } from './harness/static-server.ts'
import type {} from './pages/devtools/main.ts'

// The panel on a page under the strictest policy, used by keyboard only where it says so.

const ada = 'ada+clerk_test@example.com'
const grace = 'grace+clerk_test@example.com'
const password = 'correct horse battery'

let emulator: Listening
let server: StaticServer
let browser: Browser
let profile: BrowserContext
let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  emulator = await listen()
  browser = await openBrowser()
  server = await serveFolder(await builtOf('tests/browser/pages/devtools'), {
    policy: strictPolicy(`http://127.0.0.1:${emulator.port}`),
    host: '127.0.0.1',
    publishableKey: emulator.emulator.publishableKey,
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await emulator?.close()
})
beforeEach(async () => {
  const { users, reset } = emulator.emulator
  reset()
  users.create({ emailAddress: ada, password, firstName: 'Ada' })
  users.create({ emailAddress: 'kurt@example.com', firstName: 'Kurt' })
  users.create({ emailAddress: grace, password, firstName: 'Grace' })
  profile = await newProfile(browser)
  page = await profile.newPage()
  complaints = await listenForComplaints(page)
  await page.goto(server.url)
})
afterEach(() => profile?.close())

const panel = () => page.getByRole('complementary', { name: 'Clientele devtools' })
const openPanel = () => page.getByRole('button', { name: 'Clientele', exact: true }).click()
const show = (tab: string) => page.getByRole('tab', { name: tab }).click()
const signIn = (identifier = ada) =>
  page.evaluate(
    async ([identifier, password]) => {
      const client = await window.clientele.load()
      const { createdSessionId: session } = (await client?.signIn.create({
        strategy: 'password',
        identifier,
        password,
      })) ?? { createdSessionId: null }
      await window.clientele.setActive({ session })
    },
    [identifier, password] as const, // as: a tuple
  )

it('opens, moves, and closes by keyboard, and stands there again on the next page', async () => {
  await page.getByRole('button', { name: 'Clientele', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('tab', { name: 'Client' }).focus()
  for (const tab of ['Timeline', 'Actions', 'State', 'Emulator', 'Client', 'Timeline']) {
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => page.locator('clientele-devtools :focus').textContent()).toBe(tab)
    await panel().getByRole('tabpanel', { name: tab }).waitFor()
  }
  const height = async () => (await panel().boundingBox())?.height ?? 0
  const before = await height()
  await page.getByRole('separator', { name: 'Size of the panel' }).focus()
  await page.keyboard.press('ArrowUp')
  await expect.poll(height).toBe(before + 24)
  await page.reload()
  await panel().getByRole('tabpanel', { name: 'Timeline' }).waitFor()
  expect(await height()).toBe(before + 24)
  await page.getByRole('tab', { name: 'Timeline' }).focus()
  await page.keyboard.press('Escape')
  await panel().waitFor({ state: 'detached' })
  expect(complaints).toEqual([])
})

it('shows who is signed in, and uses and ends sessions', async () => {
  await signIn(grace)
  await signIn()
  await openPanel()
  await panel().getByText('Ada', { exact: true }).waitFor()
  await panel().getByRole('button', { name: 'Use the session of Grace' }).click()
  await expect.poll(() => page.evaluate(() => window.clientele.user?.firstName)).toBe('Grace')
  const end = panel().getByRole('button', { name: 'End the session of Ada' })
  await end.click()
  await panel().getByRole('button', { name: 'Really?' }).click()
  await expect
    .poll(() => page.evaluate(() => window.clientele.client?.signedInSessions.length))
    .toBe(1)
  expect(complaints).toEqual([])
})

it('shows what a token says when it is asked to, and keeps nothing of it', async () => {
  await signIn()
  await openPanel()
  await panel().getByRole('button', { name: 'Show its claims' }).click()
  await panel()
    .getByText(/^Expires in \d+ s/)
    .waitFor()
  const { subject, jwt } = await page.evaluate(async () => ({
    subject: window.clientele.user?.id ?? '',
    jwt: (await window.clientele.getToken()) ?? '',
  }))
  await panel()
    .getByRole('row', { name: `sub ${subject}` })
    .waitFor()
  const kept = await page.evaluate(() => [
    JSON.stringify({ ...localStorage, ...sessionStorage }),
    document.querySelector('clientele-devtools')?.shadowRoot?.innerHTML ?? '',
  ])
  for (const text of kept) expect(text).not.toContain(jwt.split('.')[2])
})

describe('the timeline', () => {
  it('is searched, filtered and followed by keyboard', async () => {
    await openPanel()
    await show('Timeline')
    await signIn()
    const events = page.getByRole('listbox', { name: 'Events' })
    await events.getByRole('option', { name: /POST \/client\/sign_ins/ }).waitFor()
    await page.getByRole('searchbox', { name: 'Search in the timeline' }).fill('sign_ins')
    await expect.poll(() => events.getByRole('option').count()).toBe(1)
    await page.getByRole('searchbox', { name: 'Search in the timeline' }).fill('')
    await page.getByRole('button', { name: 'request', exact: true }).click()
    await expect.poll(() => events.getByText(/POST \/client\/sign_ins/).count()).toBe(0)
    await events.focus()
    await page.keyboard.press('Home')
    await page.getByRole('region', { name: 'Event 1' }).waitFor()
    await page.getByRole('region', { name: 'Event 1' }).getByText('listeners were').waitFor()
    expect(complaints).toEqual([])
  })

  it('says why somebody is signed out', async () => {
    await openPanel()
    await signIn()
    await show('Timeline')
    await page.evaluate(() => window.clientele.signOut())
    await page.getByText('Why am I signed out?').click()
    await panel()
      .getByText(/^Session sess_\w+ was left at .*: signed out in this tab\.$/)
      .waitFor()
  })

  it('is written to a file without secrets, and read from one', async () => {
    await openPanel()
    await signIn()
    await show('Timeline')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export' }).click(),
    ])
    const folder = await mkdtemp(join(tmpdir(), 'clientele-'))
    const path = join(folder, 'timeline.json')
    await download.saveAs(path)
    const text = await readFile(path, 'utf8')
    for (const secret of [password, ada, 'eyJ']) expect(text).not.toContain(secret)
    await page.getByLabel('A timeline as a file').setInputFiles(path)
    await page.getByRole('button', { name: 'Close the file' }).waitFor()
    await page.getByLabel('A timeline as a file').setInputFiles({
      name: 'wrong.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{}'),
    })
    await panel().getByRole('alert').getByText('no timeline').waitFor()
    await rm(folder, { recursive: true })
  })
})

it('calls a method, and shows the errors that a form would get', async () => {
  await openPanel()
  await show('Actions')
  await panel().getByText('signIn.create()').click()
  const call = async (secret: string) => {
    await panel().locator('[id="signIn.create-identifier"]').fill(ada)
    await panel().locator('[id="signIn.create-password"]').fill(secret)
    await panel().locator('[id="signIn.create-strategy"]').fill('password')
    await panel().getByRole('button', { name: 'Call' }).and(panel().locator(':visible')).click()
  }
  await call('wrong')
  await panel().getByRole('alert').getByText('form_password_incorrect').waitFor()
  await call(password)
  await expect
    .poll(() => page.evaluate(() => window.clientele.client?.signIn.status))
    .toBe('complete')
  expect(complaints.filter(text => !text.includes('422'))).toEqual([])
})

it('shows the state as it was, and what differs from now', async () => {
  await openPanel()
  await signIn()
  await show('State')
  const choose = page.getByRole('combobox', { name: 'Look at' })
  await choose.selectOption({ index: (await choose.locator('option').count()) - 1 })
  await panel().getByRole('heading', { name: 'Differences' }).waitFor()
  await panel()
    .getByRole('row', { name: /connection\.status/ })
    .waitFor()
  await expect.poll(() => page.evaluate(() => window.clientele.status)).toBe('ready')
})

it('offers the newest of many states, and all of them when asked to', async () => {
  await openPanel()
  await show('State')
  await page.evaluate(async identifier => {
    const client = await window.clientele.load()
    for (let count = 0; count < 60; count++) await client?.signIn.create({ identifier })
  }, ada)
  const options = page.getByRole('combobox', { name: 'Look at' }).locator('option')
  const all = panel().getByRole('button', { name: /^Offer all \d+ states$/ })
  await all.waitFor()
  expect(await options.count()).toBe(101)
  const count = Number((await all.textContent())?.match(/\d+/))
  await all.click()
  await expect.poll(() => options.count()).toBe(count + 1)
  // The first one is chosen, and stays so while others come.
  await page.getByRole('combobox', { name: 'Look at' }).selectOption({ index: count })
  await panel().getByText('A look at what was').waitFor()
})

describe('with an emulator', () => {
  beforeEach(async () => {
    await openPanel()
    await show('Emulator')
  })

  it('puts a code of the inbox into the form of the page', async () => {
    await page.evaluate(
      identifier =>
        window.clientele
          .load()
          .then(client => client?.signIn.create({ identifier, strategy: 'email_code' })),
      'kurt@example.com',
    )
    await panel()
      .getByRole('button', { name: /^Fill in \d{6}$/ })
      .click()
    const field = page.getByRole('textbox', { name: 'Code' })
    await expect.poll(() => field.inputValue()).toMatch(/^\d{6}$/)
    expect(await page.evaluate(() => window.typed)).toBe(await field.inputValue())
  })

  it('leads to the dashboard', async () => {
    const link = panel().getByRole('link', { name: 'Open the dashboard' })
    const address = (await link.getAttribute('href')) ?? ''
    expect(await (await fetch(address)).text()).toContain('<title>')
  })

  it('signs in as somebody without a form', async () => {
    await page.getByRole('searchbox', { name: 'Search for somebody' }).fill('grace')
    await panel()
      .getByRole('button', { name: /^Sign in as Grace/ })
      .click()
    await expect.poll(() => page.evaluate(() => window.clientele.user?.firstName)).toBe('Grace')
    expect(complaints).toEqual([])
  })

  it('moves the clock, breaks the network and mends it, and stages a scenario', async () => {
    const now = emulator.emulator.clock.now()
    await panel().getByRole('button', { name: '+1 h' }).click()
    await expect.poll(() => emulator.emulator.clock.now() - now).toBeGreaterThanOrEqual(3_600_000)
    await panel().getByRole('button', { name: 'No network' }).click()
    await expect.poll(() => emulator.emulator.faults.list().length).toBe(1)
    await panel().getByRole('button', { name: 'Take all away' }).click()
    await expect.poll(() => emulator.emulator.faults.list().length).toBe(0)
    const stage = panel()
      .getByRole('button', { name: /^Stage / })
      .first()
    await stage.click()
    await panel().getByRole('button', { name: 'Really?' }).click()
    await expect.poll(() => emulator.emulator.users.list().map(({ id }) => id)).toBeDefined()
  })
})

it('lets no style in and none out', async () => {
  await openPanel()
  // Inherited, and of the browser's own style for buttons.
  for (const inside of [
    panel().getByText('Status', { exact: true }),
    page.getByRole('tab').first(),
  ])
    expect(await inside.evaluate(element => getComputedStyle(element).letterSpacing)).toBe('normal')
  const own = await page.locator('#own').evaluate(element => {
    const { borderRadius, letterSpacing } = getComputedStyle(element)
    return { borderRadius, letterSpacing }
  })
  expect(own).toEqual({ borderRadius: '0px', letterSpacing: '3px' })
})

it('has only those of ten thousand events in the page that are near what is seen', async () => {
  await openPanel()
  await show('Timeline')
  const events = page.getByRole('listbox', { name: 'Events' })
  await events.waitFor()
  // A file is the quickest way to so many.
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    id: index + 1,
    at: index,
    kind: 'request',
    method: 'GET',
    path: `/client/${index}`,
  }))
  await page.getByLabel('A timeline as a file').setInputFiles({
    name: 'many.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ format: 'clientele-timeline', version: 1, events: many })),
  })
  await events.getByText('GET /client/9999').waitFor()
  // Of several rounds: another program may take the processor in one of them.
  const longest = await page.evaluateHandle(() => {
    const rounds = [0]
    new PerformanceObserver(list => {
      const durations = list.getEntries().map(({ duration }) => duration)
      rounds.push(Math.max(rounds.pop() ?? 0, ...durations))
    }).observe({ type: 'longtask' })
    return rounds
  })
  for (let round = 0; round < 5; round++) {
    for (const key of ['Home', 'PageDown', 'End', 'PageUp']) {
      await events.focus()
      await page.keyboard.press(key)
    }
    await page.getByRole('region', { name: 'Event 9990' }).waitFor()
    await longest.evaluate(rounds => rounds.push(0))
  }
  expect(await events.getByRole('option').count()).toBeLessThan(80)
  const rounds = await longest.jsonValue()
  const [median = 0] = rounds.sort((a, b) => a - b).slice(2)
  expect(median).toBeLessThan(50)
})

it('has nothing that axe finds, in every tab, both schemes, wide and narrow', async () => {
  const looked = await openForAxe(browser)
  try {
    page = looked
    await page.goto(server.url)
    await signIn()
    await openPanel()
    for (const tab of ['Client', 'Timeline', 'Actions', 'State', 'Emulator']) {
      await show(tab)
      await panel().getByRole('tabpanel', { name: tab }).waitFor()
      expect(await findViolations(page, allLooks), tab).toEqual([])
    }
  } finally {
    await looked.context().close()
  }
})

it('takes the focus along when it is opened and closed', async () => {
  const opener = page.getByRole('button', { name: 'Clientele', exact: true })
  const focused = () => page.locator('clientele-devtools :focus').textContent()
  await opener.focus()
  await page.keyboard.press('Enter')
  await expect.poll(focused).toBe('Client')
  await page.keyboard.press('Escape')
  await expect.poll(focused).toBe('Clientele')
  // A page that comes up with it open goes on where it is.
  await page.keyboard.press('Enter')
  await panel().waitFor()
  await page.reload()
  await panel().waitFor()
  expect(await page.evaluate(() => document.activeElement?.localName)).toBe('body')
})

it('keeps keys to itself, and stays open where Escape is for something inside', async () => {
  await openPanel()
  await page.evaluate(() => {
    window.typed = ''
    for (const kind of ['keydown', 'keyup'])
      document.addEventListener(kind, () => {
        window.typed += kind
      })
  })
  await signIn()
  await panel().getByRole('button', { name: 'End the session of Ada' }).press('Enter')
  const asks = panel().getByRole('button', { name: 'Really?' })
  await asks.press('Escape')
  await asks.waitFor({ state: 'detached' })
  await show('Actions')
  await panel().getByText('signIn.create()').click()
  const field = panel().locator('[id="signIn.create-identifier"]')
  await field.pressSequentially('k/')
  await field.press('Escape')
  expect(await field.inputValue()).toBe('k/')
  expect(await page.evaluate(() => window.typed)).toBe('')
})

it('is dark where the system is, whatever the page does to every element', async () => {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { all: unset; --bg: red; --text: red; } body { pointer-events: none; }')
    document.adoptedStyleSheets = [sheet]
  })
  await page.emulateMedia({ colorScheme: 'dark' })
  await openPanel()
  const colours = () =>
    panel().evaluate(element => {
      const { backgroundColor, color } = getComputedStyle(element)
      return [backgroundColor, color]
    })
  expect(await colours()).toEqual(['rgb(22, 24, 29)', 'rgb(232, 234, 240)'])
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await colours()).toEqual(['rgb(255, 255, 255)', 'rgb(28, 31, 38)'])
})

it('keeps its upper edge on a page that becomes smaller, and its selected tab in forced colours', async () => {
  await openPanel()
  await page.setViewportSize({ width: 800, height: 250 })
  expect((await panel().boundingBox())?.y).toBeGreaterThanOrEqual(0)
  await page.getByRole('tab', { name: 'State' }).click()
  await page.setViewportSize({ width: 360, height: 700 })
  const close = await panel().getByRole('button', { name: 'Close the devtools' }).boundingBox()
  const tabs = await panel().getByRole('tablist').boundingBox()
  expect(Math.abs((close?.y ?? 0) - (tabs?.y ?? 0))).toBeLessThan(10)
  await page.emulateMedia({ forcedColors: 'active' })
  const colour = (name: string) =>
    page.getByRole('tab', { name }).evaluate(tab => getComputedStyle(tab).backgroundColor)
  expect(await colour('State')).not.toBe(await colour('Client'))
})

it('is there once, however often it is mounted, and until the last of them is undone', async () => {
  const mount = () => page.evaluate(() => void window.undos.push(window.mountDevtools()))
  const undo = () => page.evaluate(() => window.undos.pop()?.())
  const opener = page.getByRole('button', { name: 'Clientele', exact: true })
  await mount()
  await mount()
  expect(await opener.count()).toBe(1)
  await undo()
  await undo()
  expect(await opener.count()).toBe(1)
  await undo()
  expect(await opener.count()).toBe(0)
  await mount()
  // What a page has removed itself comes again.
  await page.evaluate(() => document.querySelector('clientele-devtools')?.remove())
  await mount()
  expect(await opener.count()).toBe(1)
  expect(complaints).toEqual([])
})

it('keeps no password and no code, in the page, its storages or a file', async () => {
  await openPanel()
  await show('Actions')
  await panel().getByText('signIn.create()').click()
  await panel().locator('[id="signIn.create-identifier"]').fill('kurt@example.com')
  await panel().locator('[id="signIn.create-strategy"]').fill('email_code')
  await panel().getByRole('button', { name: 'Call' }).and(panel().locator(':visible')).click()
  const { code } = await emulator.emulator.inbox.waitFor({ to: 'kurt@example.com' })
  const wrong = 'a wrong password'
  await page.evaluate(
    async ([code, wrong, ada, password]) => {
      const { clientele } = window
      await clientele.client?.signIn
        .attemptFirstFactor({ strategy: 'password', password: wrong })
        .catch(() => undefined)
      await clientele.client?.signIn.attemptFirstFactor({ strategy: 'email_code', code })
      await clientele.client?.signIn.create({ identifier: ada })
      await clientele.client?.signIn.attemptFirstFactor({ strategy: 'password', password })
    },
    [code ?? '', wrong, ada, password] as const, // as: a tuple
  )
  const texts: string[] = []
  for (const tab of ['Client', 'Timeline', 'Actions', 'State']) {
    await show(tab)
    texts.push(
      await page.evaluate(
        () =>
          (document.querySelector('clientele-devtools')?.shadowRoot?.innerHTML ?? '') +
          JSON.stringify({ ...localStorage, ...sessionStorage }),
      ),
    )
  }
  await show('Timeline')
  const folder = await mkdtemp(join(tmpdir(), 'clientele-'))
  const path = join(folder, 'timeline.json')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ])
  await download.saveAs(path)
  texts.push(await readFile(path, 'utf8'))
  await rm(folder, { recursive: true })
  expect(texts.at(-1)).toContain('attempt_first_factor')
  for (const text of texts)
    for (const secret of [password, wrong, code ?? 'none', 'eyJ'])
      expect(text).not.toContain(secret)
})
