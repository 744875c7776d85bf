import { listen } from '@clientele/emulator/node'
import type { Browser, Page } from 'playwright-core'
import { type Spread, toSpread } from '../spread.ts'
import { makeStartPages, servePages } from '../stage/start-page.ts'

export interface PageStart {
  readonly name: string
  /** On the wire. */
  readonly scriptBytes: number
  /** All but the page itself: its scripts, and what they ask the server. */
  readonly requests: number
  /** Milliseconds of script, compiling included. */
  readonly script: Spread
  /** Milliseconds of the main thread, whatever it did. */
  readonly thread: Spread
  /** Milliseconds from the page's beginning until the client is known. */
  readonly known: Spread
}

interface Visit {
  readonly requests: number
  readonly script: number
  readonly thread: number
  readonly known: number
}

const visit = async (page: Page, url: string): Promise<Visit> => {
  let requests = -1
  page.on('request', request => {
    if (!request.url().startsWith('data:') && request.method() !== 'OPTIONS') requests++
  })
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  await page.goto(url)
  await page.waitForFunction(() => 'known' in globalThis)
  const known = await page.evaluate(() => Number(Reflect.get(globalThis, 'known')))
  const { metrics } = await devtools.send('Performance.getMetrics')
  const metric = (name: string) => (metrics.find(each => each.name === name)?.value ?? Number.NaN) * 1000
  return { requests, script: metric('ScriptDuration'), thread: metric('TaskDuration'), known }
}

/** Each page in a browser profile that never saw it, in turns, against an emulator of a development instance. */
export const measurePageStart = async (browser: Browser, rounds: number): Promise<readonly PageStart[]> => {
  const emulator = await listen()
  const pages = await makeStartPages(emulator.publishableKey, emulator.url)
  const served = await servePages(pages)
  const visits: Visit[][] = pages.map(() => [])
  try {
    for (let round = 0; round < rounds; round++)
      for (const index of pages.keys()) {
        const context = await browser.newContext()
        visits[index]?.push(await visit(await context.newPage(), served.url(index)))
        await context.close()
      }
  } finally {
    served.close()
    await emulator.close()
  }
  return pages.map(({ name }, index) => {
    const all = visits[index] ?? []
    const spread = (field: keyof Visit) => toSpread(all.map(each => each[field]))
    return {
      name,
      scriptBytes: served.bytes(index),
      requests: spread('requests').median,
      script: spread('script'),
      thread: spread('thread'),
      known: spread('known'),
    }
  })
}
