import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'
import { type Listening, listen } from '@clientele/emulator/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newProfile, openBrowser } from './harness/browser.ts'
import { listenForComplaints } from './harness/complaints.ts'
import { builtOf } from './harness/shared.ts'
import { serveFolder, strictPolicy } from './harness/static-server.ts'
import { inWorkspace } from './harness/workspace.ts'

describe('the example of the vendor’s reference, with only its import changed', () => {
  let emulator: Listening
  beforeAll(async () => {
    emulator = await listen()
  })
  afterAll(() => emulator?.close())

  it('runs in a page, under the strict policy', async () => {
    const server = await serveFolder(await builtOf('tests/browser/pages/reference'), {
      policy: strictPolicy(emulator.url),
      publishableKey: emulator.publishableKey,
    })
    const browser = await openBrowser()
    try {
      const page = await (await newProfile(browser)).newPage()
      const complaints = await listenForComplaints(page)
      await page.goto(server.url)
      const text = page.locator('#client:not(:empty)')
      expect(JSON.parse((await text.textContent()) ?? '')).toMatchObject({
        sessions: [],
        signedInSessions: [],
      })
      expect(complaints).toEqual([])
    } finally {
      await browser.close()
      await server.close()
    }
  })

  it('runs in plain Node.js, on the packages as they are published, and lets the process end', async () => {
    const entry = inWorkspace('packages/core/dist/clerk.js')
    if (!existsSync(entry))
      throw new Error('The packages are not built: `npm run build:packages` first')
    const script = inWorkspace('tests/browser/pages/reference/node.mjs')
    const env = { ...process.env, CLERK_PUBLISHABLE_KEY: emulator.publishableKey }
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [script], {
      env,
      timeout: 20_000,
    })
    expect(JSON.parse(stdout)).toMatchObject({
      sessions: [],
      signedInSessions: [],
      captchaBypass: false,
    })
    expect(stderr).toBe('')
  })
})
