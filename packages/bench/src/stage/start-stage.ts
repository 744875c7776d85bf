import { createServer } from 'node:http'
import { brotliCompressSync } from 'node:zlib'
import { listen } from '@clientele/emulator/node'
import { signInAs } from '@clientele/emulator/testing'
import type { Browser, Page } from 'playwright-core'
import { makeStartPages, type StartPage } from './start-page.ts'

interface ServedPages {
  /** Of the page at that index. */
  readonly url: (index: number) => string
  /** Bytes of its scripts on the wire. */
  readonly bytes: (index: number) => number
  readonly close: () => void
}

/** Pages and an emulator, to be visited by browser profiles that never saw them. */
interface StartStage {
  readonly pages: Awaited<ReturnType<typeof makeStartPages>>
  /** Runs with a page of a new profile, in which somebody is signed in or not. */
  readonly inProfile: <Given>(
    isSignedIn: boolean,
    run: (page: Page) => Promise<Given>,
  ) => Promise<Given>
  readonly close: () => Promise<void>
}

/** Serves pages with their scripts compressed by brotli; the browser keeps the scripts. */
const servePages = async (pages: readonly StartPage[]): Promise<ServedPages> => {
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

const openStartStage = async (browser: Browser): Promise<StartStage> => {
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

/** What was found on the visits to one page. */
export interface Visits<Visit> {
  readonly page: StartPage
  /** Bytes of its scripts on the wire. */
  readonly bytes: number
  readonly isSignedIn: boolean
  readonly visits: readonly Visit[]
}

/**
 * Visits each page so many times, in turns, each time in a profile of its own: with nobody and with
 * somebody signed in.
 *
 * @param choose picks the pages.
 */
export const visitInTurns = async <Visit>(
  browser: Browser,
  rounds: number,
  choose: (pages: StartStage['pages']) => readonly StartPage[],
  visit: (page: Page, url: string) => Promise<Visit>,
): Promise<readonly Visits<Visit>[]> => {
  const stage = await openStartStage(browser)
  const pages = choose(stage.pages)
  const served = await servePages(pages)
  const kinds = [false, true].flatMap(isSignedIn =>
    pages.map((page, index) => {
      const visits: Visit[] = []
      return { page, url: served.url(index), bytes: served.bytes(index), isSignedIn, visits }
    }),
  )
  try {
    for (let round = 0; round < rounds; round++)
      for (const { url, isSignedIn, visits } of kinds)
        visits.push(await stage.inProfile(isSignedIn, page => visit(page, url)))
  } finally {
    served.close()
    await stage.close()
  }
  return kinds
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
