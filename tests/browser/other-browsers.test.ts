import { afterAll, beforeAll, describe, it } from 'vitest'
import { runsOn } from '../runs-on.ts'
import type { DrivenBrowser } from './drivers/driven.ts'
import { openFirefox } from './drivers/firefox.ts'
import { createPerson } from './drivers/person.ts'
import { openWebKit } from './drivers/webkit.ts'
import { exampleNames, type ServedExample, serveExample } from './harness/example-stage.ts'
import { matrix } from './harness/sets.ts'

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
      const showIn = async (selector: string, text: string) => {
        for (const person of [first, second]) await person.sees(selector, text)
      }

      await first.open(url)
      await first.sees('.masthead', 'Signed out')
      await first.fill('#sign-up-email', ada)
      await first.fill('#sign-up-password', password)
      await first.click('#sign-up form [type=submit]')
      await first.fill('#sign-up-code', code)
      await first.sees('#sessions [aria-current=true]', ada)

      await first.open(url)
      await first.sees('#sessions [aria-current=true]', ada)
      await second.open(url)
      await second.sees('#sessions [aria-current=true]', ada)

      await first.click('#sessions > .actions button')
      await showIn('.masthead', 'Signed out')
      await showIn('#sessions .empty', 'No sessions on this device yet')

      await second.fill('#sign-in-identifier', ada)
      await second.fill('#sign-in-password', password)
      await second.click('#sign-in form [type=submit]')
      await showIn('#sessions [aria-current=true]', ada)
      for (const tab of tabs) await tab.close()
      runsOn('Browsers', browser.name, browser.version)
    },
  )
})
