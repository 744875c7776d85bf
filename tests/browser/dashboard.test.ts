import { type Listening, listen } from '@clientele/emulator/node'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { newProfile, openBrowser } from './harness/browser.ts'
import { listenForComplaints } from './harness/complaints.ts'
import { held } from './harness/held.ts'
import { matrix } from './harness/sets.ts'

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

// A heading has its count beside its name.
const region = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}\\b`) })
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

it('copies the keys for clients and servers', async () => {
  const { emulator } = listening
  await profile.grantPermissions(['clipboard-read', 'clipboard-write'])
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await page.getByRole('button', { name: 'Copy the publishable key' }).click()
  await page.getByText('Copied').waitFor()
  expect(await copied()).toBe(emulator.publishableKey)
  await page.getByRole('button', { name: 'Copy the secret key' }).click()
  await page.getByText('Copied').nth(1).waitFor()
  expect(await copied()).toBe(emulator.secretKey)
  await page.getByText('CLERK_JWT_KEY').click()
  await page.getByRole('button', { name: 'Copy the public key' }).click()
  await page.getByText('Copied').nth(2).waitFor()
  expect((await copied()).trim()).toBe(emulator.jwtKey.trim())
  expect(complaints).toEqual([])
})

it('makes a user, revokes a session, forgets everything', async () => {
  const { emulator } = listening
  await region('Users').getByLabel('Email address').fill(ada)
  await region('Users').getByLabel('Password, if any').fill('correct horse')
  await region('Users').getByRole('button', { name: 'Create user' }).click()
  await region('Users')
    .getByRole('button', { name: `Delete ${ada}` })
    .waitFor()
  const body = new URLSearchParams({
    identifier: ada,
    strategy: 'password',
    password: 'correct horse',
  })
  await emulator.agent().fetch('/v1/client/sign_ins', { method: 'POST', body })
  await region('Sessions')
    .getByRole('button', { name: /^Revoke/ })
    .click()
  await region('Sessions').getByText('revoked').waitFor()
  expect(emulator.sessions.list().map(({ status }) => status)).toEqual(['revoked'])

  const reset = page.getByRole('button', { name: 'Reset emulator' })
  await reset.click()
  expect(emulator.users.list()).toHaveLength(1)
  await reset.click()
  await region('Users').getByText('Nobody yet').waitFor()
  expect(complaints).toEqual([])
})

it('shows attempts and how far they are, without what proves them', async () => {
  const { emulator } = listening
  emulator.users.create({ emailAddress: ada, password: 'correct horse' })
  const { fetch } = emulator.agent()
  const post = async (path: string, fields: Record<string, string>) =>
    (
      await fetch(`/v1/client/${path}`, { method: 'POST', body: new URLSearchParams(fields) })
    ).json()
  await region('Attempts').getByText('Nobody is signing in or up.').waitFor()
  const { response } = await post('sign_ins', { identifier: ada })
  const attempt = region('Attempts').getByRole('listitem').filter({ hasText: ada })
  await attempt.getByText('needs first factor').waitFor()
  await attempt.getByText('password, email_code').waitFor()
  await post(`sign_ins/${response.id}/prepare_first_factor`, { strategy: 'email_code' })
  await post(`sign_ins/${response.id}/attempt_first_factor`, {
    strategy: 'email_code',
    code: '000000',
  })
  await attempt.getByText('unverified').waitFor()
  await expect.poll(() => attempt.textContent()).toMatch(/email_code · 1 try · ends in 9 min/)
  const code = emulator.inbox.latest()?.code ?? ''
  expect(await region('Attempts').textContent()).not.toContain(code)
  await post(`sign_ins/${response.id}/attempt_first_factor`, { strategy: 'email_code', code })
  await attempt.getByText('complete').waitFor()
  await post('sign_ups', { email_address: 'new@example.com', password: 'correct horse' })
  const signUp = region('Attempts').getByRole('listitem').filter({ hasText: 'new@example.com' })
  await signUp.getByText('missing requirements').waitFor()
  expect(await signUp.textContent()).toMatch(/sign-up · .*needs ?email_address/)
  expect(complaints).toEqual([])
})

it('has the clock: frozen, unfrozen, advanced by presets and by any amount, and how far it is off', async () => {
  const { clock } = listening.emulator
  const section = region('Clock')
  await section.getByText('the time of this machine').waitFor()
  const freeze = section.getByRole('button', { name: 'Freeze' })
  expect(await freeze.getAttribute('aria-pressed')).toBe('false')
  await freeze.click()
  const unfreeze = section.getByRole('button', { name: 'Unfreeze', pressed: true })
  await unfreeze.waitFor()
  await section.getByText('standing still').waitFor()
  const frozenAt = clock.now()
  await section.getByRole('button', { name: '+10 min' }).click()
  await expect.poll(() => clock.now() - frozenAt).toBe(600_000)
  await section.getByText(/^(10 min|9 min \d+ s) ahead of this machine/).waitFor()
  await section.getByRole('spinbutton', { name: 'Advance by' }).fill('1.5')
  await section.getByRole('combobox', { name: 'Unit' }).selectOption('days')
  await section.getByRole('button', { name: 'Advance', exact: true }).press('Enter')
  await expect.poll(() => clock.now() - frozenAt).toBe(600_000 + 129_600_000)
  const shown = await page.evaluate(now => new Date(now).toLocaleString(), clock.now())
  await section.getByText(shown, { exact: true }).waitFor()
  await unfreeze.click()
  await expect.poll(() => clock.frozen).toBe(false)
  await section.getByRole('button', { name: 'Back to the real time' }).click()
  await section.getByText('the time of this machine').waitFor()
  expect(complaints).toEqual([])
})

it('has every kind of fault with its parameters, presets, removal, and scenarios', async () => {
  const { faults, users } = listening.emulator
  const section = region('Faults')
  await section.getByText('No faults.').waitFor()
  await section.getByText('A fault of your own').click()
  const field = (name: string) =>
    section.getByRole('spinbutton', { name }).or(section.getByRole('textbox', { name }))
  const add = async (kind: string, fields: Record<string, string> = {}) => {
    await section.getByRole('combobox', { name: 'Kind' }).selectOption(kind)
    for (const [name, value] of Object.entries(fields)) await field(name).fill(value)
    const before = faults.list().length
    await section.getByRole('button', { name: 'Add fault' }).click()
    await expect.poll(() => faults.list().length).toBe(before + 1)
    return faults.list().at(-1)?.fault
  }
  expect(
    await add('status', { Status: '429', 'Retry-After, if any': '10', 'How often': '3' }),
  ).toEqual({
    kind: 'status',
    path: '/v1/client',
    status: 429,
    retryAfter: '10',
    count: 3,
  })
  await section.getByText('met 0 of 3').waitFor()
  await section.getByRole('combobox', { name: 'Method' }).selectOption('POST')
  await section.getByRole('combobox', { name: 'Route' }).fill('/v1/client/sign_ins')
  await field('How often').fill('')
  expect(
    await add('latency', { Milliseconds: '250', 'Requests to let pass': '2', 'How likely': '0.5' }),
  ).toEqual({
    kind: 'latency',
    method: 'POST',
    path: '/v1/client/sign_ins',
    ms: 250,
    before: 'request',
    after: 2,
    probability: 0.5,
  })
  expect(
    await add('rewrite', { 'Values by their paths': '{"response.status":"new"}' }),
  ).toMatchObject({
    values: { 'response.status': 'new' },
  })
  const kinds = await section
    .getByRole('combobox', { name: 'Kind' })
    .locator('option')
    .allTextContents()
  const untried = kinds.filter(kind => !['status', 'latency', 'rewrite'].includes(kind))
  for (const kind of untried) expect(await add(kind)).toMatchObject({ kind, method: 'POST' })

  await section.getByRole('combobox', { name: 'Route' }).fill('nonsense')
  await section.getByRole('button', { name: 'Add fault' }).click()
  await page.getByRole('alert').getByText('path: a path such as').waitFor()
  await section.getByRole('button', { name: /^Remove the fault rewrite/ }).click()
  await expect.poll(() => faults.list().some(({ fault }) => fault.kind === 'rewrite')).toBe(false)
  await section.getByRole('button', { name: 'Remove all faults' }).click()
  await section.getByText('No faults.').waitFor()
  await section.getByRole('button', { name: 'Server down' }).click()
  await expect.poll(async () => (await listening.emulator.fetch('/v1/client')).status).toBe(503)

  await section.getByText('A scenario').click()
  await section
    .getByRole('combobox', { name: 'Stage a bug of the field' })
    .selectOption('locked-user')
  await section.getByRole('button', { name: 'Reset and run the scenario' }).click()
  await region('Users').getByText('jane@example.com').waitFor()
  expect(faults.list()).toEqual([])
  await region('Users').getByRole('button', { name: 'Unlock jane@example.com' }).click()
  await expect.poll(() => users.get('jane@example.com')?.lockedUntil).toBeNull()
  expect(complaints).toEqual([expect.stringMatching(/status of 422/)]) // the route that is none
})

it('has settings: sessions, limits, lockout, strategies, and shows what others changed', async () => {
  const { settings } = listening.emulator
  const section = region('Settings')
  await section.getByLabel('One at a time').check()
  await expect.poll(() => settings.read().singleSession).toBe(true)
  await section.getByLabel('As in production').check()
  await expect.poll(() => settings.read().limits).toBe('production')
  await section.getByLabel('After wrong tries').fill('5')
  await section.getByLabel('For minutes').fill('1.5')
  await section.getByLabel('For minutes').press('Enter')
  await expect
    .poll(() => settings.read())
    .toMatchObject({ lockoutAttempts: 5, lockoutDuration: 90_000 })
  await section.getByLabel('email_link').uncheck()
  await section.getByLabel('passkey', { exact: true }).uncheck()
  await expect.poll(() => settings.read().disabledStrategies).toEqual(['email_link', 'passkey'])
  await section.getByLabel('email_link').check()
  await expect.poll(() => settings.read().disabledStrategies).toEqual(['passkey'])
  await section.getByLabel('Never tell whether an account exists').check()
  await expect.poll(() => settings.read().enumerationProtection).toBe(true)
  settings.patch({ singleSession: false, disabledStrategies: ['totp'] })
  await expect.poll(() => section.getByLabel('Many at a time').isChecked()).toBe(true)
  expect(await section.getByLabel('passkey', { exact: true }).isChecked()).toBe(true)
  expect(await section.getByLabel('totp').isChecked()).toBe(false)
  await section.getByLabel('After wrong tries').fill('-1')
  await section.getByLabel('After wrong tries').blur()
  expect(settings.read().lockoutAttempts).toBe(5)
  expect(complaints).toEqual([])
})

it('keeps what was clicked while the change before it is on its way', async () => {
  const section = region('Settings')
  const { promise, resolve } = held()
  await page.route('**/settings', async route => {
    if (route.request().method() === 'PATCH') await promise
    await route.continue()
  })
  await section.getByLabel('email_link').uncheck()
  await section.getByLabel('passkey', { exact: true }).uncheck()
  resolve()
  await expect
    .poll(() => listening.emulator.settings.read().disabledStrategies)
    .toEqual(['email_link', 'passkey'])
})

it('shows only what was refused when that is asked for', async () => {
  const { fetch } = listening.emulator.agent()
  await fetch('/v1/environment')
  await fetch('/v1/me')
  await region('Requests').getByText('GET /v1/environment').waitFor()
  await region('Requests').getByLabel('Errors only').check()
  await region('Requests').getByText('GET /v1/environment').waitFor({ state: 'detached' })
  await region('Requests').getByText('signed_out').waitFor()
})

it('says why something cannot be done', async () => {
  listening.emulator.users.create({ emailAddress: ada })
  await region('Users').getByLabel('Email address').fill(ada)
  await region('Users').getByRole('button', { name: 'Create user' }).click()
  const why = page.getByRole('alert').getByText('belongs to the user')
  await why.waitFor()
  // What others do shows, and does not cover that.
  listening.emulator.users.create({ emailAddress: 'grace@example.com' })
  await region('Users').getByText('grace@example.com').waitFor()
  expect(await why.isVisible()).toBe(true)
})

// A browser waits some seconds before it asks for events again.
it('says that the emulator does not answer, and goes on when it does', matrix, async () => {
  const { port } = listening
  await listening.close()
  const away = page.getByRole('alert').getByText('does not answer')
  await away.waitFor()
  listening = await listen({ port })
  await away.waitFor({ state: 'hidden' })
  listening.emulator.users.create({ emailAddress: ada })
  await region('Users').getByText(ada).waitFor()
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
  const reached = await page.evaluateHandle(() => {
    const names: string[] = []
    addEventListener('focusin', ({ target }) => {
      if (target instanceof Element) names.push(target.id || target.textContent || '')
    })
    return names
  })
  for (let count = 0; count < 110; count++) await page.keyboard.press('Tab')
  const names = await reached.jsonValue()
  for (const control of [
    'freeze',
    'real-time',
    '+1 h',
    'Advance',
    'Create user',
    'A fault of your own',
    'reset',
  ])
    expect(names).toContain(control)
})
