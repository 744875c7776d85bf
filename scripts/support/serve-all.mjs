import { existsSync } from 'node:fs'
import { createApi } from '../../examples/api/create-api.mjs'
import { emulatorEntry, serveEmulator } from './serve-emulator.mjs'
import { serveExamples } from './serve-examples.mjs'
import { serveHttp } from './serve-http.mjs'
import { serveStartPage } from './serve-start-page.mjs'

/** @typedef {ReturnType<typeof import('./start-options.mjs').readStartOptions>} Options */
/** @typedef {() => Promise<unknown>} Close */
/** @typedef {import('../../examples/start/page.mjs').Running} Running */

/**
 * Starts the emulator, the API of the examples, every example, and the page that links them.
 *
 * @param {Pick<Options, 'emulatorPort' | 'examplesPort' | 'startPort'>} options
 * @param {Close[]} closers gets what ends each of them, as soon as it runs
 */
export const serveAll = async ({ emulatorPort, examplesPort, startPort }, closers) => {
  if (!existsSync(emulatorEntry))
    throw new Error('The packages are not built: leave out --no-build')
  const emulator = await serveEmulator(emulatorPort)
  closers.push(emulator.close)
  const { publishableKey } = emulator
  const api = await serveHttp(5160, createApi(emulator.url))
  closers.push(api.close)
  /** @type {Running} */
  let running = { examples: [], emulator, publishableKey }
  const start = await serveStartPage(startPort, () => running)
  closers.push(start.close)
  const examples = await serveExamples(examplesPort, {
    API_URL: api.url,
    VITE_CLERK_PUBLISHABLE_KEY: publishableKey,
    VITE_START_URL: start.url,
    VITE_DASHBOARD_URL: emulator.url,
  })
  closers.push(...examples.map(({ close }) => close))
  running = { examples, emulator, publishableKey }
  return { start, emulator, examples }
}

/** @param {Awaited<ReturnType<typeof serveAll>>} served */
export const announce = ({ start, emulator, examples }) => {
  const title = (/** @type {string} */ name) => name.charAt(0).toUpperCase() + name.slice(1)
  const lines = [start, ...examples, emulator].map(
    ({ name, url }) => `  ${title(name).padEnd(12)}${url}`,
  )
  console.log(
    [
      '',
      'Clientele is running:',
      '',
      ...lines,
      `  ${'Key'.padEnd(12)}${emulator.publishableKey}`,
      '',
      `Begin at ${start.url} : it links the others, and says whom you can sign in as.`,
      'Sign up with any address that has +clerk_test in it: its code is 424242.',
      'Press Ctrl-C to stop.',
      '',
    ].join('\n'),
  )
}
