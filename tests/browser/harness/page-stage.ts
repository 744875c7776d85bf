import { type Listening, listen } from '@clientele/emulator/node'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { build } from './build.ts'
import { serveFolder } from './static-server.ts'
import { inWorkspace } from './workspace.ts'

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
 * @param add puts more into the folder that is served
 */
export const setPageStage = async (
  name: string,
  add: (folder: string) => Promise<void> = async () => {},
): Promise<PageStage> => {
  const built = await build(inWorkspace(`tests/browser/pages/${name}`))
  await add(built.folder)
  const server = await serveFolder(built.folder)
  const browser = await openBrowser()
  const emulator = await listen()
  const close = async () => {
    await emulator.close()
    await browser.close()
    await server.close()
    await built.remove()
  }
  return { emulator, browser, url: server.url, close }
}
