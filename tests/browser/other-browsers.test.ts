import { type Listening, listen } from '@clientele/emulator/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runsOn } from '../runs-on.ts'
import type { DrivenBrowser, Tab } from './drivers/driven.ts'
import { openFirefox } from './drivers/firefox.ts'
import { createPerson } from './drivers/person.ts'
import { openWebKit } from './drivers/webkit.ts'
import { axeSource } from './harness/axe.ts'
import { exampleNames, type ServedExample, serveExample } from './harness/example-stage.ts'
import { matrix } from './harness/sets.ts'
import { builtOf } from './harness/shared.ts'
import { type StaticServer, serveFolder } from './harness/static-server.ts'

const ada = 'ada+clerk_test@example.com'
const password = 'correct horse battery'
const code = '424242'

// The other tests are run by Chromium.
describe.each([
  ['Firefox', openFirefox],
  ['WebKit', openWebKit],
])('in %s', matrix, (_, open) => {
  let served: ServedExample
  let browser: DrivenBrowser

  beforeAll(async () => {
    served = await serveExample('react')
    browser = await open()
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  it.each(exampleNames)(
    'the %s example signs up, survives a reload, signs two tabs out at once and in again',
    async name => {
      served.emulator.emulator.reset()
      const url = name === 'react' ? served.url : await served.add(name)
      const tabs = [await browser.newTab(), await browser.newTab()] as const // as: a tuple
      const [first, second] = [createPerson(tabs[0]), createPerson(tabs[1])]
      const bothSee = async (text: string) => {
        for (const person of [first, second]) await person.sees('h1', text)
      }

      await first.open(`${url}/#sign-up`)
      await first.fill('#emailAddress', ada)
      await first.fill('#password', password)
      await first.click('form .button--primary')
      await first.fill('#code', code)
      await first.click('form .button--primary')
      await first.sees('h1', `Hello ${ada}`)

      await first.open(url)
      await second.open(url)
      await bothSee(`Hello ${ada}`)

      await first.click('.menu-button')
      await first.click('#accounts button:last-of-type')
      await bothSee('Sign in')

      await second.fill('#identifier', ada)
      await second.click('form .button--primary')
      await second.fill('#password', password)
      await second.click('form .button--primary')
      await bothSee(`Hello ${ada}`)
      for (const tab of tabs) await tab.close()
      runsOn('Browsers', browser.name, browser.version)
    },
  )
})

describe('the panel in Firefox', matrix, () => {
  let emulator: Listening
  let server: StaticServer
  let browser: DrivenBrowser
  let tab: Tab

  beforeAll(async () => {
    emulator = await listen()
    // Its policy is Chromium's part of the tests: axe has to get in here.
    server = await serveFolder(await builtOf('tests/browser/pages/devtools'), {
      publishableKey: emulator.emulator.publishableKey,
    })
    browser = await openFirefox()
    tab = await browser.newTab()
    await tab.open(server.url)
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await emulator?.close()
  })

  const press = (value: string) =>
    tab.act({
      type: 'key',
      id: 'keyboard',
      actions: [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ],
    })
  // WebDriver's names of keys.
  const [tabKey, enter, right] = ['\uE004', '\uE007', '\uE014']
  const focused = () =>
    tab.evaluate(() => {
      const { activeElement } = document
      return activeElement?.shadowRoot?.activeElement?.textContent ?? activeElement?.tagName ?? ''
    })
  const shown = () =>
    tab.evaluate(() => {
      const root = document.querySelector('clientele-devtools')?.shadowRoot
      return root?.querySelector('[role=tabpanel]')?.getAttribute('aria-labelledby') ?? ''
    })
  /** What axe finds; it takes its time, so the page keeps it until it is asked for. */
  const violations = async () => {
    await tab.evaluate(() => {
      // as: put in above
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      delete document.body.dataset.axe
      void axe.run(document, { resultTypes: ['violations'] }).then(results => {
        document.body.dataset.axe = results.violations.map(({ id }) => id).join(' ')
      })
      return true
    })
    const read = () => tab.evaluate(() => document.body.dataset.axe ?? null)
    await expect.poll(read).not.toBeNull()
    return read()
  }

  it('has each tab by keyboard, and nothing that axe finds', async () => {
    await expect
      .poll(() => tab.evaluate(() => Boolean(document.querySelector('clientele-devtools'))))
      .toBe(true)
    await tab.evaluate(
      source => {
        const script = document.createElement('script')
        script.textContent = source
        document.head.append(script)
        return true
      },
      await axeSource,
    )
    await expect.poll(() => press(tabKey).then(focused)).toBe('Clientele')
    await press(enter)
    // The focus goes along.
    await expect.poll(focused).toBe('Client')
    for (const name of ['Timeline', 'Actions', 'State', 'Emulator', 'Client']) {
      await press(right)
      await expect.poll(focused).toBe(name)
      await expect.poll(shown).toBe(`tab-${name}`)
      expect(await violations(), name).toBe('')
    }
  })
})
