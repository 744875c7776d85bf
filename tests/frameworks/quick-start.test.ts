import { afterEach, expect, inject, it } from 'vitest'
import { newProfile, openBrowser } from '../browser/harness/browser.ts'
import { followQuickStart, type QuickStart } from './support/quick-start.ts'

let quickStart: QuickStart | undefined
afterEach(() => quickStart?.close())

it.each(['react', 'vue', 'plain'])(
  'the quick start for %s leads from an empty folder to a page that is signed in',
  async name => {
    quickStart = await followQuickStart(name, inject('packed'))
    const browser = await openBrowser()
    const profile = await newProfile(browser)
    const page = await profile.newPage()
    const wrong: string[] = []
    page.on('pageerror', ({ message }) => wrong.push(message))
    await page.goto(quickStart.url)

    // A wrong password says so first.
    await page.getByLabel('Email').fill('ada@example.com')
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').filter({ hasText: /\w/ }).waitFor()
    await page.getByLabel('Password').fill('correct horse battery')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('heading', { name: 'Hello Ada' }).waitFor()

    await page.reload()
    await page.getByRole('heading', { name: 'Hello Ada' }).waitFor()

    const second = await profile.newPage()
    await second.goto(quickStart.url)
    await second.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('heading', { name: 'Sign in' }).waitFor()
    expect(wrong).toEqual([])
    await profile.close()
    await browser.close()
  },
  300_000,
)
