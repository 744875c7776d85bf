import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Listening, listen } from '@clientele/emulator/node'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { allLooks, findViolations, openForAxe } from './harness/axe.ts'
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
const open = async (hash: string) => {
  await page.goto(`${listening.url}/#${hash}`)
  await page.locator('body[data-state=ready]').waitFor()
}
const ada = 'ada@example.com'
const password = 'correct horse'
const post = (agent: { fetch: typeof fetch }, path: string, fields: Record<string, string>) =>
  agent.fetch(`/v1/client/${path}`, { method: 'POST', body: new URLSearchParams(fields) })
const signIn = async () => {
  const agent = listening.emulator.agent()
  await post(agent, 'sign_ins', { identifier: ada, strategy: 'password', password })
  return agent
}

it('shows what happens while it happens: messages, sessions and requests', async () => {
  const { emulator } = listening
  emulator.users.create({ emailAddress: ada, password: 'correct horse' })
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
  expect(await page.content()).not.toContain('correct horse')
  expect(complaints).toEqual([])
})

it('copies the keys for clients and servers', async () => {
  const { publishableKey, secretKey, jwtKey } = listening.emulator
  await profile.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open('data')
  const copies = async (name: string, text: string) => {
    await page.getByRole('button', { name: `Copy the ${name} key` }).click()
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(text)
  }
  await copies('publishable', publishableKey)
  await copies('secret', secretKey)
  await page.getByText('CLERK_JWT_KEY').click()
  await copies('public', jwtKey.trim())
  expect(complaints).toEqual([])
})

describe('users', () => {
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
  const tabTo = async (text: string) => {
    for (let count = 0; count < 60; count++) {
      await page.keyboard.press('Tab')
      if ((await focused()).includes(text)) return
    }
    throw new Error(`Tab does not lead to ${text}`)
  }
  const press = async (text: string) => {
    await tabTo(text)
    await page.keyboard.press('Enter')
  }

  it('are found among 5,000, edited, banned, locked and deleted, by keyboard only', async () => {
    const { users } = listening.emulator
    for (let index = 0; index < 5000; index++)
      users.create({ id: `user_${index}`, emailAddress: `person${index}@example.com` })
    await open('users')
    await region('Users').getByText('5000', { exact: true }).waitFor()
    await region('Users').getByRole('searchbox').focus()
    await page.keyboard.type('person17@')
    await expect.poll(() => region('Users').getByRole('listitem').count()).toBe(1)
    await press('person17@example.com')
    await page.getByRole('heading', { name: 'person17@example.com' }).waitFor()
    await press('Edit')
    const form = page.getByRole('form', { name: 'Edit the user' })
    await form.getByLabel('First name').focus()
    await page.keyboard.type('Grace')
    await form.getByLabel('Public metadata').focus()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('{ "plan": "pro" }')
    await press('Save')
    await page.getByRole('heading', { name: 'Grace' }).waitFor()
    expect(users.get('user_17')).toMatchObject({
      firstName: 'Grace',
      publicMetadata: { plan: 'pro' },
    })
    await page.getByRole('button', { name: 'Edit' }).focus()
    await press('Lock')
    await page.getByRole('button', { name: 'Unlock Grace' }).press('Enter')
    await page.getByRole('button', { name: 'Ban Grace' }).press('Enter')
    await page.getByText('banned', { exact: true }).waitFor()
    expect(users.list({ status: 'banned' })).toHaveLength(1)
    await page.getByRole('button', { name: 'Unban Grace' }).press('Enter')
    await page.getByRole('button', { name: 'Ban Grace' }).waitFor()
    await press('Delete')
    expect(users.count()).toBe(5000)
    await page.keyboard.press('Enter')
    await expect.poll(() => users.count()).toBe(4999)
    await region('Users').getByText('4999', { exact: true }).waitFor()
    expect(complaints).toEqual([])
  })

  it('are paged and filtered, and a reload finds the same again', async () => {
    const { users } = listening.emulator
    for (let index = 0; index < 30; index++)
      users.create({ emailAddress: `person${index}@example.com`, banned: index < 27 })
    await open('users')
    await region('Users').getByRole('combobox', { name: 'Status' }).selectOption('banned')
    await region('Users').getByRole('button', { name: 'Older' }).click()
    const shows = async () => {
      await region('Users').getByText('2 of 2').waitFor()
      await region('Users').getByText('person0@example.com', { exact: true }).first().waitFor()
      expect(await region('Users').getByRole('listitem').count()).toBe(2)
    }
    await shows()
    await page.reload()
    await shows()
  })

  it('are created, and why somebody cannot be is said', async () => {
    const { users } = listening.emulator
    users.create({ emailAddress: ada })
    await open('users')
    await page.getByRole('button', { name: 'New user' }).click()
    const form = page.getByRole('form', { name: 'New user' })
    await form.getByLabel('Email address').fill(ada)
    await form.getByRole('button', { name: 'Create user' }).click()
    const why = form.getByRole('alert').getByText('belongs to the user')
    await why.waitFor()
    // What others do shows, and does not cover that.
    users.create({ emailAddress: 'kurt@example.com' })
    await region('Users').getByText('kurt@example.com').first().waitFor()
    expect(await why.isVisible()).toBe(true)
    await form.getByLabel('Email address').fill('grace@example.com')
    await form.getByLabel('Password, if any').fill(password)
    await form.getByRole('button', { name: 'Create user' }).click()
    await page.getByRole('heading', { name: 'grace@example.com' }).waitFor()
    expect(users.get('grace@example.com')?.passwordEnabled).toBe(true)
    expect(complaints).toEqual([expect.stringMatching(/status of 422/)])
  })

  it('have a page: factors, metadata, sessions and their tokens, organizations, requests', async () => {
    const { emulator } = listening
    const { id } = emulator.users.create({
      emailAddress: ada,
      password,
      totpSecret: 'JBSWY3DPEHPK3PXP',
      unsafeMetadata: { colour: 'green' },
    })
    emulator.organizations.create({ name: 'Acme', members: [{ userId: id, role: 'org:admin' }] })
    const { id: sessionId } = emulator.sessions.create({ userId: id })
    await open(`users/${id}`)
    await page.getByRole('button', { name: 'Show its code' }).click()
    await page.getByRole('button', { name: emulator.users.totpCode(id), exact: true }).waitFor()
    await region('Metadata').getByText('colour').waitFor()
    await region('Organizations').getByText('org:admin').waitFor()
    const sessions = region('Sessions')
    await sessions.getByRole('button', { name: /^Show its token/ }).click()
    await sessions.getByRole('row', { name: `sid ${sessionId}` }).waitFor()
    await sessions.getByText(/^Expires in \d+ s/).waitFor()
    await sessions.getByRole('button', { name: /^Revoke/ }).click()
    await sessions.getByText('revoked').waitFor()
    expect(emulator.sessions.list().map(({ status }) => status)).toEqual(['revoked'])
    await page.getByRole('button', { name: /^Make a sign-in token/ }).click()
    await page.getByRole('button', { name: 'Copy the sign-in token' }).waitFor()
    expect(complaints).toEqual([])
  })
})

