import { type Listening, listen } from '@clientele/emulator/node'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { build } from './build.ts'
import { serveFolder, strictPolicy } from './static-server.ts'
import { inWorkspace } from './workspace.ts'

/** An emulator, an example built for it and served under the strict policy, and a browser. */
export interface Stage {
  readonly emulator: Listening
  readonly browser: Browser
  /** Where the example is. */
  readonly url: string
  readonly close: () => Promise<void>
}

/** @param example the name of its folder */
export const setExampleStage = async (example: string): Promise<Stage> => {
  const emulator = await listen()
  const built = await build(inWorkspace(`examples/${example}`), {
    VITE_CLERK_PUBLISHABLE_KEY: emulator.publishableKey,
  })
  const server = await serveFolder(built.folder, strictPolicy(emulator.url))
  const browser = await openBrowser()
  return {
    emulator,
    browser,
    url: server.url,
    close: async () => {
      await browser.close()
      await server.close()
      await emulator.close()
      await built.remove()
    },
  }
}
