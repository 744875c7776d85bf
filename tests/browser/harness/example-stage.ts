import { type Listening, listen } from '@clientele/emulator/node'
import type { Browser } from 'playwright-core'
import { createApi } from '../../../examples/api/create-api.mjs'
import { openBrowser } from './browser.ts'
import { builtOf } from './shared.ts'
import { serveFolder, strictPolicy } from './static-server.ts'

/** The applications: the same one, each with another framework. */
export const exampleNames: readonly string[] = ['react', 'vue', 'vanilla']

/** An emulator, and an example built for it and served under the strict policy. */
export interface ServedExample {
  readonly emulator: Listening
  /** Where the example is. */
  readonly url: string
  /** Serves another example beside it, for the same emulator. @returns where that is */
  readonly add: (example: string) => Promise<string>
  readonly close: () => Promise<void>
}

/** The same with the browser of this run. */
export interface Stage extends ServedExample {
  readonly browser: Browser
}

/**
 * @param example the name of its folder
 * @param host the name of this machine, for the page and the emulator alike
 */
export const serveExample = async (example: string, host = '127.0.0.1'): Promise<ServedExample> => {
  const emulator = await listen({ settings: { password: 'on' } })
  const frontendApi = `${host}:${emulator.port}`
  const undo: (() => Promise<void>)[] = [() => emulator.close()]
  const add = async (name: string) => {
    const server = await serveFolder(await builtOf(`examples/${name}`), {
      policy: strictPolicy(`http://${frontendApi}`),
      host,
      // Of the address that the emulator prints, under whatever name the page is opened.
      publishableKey: emulator.emulator.publishableKey,
      api: createApi(emulator.url),
    })
    undo.push(server.close)
    return server.url
  }
  const close = async () => {
    for (const run of undo) await run()
  }
  try {
    return { emulator, add, close, url: await add(example) }
  } catch (error) {
    await close()
    throw error
  }
}

/** As {@link serveExample}, and a browser. */
export const setExampleStage = async (example: string, host?: string): Promise<Stage> => {
  const browser = await openBrowser()
  try {
    const served = await serveExample(example, host)
    const close = async () => {
      await browser.close()
      await served.close()
    }
    return { ...served, browser, close }
  } catch (error) {
    await browser.close()
    throw error
  }
}
