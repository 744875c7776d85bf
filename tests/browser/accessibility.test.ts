import { type Listening, listen } from '@clientele/emulator/node'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exampleNames as startNames } from '../../examples/start/examples.mjs'
import { seed } from '../../examples/start/people.mjs'
import { serveStartPage } from '../../scripts/support/serve-start-page.mjs'
import { createApplication } from './harness/application.ts'
import { findViolations, openForAxe } from './harness/axe.ts'
import { openBrowser } from './harness/browser.ts'
import { exampleNames, setExampleStage } from './harness/example-stage.ts'
import { describeEach } from './harness/sets.ts'
import { testCode } from './harness/test-code.ts'

const ada = 'ada+clerk_test@example.com'
const password = 'correct horse battery'

/** The playground is the example in React with the panel open. */
const pages = [...exampleNames, 'playground']

describeEach('axe finds nothing wrong with the %s example', pages, 'react', name => {
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
