import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { signInAs, testUser } from '@clientele/emulator/testing'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newProfile } from './harness/browser.ts'
import { type PageStage, setPageStage } from './harness/page-stage.ts'

// The vendor's adapters, unmodified: React with the constructor passed in, Vue with the file that the CDN serves.

let stage: PageStage
let profile: BrowserContext
let page: Page

beforeAll(async () => {
  const vendor = dirname(createRequire(import.meta.url).resolve('@clerk/clerk-js'))
  stage = await setPageStage('vendor-frameworks', folder => cp(vendor, join(folder, 'cdn'), { recursive: true }))
})
afterAll(() => stage?.close())
beforeEach(async () => {
  stage.emulator.emulator.reset()
  profile = await newProfile(stage.browser)
  page = await profile.newPage()
})
afterEach(() => profile?.close())

describe.each(['react', 'vue'])('@clerk/%s', framework => {
  const open = () => {
    const query = new URLSearchParams({
      framework,
      key: stage.emulator.publishableKey,
      proxy: stage.emulator.url,
      script: `${stage.url}/cdn/clerk.browser.js`,
    })
    return page.goto(`${stage.url}/?${query}`)
  }
  const who = () => page.locator('#who').textContent()

  it('loads, shows who is signed in, and that it was revoked elsewhere', async () => {
    await open()
    await expect.poll(who).toBe('signed out')
    const user = testUser()
    const { id } = stage.emulator.emulator.users.create(user)
    await signInAs(page, { url: stage.emulator.url, userId: id })
    await open()
    await expect.poll(who).toBe(user.emailAddress)
    for (const session of stage.emulator.emulator.sessions.list()) stage.emulator.emulator.sessions.revoke(session.id)
    await open()
    await expect.poll(who).toBe('signed out')
    const refused = stage.emulator.emulator.requests.filter(({ status }) => status >= 400)
    expect(refused.map(({ method, path, code }) => `${method} ${path} ${code}`)).toEqual([])
  })
})
