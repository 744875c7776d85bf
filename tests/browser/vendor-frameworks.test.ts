import { cp } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Listening, listen } from '@clientele/emulator/node'
import { signInAs, testUser } from '@clientele/emulator/testing'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newProfile, openBrowser } from './harness/browser.ts'
import { type Built, build } from './harness/build.ts'
import { type StaticServer, serveFolder } from './harness/static-server.ts'
import { inWorkspace } from './harness/workspace.ts'

// The vendor's adapters, unmodified: React with the constructor passed in, Vue with the file that the CDN serves.

let built: Built
let server: StaticServer
let browser: Browser
let listening: Listening
let profile: BrowserContext
let page: Page

beforeAll(async () => {
  built = await build(inWorkspace('tests/browser/pages/vendor-frameworks'))
  const vendor = dirname(createRequire(import.meta.url).resolve('@clerk/clerk-js'))
  await cp(vendor, join(built.folder, 'cdn'), { recursive: true })
  server = await serveFolder(built.folder)
  browser = await openBrowser()
  listening = await listen()
})
afterAll(async () => {
  await listening?.close()
  await browser?.close()
  await server?.close()
  await built?.remove()
})
beforeEach(async () => {
  listening.emulator.reset()
  profile = await newProfile(browser)
  page = await profile.newPage()
})
afterEach(() => profile?.close())

describe.each(['react', 'vue'])('@clerk/%s', framework => {
  const open = () => {
    const query = new URLSearchParams({
      framework,
      key: listening.publishableKey,
      proxy: listening.url,
      script: `${server.url}/cdn/clerk.browser.js`,
    })
    return page.goto(`${server.url}/?${query}`)
  }
  const who = () => page.locator('#who').textContent()

  it('loads, shows who is signed in, and that it was revoked elsewhere', async () => {
    await open()
    await expect.poll(who).toBe('signed out')
    const user = testUser()
    const { id } = listening.emulator.users.create(user)
    await signInAs(page, { url: listening.url, userId: id })
    await open()
    await expect.poll(who).toBe(user.emailAddress)
    for (const session of listening.emulator.sessions.list()) listening.emulator.sessions.revoke(session.id)
    await open()
    await expect.poll(who).toBe('signed out')
    const refused = listening.emulator.requests.filter(({ status }) => status >= 400)
    expect(refused.map(({ method, path, code }) => `${method} ${path} ${code}`)).toEqual([])
  })
})
