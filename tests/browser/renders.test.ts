import { readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { signInAs } from '@clientele/emulator/testing'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newProfile } from './harness/browser.ts'
import { type PageStage, setPageStage } from './harness/page-stage.ts'
import { matrix } from './harness/sets.ts'
import { inWorkspace } from './harness/workspace.ts'
import type { Acts } from './pages/renders/acts.ts'
import type { Tally } from './pages/renders/tally.ts'

// A hundred readers of each hook in one page, ours and the vendor's, of one client: who renders for
// what.

const versions = createRequire(import.meta.url)('./package.json').devDependencies
const readers = 100
const password = 'correct horse battery'

let stage: PageStage
let profile: BrowserContext
let page: Page
let users: { readonly active: string; readonly other: string }

/** Events, in the order of the table's columns. */
const events = [
  'reload, unchanged',
  'touch, unchanged',
  'window focus',
  'token refreshed',
  'other session changed',
  'active user changed',
  'touch, times move',
] as const
type Event = (typeof events)[number]

beforeAll(async () => {
  const vendor = dirname(createRequire(import.meta.url).resolve('@clerk/clerk-js'))
  stage = await setPageStage('renders', { cdn: vendor })
})
afterAll(() => stage?.close())
beforeEach(async () => {
  const { emulator } = stage.emulator
  emulator.reset()
  profile = await newProfile(stage.browser)
  page = await profile.newPage()
  countRequests()
  const create = (emailAddress: string, firstName: string) =>
    emulator.users.create({ emailAddress, password, firstName }).id
  users = { other: create('bob@example.com', 'Bob'), active: create('ada@example.com', 'Ada') }
})
afterEach(() => profile?.close())

/** Requests of the page that have no answer yet. */
let waiting = 0

const countRequests = () => {
  waiting = 0
  const answered = () => void waiting--
  page.on('request', () => void waiting++)
  page.on('requestfinished', answered).on('requestfailed', answered)
}

/** Nothing is asked any more, and what followed from the answers is on the screen. */
const settle = async () => {
  for (let calm = 0; calm < 10; calm = waiting > 0 ? 0 : calm + 1)
    await page.evaluate(
      () => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))),
    )
}

const open = async (framework: string) => {
  const { publishableKey, url } = stage.emulator
  for (const userId of [users.other, users.active]) await signInAs(page, { url, userId })
  const script = `${stage.url}/cdn/clerk.browser.js`
  await page.goto(
    `${stage.url}/?${new URLSearchParams({ framework, key: publishableKey, proxy: url, script })}`,
  )
  await expect.poll(() => page.evaluate(() => window.renders?.isReady())).toBe(true)
  await settle()
}

const both = (act: keyof Acts) =>
  page.evaluate(async act => {
    await window.renders.acts.clientele[act]()
    await window.renders.acts.vendor[act]()
  }, act)

/** From here on the server answers a touch as it did the last time, and nothing comes of it. */
const holdTouches = async () => {
  await both('touch')
  await both('reload')
  return stage.emulator.emulator.faults.add({
    kind: 'stale',
    method: 'POST',
    path: '/v1/client/sessions/:id/touch',
  })
}

const cause: Readonly<Record<Event, () => Promise<unknown>>> = {
  'reload, unchanged': () => both('reload'),
  'touch, unchanged': () => both('touch'),
  'window focus': () => page.evaluate(() => void window.dispatchEvent(new Event('focus'))),
  'token refreshed': () => both('refreshToken'),
  'other session changed': () => {
    stage.emulator.emulator.users.update(users.other, { firstName: 'Robert' })
    return both('reload')
  },
  'active user changed': () => {
    stage.emulator.emulator.users.update(users.active, { firstName: 'Augusta' })
    return both('reloadUser')
  },
  'touch, times move': () => both('touch'),
}

/**
 * What each event asks of the server for our readers: an event that asked for nothing would prove
 * nothing.
 */
const asked: Readonly<Record<Event, RegExp>> = {
  'reload, unchanged': /^GET \/v1\/client$/,
  'touch, unchanged': /^POST \/v1\/client\/sessions\/\w+\/touch$/,
  'window focus': /^GET \/v1\/client$/,
  'token refreshed': /^POST \/v1\/client\/sessions\/\w+\/tokens$/,
  'other session changed': /^GET \/v1\/client$/,
  'active user changed': /^GET \/v1\/client$/,
  'touch, times move': /^POST \/v1\/client\/sessions\/\w+\/touch$/,
}

const measure = async (): Promise<Readonly<Record<Event, Readonly<Record<string, Tally>>>>> => {
  const entries: [string, Readonly<Record<string, Tally>>][] = []
  const release = await holdTouches()
  await settle()
  for (const event of events) {
    if (event === 'touch, times move') release()
    await page.evaluate(() => window.renders.take())
    const before = stage.emulator.emulator.requests.length
    await cause[event]()
    await settle()
    entries.push([event, await page.evaluate(() => window.renders.take())])
    const requests = stage.emulator.emulator.requests
      .slice(before)
      .map(({ method, path }) => `${method} ${path}`)
    expect(requests, event).toContainEqual(expect.stringMatching(asked[event]))
  }
  return Object.fromEntries(entries) as never // as: one for each event
}

