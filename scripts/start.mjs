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
import { readStartOptions } from './support/start-options.mjs'
import { installArgs, step } from './support/step.mjs'
import { untilStopped } from './support/until-stopped.mjs'

await untilStopped(async (signal, closers) => {
  const given = (process.env.CLIENTELE_START ?? '').split(' ').filter(Boolean)
  const options = readStartOptions([...process.argv.slice(2), ...given])
  if (options.install) await step('Installing', installArgs, signal)
  if (options.build) await step('Building', ['run', 'build:packages'], signal)
  if (signal.aborted) return
  // Imported only now: before the install there may be nothing to import.
  const { announce, serveAll } = await import('./support/serve-all.mjs')
  announce(await serveAll(options, closers))
})
