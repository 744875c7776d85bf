import { createServer } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import { listen } from '@clientele/emulator/node'
import { signInAs } from '@clientele/emulator/testing'
import type { Browser, Page } from 'playwright-core'
import { makeStartPages, type StartPage } from './start-page.ts'

export interface ServedPages {
  /** Of the page at that index. */
  readonly url: (index: number) => string
  /** Bytes of its scripts on the wire. */
  readonly bytes: (index: number) => number
  readonly close: () => void
}

/** Pages and an emulator, to be visited by browser profiles that never saw them. */
export interface StartStage {
  readonly pages: Awaited<ReturnType<typeof makeStartPages>>
  /** Runs with a page of a new profile, in which somebody is signed in or not. */
  readonly inProfile: <Given>(
    isSignedIn: boolean,
    run: (page: Page) => Promise<Given>,
  ) => Promise<Given>
  readonly close: () => Promise<void>
}

/** Serves pages with their scripts compressed by brotli; the browser keeps the scripts. */
export const servePages = async (pages: readonly StartPage[]): Promise<ServedPages> => {
  const files = new Map<string, { readonly type: string; readonly body: Buffer }>()
  const sizes = pages.map(({ head = '', scripts }, page) => {
    const tags = scripts.map(({ attributes, text }, script) => {
      const path = `/${page}/${script}.js`
      files.set(path, { type: 'text/javascript', body: brotliCompressSync(text) })
      return `<script src="${path}" ${attributes}></script>`
    })
    const start = '<!doctype html><title>Start</title><link rel="icon" href="data:,">'
    files.set(`/${page}`, {
      type: 'text/html',
      body: brotliCompressSync([start, head, ...tags].join('')),
    })
    return scripts.reduce((sum, { text }) => sum + brotliCompressSync(text).length, 0)
  })
  const server = createServer(({ url = '' }, response) => {
    const file = files.get(url)
    const isScript = file?.type === 'text/javascript'
    response.writeHead(file ? 200 : 404, {
      'Content-Type': file?.type ?? 'text/plain',
      'Cache-Control': isScript ? 'max-age=31536000, immutable' : 'no-store',
      ...(file && { 'Content-Encoding': 'br' }),
    })
    response.end(file?.body)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port')
  return {
    url: index => `http://127.0.0.1:${address.port}/${index}`,
    bytes: index => sizes[index] ?? 0,
    close: () => server.close(),
  }
}

export const openStartStage = async (browser: Browser): Promise<StartStage> => {
  const emulator = await listen()
  const { users } = emulator.emulator
  const { id: userId } = users.create({ emailAddress: 'ada@example.com', firstName: 'Ada' })
  return {
    pages: await makeStartPages(emulator.publishableKey, emulator.url),
    inProfile: async (isSignedIn, run) => {
      const context = await browser.newContext()
      try {
        const page = await context.newPage()
        if (isSignedIn) await signInAs(page, { url: emulator.url, userId })
        return await run(page)
      } finally {
        await context.close()
      }
    },
    close: emulator.close,
  }
}

/**
 * Opens an address and waits until its page says `known`.
 *
 * @returns milliseconds since the page began: when the client was known, and when the text of the
 * answer was there, where the page says it.
 */
export const waitForKnown = async (
  page: Page,
  url: string,
): Promise<{ readonly known: number; readonly text: number }> => {
  // Waiting by a function would run scripts of its own in the page.
  const message = page.waitForEvent('console', each => each.text().startsWith('known '))
  await page.goto(url)
  const [, known, text] = (await message).text().split(' ').map(Number)
  return { known: known ?? Number.NaN, text: text ?? Number.NaN }
}