/** Our hooks whose readers all depend on something, by what Vue says. */
const tracking = async () => {
  const tallies = await page.evaluate(() => window.renders.take())
  return ours.filter(hook => tallies[`${hook} tracked`]?.readers === readers)
}

const all = { renders: readers, readers }

/** Who renders, once each; nobody else does, for nothing else. */
const expected: Readonly<Partial<Record<Event, readonly string[]>>> = {
  'other session changed': ['useClient()', 'useSessions()'],
  'active user changed': [
    'useClient()',
    'useSession()',
    'useSession(id)',
    'useSessions()',
    'useUser()',
  ],
  'touch, times move': ['useClient()', 'useSession()', 'useSession(id)', 'useSessions()'],
}

const ours = [
  'useClient()',
  'useClient(selector)',
  'useSession()',
  'useSession(id)',
  'useSessions()',
  'useUser()',
  'useAuth()',
  'useStatus()',
  'useClienteleStore()',
  'useSignIn()',
  'useSignUp()',
].map(hook => `clientele ${hook}`)
const vendors = ['useUser()', 'useAuth()', 'useSession()'].map(hook => `vendor ${hook}`)

const tables = new Map<string, string>()

const toTable = (framework: string, measured: Awaited<ReturnType<typeof measure>>): string => {
  const name = (hook: string) =>
    hook.replace('clientele ', '').replace('vendor ', `@clerk/${framework} `)
  const row = (hook: string) =>
    [name(hook), ...events.map(event => measured[event][hook]?.renders ?? 0)].join(' | ')
  const head = ['Hook', ...events].join(' | ')
  const line = ['---', ...events.map(() => '--:')].join('|')
  return [
    `| ${head} |`,
    `|${line}|`,
    ...[...ours, ...vendors].map(hook => `| ${row(hook)} |`),
  ].join('\n')
}

describe.each(['react', 'vue'])(
  'a hundred readers of each hook of @clientele/%s',
  matrix,
  framework => {
    it('render for what they show, once, and for nothing else', async () => {
      await open(framework)
      if (framework === 'vue')
        expect(await tracking()).toEqual(
          ours.filter(hook => hook !== 'clientele useClienteleStore()'),
        )
      const measured = await measure()
      tables.set(framework, toTable(framework, measured))
      for (const event of events) {
        const wanted = (expected[event] ?? []).map(hook => `clientele ${hook}`)
        const renders = Object.entries(measured[event]).filter(([hook]) => ours.includes(hook))
        expect(Object.fromEntries(renders), event).toEqual(
          Object.fromEntries(wanted.map(hook => [hook, all])),
        )
        // Vue says of its own accord what caused a render: nothing did that came to nothing.
        const triggered = Object.keys(measured[event]).filter(hook =>
          /^clientele .* triggered$/.test(hook),
        )
        const known = framework === 'vue' ? wanted.map(hook => `${hook} triggered`) : []
        expect(triggered.sort(), event).toEqual(known.sort())
      }
    })
  },
)

const written = inWorkspace('docs/renders.md')

/**
 * Without the vendor's lines: theirs were measured too, and may depend on when their requests end.
 */
const withoutVendor = (text: string) => text.replace(/^\| @clerk.*\n?/gm, '')

it('the table in the documentation is what was measured here', matrix, async () => {
  const text = `# Who renders for what

A hundred mounted readers of each hook, in one page in Chromium, with the vendor's adapters beside them in the same page, over one client with two sessions at the emulator. Each figure is the number of renders of all
hundred readers together for one event: 100 is once each. React is counted by its \`Profiler\`, Vue by \`onUpdated\`. \`window focus\` is with the module \`revalidate\`, which reads the client again.
An unchanged touch is answered as the one before. \`changed\` is a first name that was changed at the server, and then asked for: by \`client.reload()\`, and for the active user in the vendor's case by \`user.reload()\`, since
its hooks hear of no other. The last column is a touch as a server answers it, with new times in the session: whoever reads the whole session has something new to show.

Measured by \`tests/browser/renders.test.ts\`, which fails when this page says anything else of our hooks; \`RENDERS_WRITE=1\` writes it.

## React ${versions.react}, beside \`@clerk/react\` ${versions['@clerk/react']}

${tables.get('react')}

## Vue ${versions.vue}, beside \`@clerk/vue\` ${versions['@clerk/vue']}

${tables.get('vue')}
`
  if (process.env.RENDERS_WRITE) await writeFile(written, text)
  expect(withoutVendor(await readFile(written, 'utf8'))).toBe(withoutVendor(text))
})
