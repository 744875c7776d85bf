import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile } from './harness/browser.ts'
import { type Stage, setExampleStage } from './harness/example-stage.ts'
import { createPlaygroundPage, testCode } from './harness/playground-page.ts'

const ada = 'ada+clerk_test@example.com'
const password = 'correct horse battery'

/** What has the focus, as a screen reader would name it, and whether one can see that. */
const readFocus = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement
    if (!(active instanceof HTMLElement)) return { name: '', visible: false }
    const label = active instanceof HTMLInputElement ? active.labels?.[0]?.textContent : undefined
    const { outlineStyle, outlineWidth } = getComputedStyle(active)
    return {
      name: (active.getAttribute('aria-label') ?? label ?? active.textContent ?? '').trim(),
      visible: outlineStyle !== 'none' && outlineWidth !== '0px',
    }
  })

describe('the playground without a mouse', () => {
  let stage: Stage
  let profile: BrowserContext
  let page: Page

  beforeAll(async () => {
    stage = await setExampleStage('playground')
    profile = await newProfile(stage.browser)
    page = await profile.newPage()
  })
  afterAll(() => stage?.close())

  const focusIs = async (name: string) => {
    await expect.poll(async () => (await readFocus(page)).name).toBe(name)
    expect(await readFocus(page)).toEqual({ name, visible: true })
  }
  /** Tabs on until something has that name: the order of the page is its own. */
  const tabTo = async (name: string, key = 'Tab') => {
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press(key)
      const focus = await readFocus(page)
      if (focus.name === name) return
    }
    throw new Error(`No ${key} leads to ${name}`)
  }

  it('signs up, removes the session, signs in again and signs out', async () => {
    const example = createPlaygroundPage(page, stage.url)
    await page.goto(stage.url)
    await page.getByText('ready', { exact: true }).waitFor()

    await tabTo('E-mail address')
    await focusIs('E-mail address')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type(ada)
    await page.keyboard.press('Tab')
    await focusIs('Password (optional)')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')

    await focusIs('Code')
    await page.keyboard.type(testCode)
    await example.isInUse(ada)
    await focusIs('Sessions')

    await tabTo(`Remove the session of ${ada}`)
    await page.keyboard.press('Enter')
    await page.getByText('No sessions on this device yet').waitFor()
    await focusIs('Sessions')

    await tabTo('Password', 'Shift+Tab')
    await page.keyboard.type(password)
    await page.keyboard.press('Enter')
    await example.isInUse(ada)
    await focusIs('Sessions')

    await tabTo('Sign out of all')
    await page.keyboard.press('Space')
    await page.getByText('No sessions on this device yet').waitFor()
    await focusIs('Sessions')
  })

  it('chooses the e-mail code with the arrow keys', async () => {
    const example = createPlaygroundPage(page, stage.url)
    await page.goto(stage.url)
    await page.getByText('ready', { exact: true }).waitFor()
    await tabTo('E-mail address, phone number or user name')
    await page.keyboard.type(ada)
    await page.keyboard.press('Tab')
    await focusIs('Password')
    await page.keyboard.press('ArrowRight')
    await focusIs('E-mail code')
    await page.keyboard.press('Enter')
    await focusIs('Code')
    await page.keyboard.type(testCode)
    await example.isInUse(ada)
    await focusIs('Sessions')
  })
})
