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