it('has organizations: created, joined, left and deleted', async () => {
  const { organizations, users } = listening.emulator
  users.create({ id: 'user_ada', emailAddress: ada })
  await open('organizations')
  await page.getByLabel('Name', { exact: true }).fill('Acme')
  await page.getByRole('button', { name: 'Create organization' }).click()
  await page.getByRole('heading', { name: 'Acme' }).waitFor()
  await page.getByLabel('Id or identifier of a user').fill(ada)
  await page.getByRole('button', { name: 'Add member' }).click()
  const remove = region('Members').getByRole('button', { name: 'Remove the member user_ada' })
  await remove.click()
  expect(organizations.get('acme')?.members).toMatchObject([{ userId: 'user_ada' }])
  await remove.click()
  await region('Members').getByText('No members.').waitFor()
  await page.getByRole('button', { name: 'Delete Acme' }).click()
  await page.getByRole('button', { name: 'Really? Delete Acme' }).click()
  await region('Organizations').getByText('No organization yet.').waitFor()
  expect(complaints).toEqual([])
})

describe('requests', () => {
  it('are filtered by path, user and status', async () => {
    const { emulator } = listening
    const { id } = emulator.users.create({ emailAddress: ada, password })
    await (await signIn()).fetch('/v1/me')
    await emulator.fetch('/v1/environment')
    await emulator.fetch('/v1/me')
    const rows = region('Requests').getByRole('listbox').getByRole('option')
    await expect.poll(() => rows.count()).toBe(4)
    await region('Requests').getByRole('searchbox', { name: 'Path' }).fill('get /v1/me')
    await expect.poll(() => rows.count()).toBe(2)
    await region('Requests').getByRole('combobox', { name: 'Status' }).selectOption('400')
    await expect.poll(() => rows.allTextContents()).toEqual([expect.stringContaining('signed_out')])
    await open(`activity?user=${ada}`)
    await expect.poll(() => rows.count()).toBe(2)
    await open(`users/${id}`)
    await expect.poll(() => rows.count()).toBe(2)
  })

  it('show what was sent and answered without secrets, by keyboard, and go again as cURL', async () => {
    const { emulator } = listening
    emulator.users.create({ emailAddress: ada, password })
    await profile.grantPermissions(['clipboard-read', 'clipboard-write'])
    await signIn()
    const list = region('Requests').getByRole('listbox', { name: 'Requests' })
    await list.focus()
    await page.keyboard.press('Home')
    const detail = page.getByRole('region', { name: 'Request 1' })
    await detail.getByText('"***"').first().waitFor()
    await detail.getByText('identifier').first().waitFor()
    await detail.getByText('client', { exact: true }).waitFor()
    await detail.getByRole('button', { name: 'Copy as cURL' }).press('Enter')
    const copied = () => page.evaluate(() => navigator.clipboard.readText())
    await expect.poll(copied).toContain('/v1/client/sign_ins')
    expect(await copied()).toContain("--data-urlencode 'password=<password>'")
    expect(await page.content()).not.toContain(password)
    await page.reload()
    await page.getByRole('region', { name: 'Request 1' }).waitFor()
    await page.getByRole('button', { name: 'Close the request' }).click()
    expect(complaints).toEqual([])
  })
})

