// npm start: installs, builds, runs the emulator with every example, and stops them all on Ctrl-C.
//
//   --no-install             the packages are installed
//   --no-build               they are built, too
//   --emulator-port <port>   the first one to try for the emulator
//   --examples-port <port>   the first one to try for the examples
//   --start-port <port>      the first one to try for the page that links them
//
// package.json starts this by `exec`, so that a signal reaches this process and not a shell in
// between, which would leave it running. The shell of Windows knows no `exec`; the second half of
// that line is for it. Options that are given to npm would reach that half only, so
// `CLIENTELE_START="--no-install --no-build" npm start` gives them to both.
import { existsSync } from 'node:fs'
import { pnpm } from './support/pnpm.mjs'
import { readStartOptions } from './support/start-options.mjs'

/** Milliseconds for connections to end before they are cut. */
const patience = 3000

const stopping = new AbortController()
/** @type {(() => Promise<void>)[]} */
const closers = []

const stop = async () => {
  // Ctrl-C comes twice: from the terminal, and from npm, which passes it on.
  if (stopping.signal.aborted) return
  stopping.abort()
  setTimeout(() => process.exit(0), patience).unref()
  await Promise.allSettled(closers.map(close => close()))
  process.exit(0)
}

/**
 * Runs pnpm and shows what it said only when it failed.
 *
 * @param {string} what
 * @param {readonly string[]} args
 */
const step = async (what, args) => {
  console.log(`${what}…`)
  const { code, output } = await pnpm(args, { quiet: true, signal: stopping.signal })
  if (stopping.signal.aborted || code === 0) return
  console.error(output)
  throw new Error(`${what} failed`)
}

/** @typedef {ReturnType<typeof readStartOptions>} Options */

/** @param {Options} options */
const prepare = async ({ install, build }) => {
  if (install) await step('Installing', ['install', '--frozen-lockfile'])
  if (build) await step('Building', ['-r', '--filter', './packages/*', 'run', 'build'])
}

/** @param {Options} options */
const serveAll = async ({ emulatorPort, examplesPort, startPort }) => {
  // Imported only now: before the install there may be nothing to import.
  const { emulatorEntry, serveEmulator } = await import('./support/serve-emulator.mjs')
  if (!existsSync(emulatorEntry))
    throw new Error('The packages are not built: leave out --no-build')
  const emulator = await serveEmulator(emulatorPort)
  closers.push(emulator.close)
  const { serveExamples } = await import('./support/serve-examples.mjs')
  const examples = await serveExamples(examplesPort, emulator.publishableKey)
  closers.push(...examples.map(({ close }) => close))
  const { serveStartPage } = await import('./support/serve-start-page.mjs')
  const start = await serveStartPage(startPort, {
    emulator,
    examples,
    publishableKey: emulator.publishableKey,
  })
  closers.push(start.close)
  return { start, emulator, examples }
}

/** @param {Awaited<ReturnType<typeof serveAll>>} served */
const announce = ({ start, emulator, examples }) => {
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

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop())

try {
  const given = (process.env.CLIENTELE_START ?? '').split(' ').filter(Boolean)
  const options = readStartOptions([...process.argv.slice(2), ...given])
  await prepare(options)
  if (!stopping.signal.aborted) announce(await serveAll(options))
} catch (error) {
  if (!stopping.signal.aborted) {
    console.error(error instanceof Error ? error.message : error)
    await Promise.allSettled(closers.map(close => close()))
    process.exit(1)
  }
}
