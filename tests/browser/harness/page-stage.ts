import { type Listening, listen } from '@clientele/emulator/node'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { builtOf } from './shared.ts'
import { type ServeOptions, serveFolder } from './static-server.ts'

/** A page of these tests, built and served, an emulator and a browser. */
export interface PageStage {
  readonly emulator: Listening
  readonly browser: Browser
  /** Where the page is. */
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * @param name the folder of the page, beside this one in `pages`
 * @param served how it is served
 */
export const setPageStage = async (name: string, served?: ServeOptions): Promise<PageStage> => {
  const server = await serveFolder(await builtOf(`tests/browser/pages/${name}`), served)
  const browser = await openBrowser()
  const emulator = await listen({ settings: { password: 'on' } })
  const close = async () => {
    await emulator.close()
    await browser.close()
    await server.close()
  }
  return { emulator, browser, url: server.url, close }
}