it('exports, imports, seeds, restores and resets', async () => {
  const { emulator } = listening
  emulator.setInitial({ users: [{ emailAddress: 'first@example.com' }] })
  emulator.users.create({ emailAddress: ada })
  const names = () => emulator.users.list().map(({ emailAddress }) => emailAddress)
  await open('data')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export' }).click(),
  ])
  const folder = await mkdtemp(join(tmpdir(), 'clientele-'))
  const path = join(folder, 'export.json')
  await download.saveAs(path)
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(emulator.export())),
  )
  emulator.reset()
  await page.getByLabel('An export as a file').setInputFiles(path)
  await expect.poll(names).toEqual([ada])
  await rm(folder, { recursive: true })
  await page.getByLabel('Seed (JSON)').fill('{ "people": [] }')
  await page.getByRole('button', { name: 'Add the seed' }).click()
  await page.getByRole('alert').getByText('people').waitFor()
  await page.getByLabel('Seed (JSON)').fill('{ "users": [{ "emailAddress": "more@example.com" }] }')
  await page.getByRole('button', { name: 'Add the seed' }).click()
  await expect.poll(names).toEqual([ada, 'more@example.com'])
  const twice = async (name: string) => {
    const button = page.getByRole('button', { name })
    await button.press('Enter')
    expect(names()).not.toEqual([])
    await page.getByRole('button', { name: 'Really?' }).press('Enter')
  }
  await twice('Restore the seed')
  await expect.poll(names).toEqual(['first@example.com'])
  await twice('Reset emulator')
  await expect.poll(names).toEqual([])
  emulator.setInitial({})
  expect(complaints).toEqual([expect.stringMatching(/status of 422/)])
})

it('sends webhooks again', async () => {
  const { settings, users, webhooks } = listening.emulator
  const url = `${listening.url}/nowhere`
  settings.patch({ webhooks: [{ url }] })
  users.create({ emailAddress: ada })
  await open('webhooks')
  const message = region('Webhooks').getByRole('listitem').filter({ hasText: 'user.created' })
  await message.getByText(url).waitFor()
  const triesOf = () => webhooks.list()[0]?.deliveries[0]?.attempts.length ?? 0
  await expect.poll(triesOf).toBeGreaterThan(0)
  await message.getByRole('button', { name: /^Send user.created/ }).click()
  await expect.poll(triesOf).toBeGreaterThan(1)
  expect(complaints).toEqual([])
})

