// npm run dev: what `npm start` runs, from the sources. Pages reload when a source changes, and so
// does the emulator, which keeps its users and sessions. Takes the options of `npm start`.
import { readStartOptions } from './support/start-options.mjs'
import { installArgs, step } from './support/step.mjs'
import { untilStopped } from './support/until-stopped.mjs'

await untilStopped(async (signal, closers) => {
  const given = (process.env.CLIENTELE_START ?? '').split(' ').filter(Boolean)
  const options = readStartOptions([...process.argv.slice(2), ...given])
  if (options.install) await step('Installing', installArgs, signal)
  // Imported only now: before the install there may be nothing to import.
  const { watchEmulator } = await import('./support/watch-emulator.mjs')
  const emulator = await watchEmulator(signal)
  const { announce, serveAll } = await import('./support/serve-all.mjs')
  const served = await serveAll(options, closers)
  announce(served)
  emulator.onBuild(async () => {
    await served.emulator.replace()
    console.log('The emulator was built and started again')
  })
})
