import { type PreloadOptions, preloadPlugin, preloadTag } from '@clientele/core/server'
import { publishableKeyFor } from '@clientele/emulator'
import { signInAs } from '@clientele/emulator/testing'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newProfile } from './harness/browser.ts'
import { listenForComplaints } from './harness/complaints.ts'
import { type PageStage, setPageStage } from './harness/page-stage.ts'
import { inWorkspace } from './harness/workspace.ts'
import type {} from './pages/tabs/main.ts'

// What a page with the tag sends: one request, whoever asks for it.

let stage: PageStage
let profile: BrowserContext
let page: Page
let head = ''

beforeAll(async () => {
  stage = await setPageStage('tabs', { head: () => head })
})
afterAll(() => stage?.close())
beforeEach(async () => {
  stage.emulator.emulator.reset()
  profile = await newProfile(stage.browser)
  page = await profile.newPage()
})
afterEach(() => profile?.close())

/** Opens the page with something in its head, and waits until its store knows the client. */
const open = async (host: string, tag: string, { publishableKey, ...options }: PreloadOptions) => {
  const url = new URL(stage.url.replace('127.0.0.1', host))
  const { proxyUrl: proxy, domain } = options
  url.search = new URLSearchParams(
    Object.entries({ key: publishableKey, proxy, domain }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  ).toString()
  head = tag
  const complaints = await listenForComplaints(page)
  await page.goto(url.href)
  await page.evaluate(() => window.loaded)
  return complaints
}

/** The emulator stands for the instances that the keys below name. */
const answer = async (route: Route) => {
  const request = route.request()
  const { pathname, search } = new URL(request.url())
  const path = pathname.replace('/__clerk', '') + search
  const { emulator } = stage.emulator
  const response = await emulator.fetch(path, { headers: await request.allHeaders() })
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  })
}

/** How often the client was read, and by what. */
const reads = () => stage.emulator.emulator.requests.filter(({ path }) => path === '/v1/client')

/** At its own host, where the browser has the cookie of somebody. */
const isOfEmulator = ({ publishableKey, proxyUrl }: PreloadOptions) =>
  publishableKey === stage.emulator.publishableKey || proxyUrl !== undefined

const live = publishableKeyFor('clerk.example.com', 'live')
const test = publishableKeyFor('clerk.example.com', 'test')

describe('a preloaded client', () => {
  it.each<[string, string, () => PreloadOptions]>([
    ['an emulator', '127.0.0.1', () => ({ publishableKey: stage.emulator.publishableKey })],
    ['an emulator', 'localhost', () => ({ publishableKey: stage.emulator.publishableKey })],
    ['a proxy', '127.0.0.1', () => ({ publishableKey: live, proxyUrl: stage.emulator.url })],
    ['a path', '127.0.0.1', () => ({ publishableKey: live, proxyUrl: '/__clerk' })],
    ['production', '127.0.0.1', () => ({ publishableKey: live })],
    ['a host in development', '127.0.0.1', () => ({ publishableKey: test })],
    ['a satellite', '127.0.0.1', () => ({ publishableKey: live, domain: 'satellite.test' })],
    ['one in development', '127.0.0.1', () => ({ publishableKey: test, domain: 'b.test' })],
  ])('is the one that the store takes: %s, from %s', async (_, host, makeOptions) => {
    const options = makeOptions()
    await profile.route(/^https:|\/__clerk\//, answer)
    const { id: userId } = stage.emulator.emulator.users.create({ emailAddress: 'ada@example.com' })
    await signInAs(page, { url: stage.emulator.url.replace('127.0.0.1', host), userId })
    const before = reads().length
    const pageUrl = stage.url.replace('127.0.0.1', host)
    const complaints = await open(host, preloadTag({ ...options, pageUrl }), options)
    expect(complaints).toEqual([])
    expect(reads().length - before).toBe(1)
    const isSignedIn = await page.evaluate(() => window.clientele.isSignedIn)
    expect(isSignedIn).toBe(isOfEmulator(options))
  })

  it('is asked for twice when anything of it is another', async () => {
    const options = { publishableKey: stage.emulator.publishableKey }
    const tag = preloadTag({ ...options, pageUrl: stage.url })
    await open('127.0.0.1', tag.replace('use-credentials', 'anonymous'), options)
    expect(reads()).toHaveLength(2)
  })

  it('is in the page that Vite makes with the plugin', async () => {
    const options = { publishableKey: live, proxyUrl: '/__clerk' }
    const built = await build({
      root: inWorkspace('tests/browser/pages/tabs'),
      configFile: inWorkspace('tests/browser/pages/tabs/vite.config.ts'),
      logLevel: 'error',
      plugins: [preloadPlugin(options)],
      build: { write: false },
    })
    const { output } = [built].flat().find(each => 'output' in each) ?? { output: [] }
    const html = output.find(({ fileName }) => fileName === 'index.html')
    const made = html && 'source' in html ? String(html.source) : ''
    const element = preloadTag(options)
    expect(made).toContain(element)
    expect(made.indexOf(element)).toBeLessThan(made.indexOf('<script'))
  })
})