it('serves its source map beside its script', async () => {
  const read = async (name: string) => (await fetch(`${listening.url}/__emulator/${name}`)).text()
  expect(await read('dashboard.js')).toMatch(/\/\/# sourceMappingURL=dashboard\.js\.map\s*$/)
  const { sources } = JSON.parse(await read('dashboard.js.map'))
  expect(sources).toContain('packages/emulator/dashboard/src/app.tsx')
})

it('has nothing that axe finds, on any page, in both schemes, wide and narrow', async () => {
  const { emulator } = listening
  const { id } = emulator.users.create({ emailAddress: ada, password, locked: true })
  emulator.users.unlock(id)
  const organization = emulator.organizations.create({ name: 'Acme', members: [{ userId: id }] })
  await signIn()
  emulator.faults.add({ kind: 'status', status: 503, path: '/v1/*' })
  await emulator.fetch('/v1/environment')
  const looked = await openForAxe(browser)
  try {
    for (const hash of [
      'activity?request=2',
      'users',
      `users/${id}`,
      'organizations',
      `organizations/${organization.id}`,
      'faults',
      'settings',
      'webhooks',
      'data',
    ]) {
      await looked.goto(`${listening.url}/#${hash}`)
      await looked.locator('main section').first().waitFor()
      await expect.poll(() => looked.getByText('Loading…').count()).toBe(0)
      // Where most of it is, each look; elsewhere each scheme and each width.
      const looks = hash.startsWith('users/')
        ? allLooks
        : [allLooks[0], allLooks[3]].flatMap(look => look ?? [])
      expect(await findViolations(looked, looks), hash).toEqual([])
    }
  } finally {
    await looked.context().close()
  }
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
  await open('faults')
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
  await section.getByText(/^(10 min 0 s|9 min \d+ s) ahead of this machine/).waitFor()
  await section.getByRole('spinbutton', { name: 'Advance by' }).fill('1.5')
  await section.getByRole('combobox', { name: 'Unit' }).selectOption('days')
  await section.getByRole('button', { name: 'Advance', exact: true }).press('Enter')
  await expect.poll(() => clock.now() - frozenAt).toBe(600_000 + 129_600_000)
  const shown = await page.evaluate(
    now => new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' }).format(now),
    clock.now(),
  )
  await section.getByText(shown).waitFor()
  await unfreeze.click()
  await expect.poll(() => clock.frozen).toBe(false)
  await section.getByRole('button', { name: 'Back to the real time' }).click()
  await section.getByText('the time of this machine').waitFor()
  expect(complaints).toEqual([])
})

it('has every kind of fault with its parameters, presets, removal, and scenarios', async () => {
  const { faults, users } = listening.emulator
  await open('faults')
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

  await region('Scenarios').getByRole('button', { name: 'Stage locked-user' }).click()
  await region('Scenarios')
    .getByRole('button', { name: /^Really/ })
    .click()
  await section.getByText('No faults.').waitFor()
  await expect.poll(() => users.get('jane@example.com')?.lockedUntil).not.toBeNull()
  expect(faults.list()).toEqual([])
  expect(complaints).toEqual([expect.stringMatching(/status of 422/)]) // the route that is none
})

it('has settings: sessions, limits, lockout, strategies, and shows what others changed', async () => {
  const { settings } = listening.emulator
  await open('settings')
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
  await open('settings')
  const section = region('Settings')
  await section.getByLabel('email_link').waitFor()
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

// A browser waits some seconds before it asks for events again.
it('says that the emulator does not answer, and goes on when it does', matrix, async () => {
  const { port } = listening
  await listening.close()
  const away = page.getByRole('alert').getByText('does not answer')
  await away.waitFor()
  listening = await listen({ port })
  await away.waitFor({ state: 'hidden' })
  listening.emulator.users.create({ emailAddress: ada })
  await open('users')
  await region('Users').getByText(ada).waitFor()
})

it('shows what users typed as text, whatever it is', async () => {
  const emailAddress = '"<img/src=x>"@example.com'
  listening.emulator.users.create({ emailAddress })
  await open('users')
  await region('Users').getByText(emailAddress).waitFor()
  expect(await page.locator('img').count()).toBe(0)
})

it('has a page for each address, also for one that leads nowhere', async () => {
  const { users } = listening.emulator
  for (let index = 0; index < 26; index++) users.create({ emailAddress: `p${index}@example.com` })
  for (const hash of ['users/%', 'users/..', 'organizations/%E0%A4%A']) {
    await open(hash)
    await page.getByRole('region', { name: /^(Users|Organizations)\b/ }).waitFor()
  }
  for (const number of ['abc', '-3', '999']) {
    await open(`users?page=${number}`)
    await region('Users')
      .getByText(/^[12] of 2$/)
      .waitFor()
    await region('Users').getByRole('listitem').first().waitFor()
  }
  expect(complaints.filter(text => !text.includes('404'))).toEqual([])
})

it('takes a double click for one press, and a key that is held', async () => {
  const { users, faults, clock } = listening.emulator
  const { id } = users.create({ emailAddress: ada })
  await open(`users/${id}`)
  const remove = page.getByRole('button', { name: /Delete/ })
  const asks = page.getByRole('button', { name: 'Really? Delete' })
  await remove.dblclick()
  await asks.waitFor()
  await page.keyboard.press('Escape')
  await asks.waitFor({ state: 'detached' })
  await remove.focus()
  for (let times = 0; times < 3; times++) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await asks.waitFor()
  expect(users.count()).toBe(1)
  await page.keyboard.press('Escape')
  await open('faults')
  await page.getByText('A fault of your own').click()
  await page.getByRole('button', { name: 'Add fault' }).dblclick()
  await region('Faults').getByText('met 0').waitFor()
  await region('Faults').getByRole('button', { name: 'Server down' }).dblclick()
  await region('Faults').getByText('ANY METHOD', { exact: false }).nth(1).waitFor()
  expect(faults.list()).toHaveLength(2)
  // What moves further with each press goes on doing so.
  clock.freeze()
  const from = clock.now()
  await region('Clock').getByRole('button', { name: '+1 h' }).click({ clickCount: 2, delay: 50 })
  await expect.poll(() => clock.now() - from).toBe(7_200_000)
  expect(complaints).toEqual([])
})

it('says beside the button why somebody was not deleted', async () => {
  const { id } = listening.emulator.users.create({ emailAddress: ada })
  await open(`users/${id}`)
  await page.route(`**/users/${id}`, route =>
    route.request().method() === 'DELETE' ? route.abort() : route.continue(),
  )
  await page.getByRole('button', { name: /^Delete/ }).click()
  await page.getByRole('button', { name: /^Really/ }).click()
  await page.getByRole('alert').filter({ hasText: /\w/ }).waitFor()
  await page.getByRole('heading', { name: ada }).waitFor()
})

it('keeps the focus where it was while a button does what it is for', async () => {
  const { id } = listening.emulator.users.create({ emailAddress: ada })
  await open(`users/${id}`)
  const { promise, resolve } = held()
  await page.route('**/ban', async route => {
    await promise
    await route.continue()
  })
  await page.getByRole('button', { name: 'Ban' }).press('Enter')
  // Two frames: a browser takes the focus from what is disabled when it draws.
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => done(null))))
  await page.evaluate(() => new Promise(done => requestAnimationFrame(() => done(null))))
  resolve()
  const unban = page.getByRole('button', { name: 'Unban' })
  await unban.waitFor()
  expect(await unban.evaluate(element => element === document.activeElement)).toBe(true)
})

