import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newProfile, openBrowser } from './harness/browser.ts'
import { listenForComplaints } from './harness/complaints.ts'
import { listenForLeaks } from './harness/leaks.ts'
import { type StaticServer, serveFolder, strictPolicy } from './harness/static-server.ts'

// The other tests expect no complaint. This one proves that they would hear of one.

let folder: string
let server: StaticServer
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientele-page-'))
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><title>Bad</title><script src="/bad.js"></script>',
  )
  await writeFile(
    join(folder, 'bad.js'),
    `console.log('said')
     try { new Function('') } catch {}
     try { document.body.innerHTML = '<b>' } catch {}
     fetch('http://127.0.0.1:9/').catch(() => {})
     setTimeout(() => { throw new Error('thrown') })`,
  )
  server = await serveFolder(folder, { policy: strictPolicy('http://127.0.0.1:1') })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

it('hears of console messages, errors and everything that the policy forbids', async () => {
  const page = await (await newProfile(browser)).newPage()
  const complaints = await listenForComplaints(page)
  await page.goto(server.url)
  for (const sign of [
    'console log: said',
    'error: Error: thrown',
    'policy: connect-src',
    'policy: require-trusted-types-for',
  ])
    await expect
      .poll(() => complaints.some(complaint => complaint.startsWith(sign)), { message: sign })
      .toBe(true)
})

it('hears of secrets in addresses, consoles and storage', async () => {
  const profile = await newProfile(browser)
  const leaks = listenForLeaks(profile)
  const page = await profile.newPage()
  await page.goto(server.url)
  await page.evaluate(async () => {
    await fetch('/', { method: 'POST', body: new URLSearchParams({ password: 'correct horse' }) })
    await fetch('/?word=correct+horse')
    localStorage.setItem('word', 'correct horse')
    const { console: log } = globalThis
    log.info('correct horse')
  })
  expect([...(await leaks())].sort()).toEqual([
    'password in URL',
    'password in console',
    'password in storage',
  ])
})
