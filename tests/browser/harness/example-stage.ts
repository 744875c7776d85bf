import { existsSync, readdirSync } from 'node:fs'
import { type Listening, listen } from '@clientele/emulator/node'
import type { Browser } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { builtOf } from './shared.ts'
import { serveFolder, strictPolicy } from './static-server.ts'
import { inWorkspace } from './workspace.ts'

/** The names of the examples that have a page. */
export const exampleNames: readonly string[] = readdirSync(inWorkspace('examples')).filter(name =>
  existsSync(inWorkspace(`examples/${name}/index.html`)),
)

/** An emulator, an example built for it and served under the strict policy, and a browser. */
export interface Stage {
  readonly emulator: Listening
  readonly browser: Browser
  /** Where the example is. */
  readonly url: string
  /** Serves another example beside it, for the same emulator. @returns where that is */
  readonly add: (example: string) => Promise<string>
  readonly close: () => Promise<void>
}

/**
 * @param example the name of its folder
 * @param host the name of this machine, for the page and the emulator alike
 */
export const setExampleStage = async (example: string, host = '127.0.0.1'): Promise<Stage> => {
  const emulator = await listen()
  const frontendApi = `${host}:${emulator.port}`
  const browser = await openBrowser()
  const undo: (() => Promise<void>)[] = [() => browser.close(), () => emulator.close()]
  const add = async (name: string) => {
    const server = await serveFolder(await builtOf(`examples/${name}`), {
      policy: strictPolicy(`http://${frontendApi}`),
      host,
      // Of the address that the emulator prints, under whatever name the page is opened.
      publishableKey: emulator.emulator.publishableKey,
    })
    undo.push(server.close)
    return server.url
  }
  const close = async () => {
    for (const run of undo) await run()
  }
  try {
    return { emulator, browser, add, close, url: await add(example) }
  } catch (error) {
    await close()
    throw error
  }
}