it('shows what others do to somebody, however long known', async () => {
  const { users } = listening.emulator
  for (let index = 0; index < 150; index++) users.create({ id: `user_${index}` })
  await open('users/user_3')
  await page.getByRole('button', { name: 'Ban' }).waitFor()
  users.ban('user_3')
  await page.getByText('banned', { exact: true }).waitFor()
})

describe('what is typed while something changes', () => {
  it('stays in a search of which the address does not know yet', async () => {
    const { users } = listening.emulator
    await page.addInitScript(() =>
      addEventListener('hashchange', event => event.stopImmediatePropagation()),
    )
    await open('users')
    await page.reload()
    await region('Users').getByText('Nobody yet').waitFor()
    const search = region('Users').getByRole('searchbox')
    await search.fill('nobody')
    users.create({ emailAddress: ada })
    await region('Users').getByText(ada).first().waitFor()
    expect(await search.inputValue()).toBe('nobody')
  })

  it('stays in a setting that somebody else sets', async () => {
    const { settings } = listening.emulator
    await open('settings')
    const field = region('Settings').getByLabel('After wrong tries')
    await field.fill('77')
    settings.patch({ lockoutAttempts: 9, singleSession: true })
    await expect.poll(() => page.getByLabel('One at a time').isChecked()).toBe(true)
    expect(await field.inputValue()).toBe('77')
    expect(await field.evaluate(element => element === document.activeElement)).toBe(true)
    await field.press('Enter')
    await expect.poll(() => settings.read().lockoutAttempts).toBe(77)
    settings.patch({ lockoutAttempts: 8 })
    await expect.poll(() => field.inputValue()).toBe('8')
  })
})

