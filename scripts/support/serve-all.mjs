import { existsSync } from 'node:fs'
import { emulatorEntry, serveEmulator } from './serve-emulator.mjs'
import { serveExamples } from './serve-examples.mjs'
import { serveStartPage } from './serve-start-page.mjs'

/** @typedef {ReturnType<typeof import('./start-options.mjs').readStartOptions>} Options */
/** @typedef {() => Promise<unknown>} Close */

/**
 * Starts the emulator, every example, and the page that links them.
 *
 * @param {Options} options
 * @param {Close[]} closers gets what ends each of them, as soon as it runs
 */
export const serveAll = async ({ emulatorPort, examplesPort, startPort }, closers) => {
  if (!existsSync(emulatorEntry))
    throw new Error('The packages are not built: leave out --no-build')
  const emulator = await serveEmulator(emulatorPort)
  closers.push(emulator.close)
  const examples = await serveExamples(examplesPort, emulator.publishableKey)
  closers.push(...examples.map(({ close }) => close))
  const { publishableKey } = emulator
  const start = await serveStartPage(startPort, { emulator, examples, publishableKey })
  closers.push(start.close)
  return { start, emulator, examples }
}

/** @param {Awaited<ReturnType<typeof serveAll>>} served */
export const announce = ({ start, emulator, examples }) => {
  const lines = [start, ...examples, emulator].map(({ name, url }) => `  ${name.padEnd(10)}${url}`)
  console.log(
    [
      '',
      'Clientele is running:',
      '',
      ...lines,
      `  ${'Key'.padEnd(10)}${emulator.publishableKey}`,
      '',
      `Begin at ${start.url} : it links the others, and says whom you can sign in as.`,
      'Sign up with any address that has +clerk_test in it: its code is 424242.',
      'Press Ctrl-C to stop.',
      '',
    ].join('\n'),
  )
}
