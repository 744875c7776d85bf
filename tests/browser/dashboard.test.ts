import { type Listening, listen } from '@clientele/emulator/node'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { newProfile, openBrowser } from './harness/browser.ts'
import { listenForComplaints } from './harness/complaints.ts'

let listening: Listening
let browser: Browser
let profile: BrowserContext
let page: Page
let complaints: readonly string[]

beforeAll(async () => {
  listening = await listen()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await listening?.close()
})
beforeEach(async () => {
  listening.emulator.reset()
  profile = await newProfile(browser)
  page = await profile.newPage()
  complaints = await listenForComplaints(page)
  await page.goto(listening.url)
  await page.locator('body[data-state=ready]').waitFor()
})
afterEach(() => profile?.close())

const region = (name: string) => page.getByRole('region', { name })
const ada = 'ada@example.com'

it('shows what happens while it happens: users, messages, sessions and requests', async () => {
  const { emulator } = listening
  await region('Users').getByText('Nobody yet').waitFor()
  emulator.users.create({ emailAddress: ada, password: 'correct horse' })
  await region('Users').getByText(ada).waitFor()
  const { fetch } = emulator.agent()
  const send = (fields: Record<string, string>) =>
    fetch('/v1/client/sign_ins', { method: 'POST', body: new URLSearchParams(fields) })
  await send({ identifier: ada, strategy: 'email_code' })
  const { code } = await emulator.inbox.waitFor({ to: ada })
  await region('Inbox')
    .getByText(code ?? 'none')
    .waitFor()
  await send({ identifier: ada, strategy: 'password', password: 'correct horse' })
  await region('Sessions').getByText('active').waitFor()
  await region('Requests').getByText('POST /v1/client/sign_ins').first().waitFor()
  await region('Requests').getByText('What was sent').first().click()
  expect(await page.content()).not.toContain('correct horse')
  expect(complaints).toEqual([])
})

it('controls: makes a user, revokes a session, moves the clock, adds a fault, changes a setting, forgets everything', async () => {
  const { emulator } = listening
  await region('Users').getByLabel('Email address').fill(ada)
  await region('Users').getByLabel('Password, if any').fill('correct horse')
  await region('Users').getByRole('button', { name: 'Make a user' }).click()
  await region('Users')
    .getByRole('button', { name: `Delete ${ada}` })
    .waitFor()
  const body = new URLSearchParams({ identifier: ada, strategy: 'password', password: 'correct horse' })
  await emulator.agent().fetch('/v1/client/sign_ins', { method: 'POST', body })
  await region('Sessions')
    .getByRole('button', { name: /^Revoke/ })
    .click()
  await region('Sessions').getByText('revoked').waitFor()
  expect(emulator.sessions.list().map(({ status }) => status)).toEqual(['revoked'])

  const before = emulator.clock.now()
  await page.getByRole('button', { name: 'A day on' }).click()
  await expect.poll(() => emulator.clock.now() - before).toBeGreaterThan(86_000_000)
  await page.getByRole('button', { name: 'Stand still' }).click()
  await page.getByText('standing still').waitFor()

  await region('Faults').getByRole('button', { name: 'Let it fail' }).click()
  await region('Faults').getByText('status · any /v1/client').waitFor()
  expect((await emulator.fetch('/v1/client')).status).toBe(500)

  await region('Settings').getByLabel('singleSession').check()
  await expect.poll(() => emulator.settings.read().singleSession).toBe(true)

  await page.getByRole('button', { name: 'Forget everything' }).click()
  await region('Users').getByText('Nobody yet').waitFor()
  expect(complaints).toEqual([])
})

it('says why something cannot be done', async () => {
  listening.emulator.users.create({ emailAddress: ada })
  await region('Users').getByLabel('Email address').fill(ada)
  await region('Users').getByRole('button', { name: 'Make a user' }).click()
  await page.getByRole('alert').getByText('belongs to the user').waitFor()
})

it('shows what users typed as text, whatever it is', async () => {
  const emailAddress = '"<img/src=x>"@example.com'
  listening.emulator.users.create({ emailAddress })
  await region('Users').getByText(emailAddress).waitFor()
  expect(await page.locator('img').count()).toBe(0)
})

it('is usable without a mouse, and on a narrow screen', async () => {
  await page.setViewportSize({ width: 390, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const reached = new Set<string>()
  for (let count = 0; count < 60; count++) {
    await page.keyboard.press('Tab')
    reached.add(await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || ''))
  }
  for (const control of ['minute', 'freeze', 'reset', 'setting-singleSession', 'Make a user', 'Let it fail'])
    expect([...reached]).toContain(control)
})