it('shows the request of a number as it is now, also after a reset', async () => {
  const { emulator } = listening
  await emulator.fetch('/v1/environment')
  await open('activity?request=1')
  const detail = page.getByRole('region', { name: 'Request 1' })
  await detail.getByText('GET /v1/environment · 200').waitFor()
  emulator.reset()
  await emulator.fetch('/v1/client')
  await detail.getByText('GET /v1/client · 200').waitFor()
})

it('says what to do where a browser lets nothing be copied', async () => {
  await open('data')
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('No', 'NotAllowedError'))
  })
  await page.getByRole('button', { name: 'Copy the publishable key' }).click()
  await page.getByRole('alert').getByText('select the text').waitFor()
})

it('names each part of a page, whatever somebody is called', async () => {
  const { id } = listening.emulator.users.create({ firstName: 'Sessions', lastName: 'of\nAda' })
  await open(`users/${id}`)
  await page.getByRole('region', { name: 'Sessions of Ada' }).waitFor()
  const labels = await page
    .locator('[aria-labelledby]')
    .evaluateAll(parts => parts.map(part => part.getAttribute('aria-labelledby')))
  expect(new Set(labels).size).toBe(labels.length)
})

it('asks once for sessions, and knows whose they are', async () => {
  const { users, sessions } = listening.emulator
  for (const firstName of ['Ada', 'Grace']) {
    const { id } = users.create({ firstName })
    sessions.create({ userId: id })
  }
  const asked: string[] = []
  page.on('request', request => asked.push(request.url()))
  await open('activity')
  await page.reload()
  await region('Sessions').getByRole('link', { name: 'Grace' }).waitFor()
  await region('Sessions').getByRole('link', { name: 'Ada' }).waitFor()
  expect(asked.filter(url => url.includes('/users/'))).toEqual([])
})

it('goes on after a proxy has answered for the emulator', async () => {
  await page.route('**/__emulator/events', route => route.fulfill({ status: 502, body: 'away' }))
  await page.reload()
  await page.getByRole('alert').getByText('does not answer').waitFor()
  await page.unrouteAll()
  await region('Sessions').getByText('Nobody is signed in.').waitFor()
  await page.getByRole('alert').getByText('does not answer').waitFor({ state: 'hidden' })
})

it('shows what is selected where a system has colours of its own', async () => {
  await listening.emulator.fetch('/v1/environment')
  await page.emulateMedia({ forcedColors: 'active' })
  await open('activity?request=1')
  await page.getByRole('region', { name: 'Request 1' }).waitFor()
  const colour = (name: string) =>
    page.getByRole('link', { name }).evaluate(link => getComputedStyle(link).backgroundColor)
  expect(await colour('Activity')).not.toBe(await colour('Users'))
  const [row, list] = await page
    .getByRole('listbox', { name: 'Requests' })
    .evaluate(list => [list.querySelector('[aria-selected=true]') ?? list, list])
    .then(() =>
      page.evaluate(() =>
        ['.event[aria-selected=true]', '.timeline'].map(
          each => getComputedStyle(document.querySelector(each) ?? document.body).backgroundColor,
        ),
      ),
    )
  expect(row).not.toBe(list)
})

it('shows times that are beyond every calendar', async () => {
  const { users, sessions, clock } = listening.emulator
  const { id } = users.create({ firstName: 'Ada' })
  clock.advance(9_000_000_000_000_000)
  sessions.create({ userId: id })
  await open('activity')
  await page.reload()
  await region('Sessions').getByRole('link', { name: 'Ada' }).waitFor()
  expect(complaints).toEqual([])
})

it('says that an import takes a while, and at once that a file is too large', async () => {
  await open('data')
  const { promise, resolve } = held()
  await page.route('**/import', async route => {
    await promise
    await route.continue()
  })
  await page.getByLabel('An export as a file').setInputFiles({
    name: 'export.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(listening.emulator.export())),
  })
  const status = region('Export and import').getByRole('status').getByText('Reading the file…')
  await status.waitFor()
  resolve()
  await status.waitFor({ state: 'detached' })
  await page.getByLabel('An export as a file').evaluate(input => {
    const { items, files } = new DataTransfer()
    items.add(new File([new Uint8Array(65_000_000)], 'large.json'))
    if (input instanceof HTMLInputElement) input.files = files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await page.getByRole('alert').getByText('This file has 65 MB, and at most 64 are read').waitFor()
  expect(complaints).toEqual([])
})
