import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildDashboard } from '../../packages/emulator/dashboard/build.mjs'
import { workspace } from './workspace.mjs'

const folder = join(workspace, 'packages/emulator')

/**
 * Builds the emulator each time a source of it changes.
 *
 * @param {AbortSignal} signal ends it
 * @returns {Promise<{ onBuild: (listener: () => Promise<void>) => void }>} when the first build is
 * done
 */
export const watchEmulator = async signal => {
  // The emulator brings it along; a change of it is built by the next start.
  await buildDashboard()
  return new Promise((resolve, reject) => {
    const tsup = join(workspace, 'node_modules/tsup/dist/cli-default.js')
    // Not cleaned: the running emulator may still load a part of the build before.
    const child = spawn(process.execPath, [tsup, '--watch', 'src', '--no-clean'], {
      cwd: folder,
      signal,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    /** @type {() => Promise<void>} */
    let listener = async () => {}
    const watching = {
      onBuild: (/** @type {() => Promise<void>} */ next) => {
        listener = next
      },
    }
    child.stdout.setEncoding('utf8').on('data', text => {
      if (!/Build success/.test(text)) return
      resolve(watching)
      listener().catch(error => console.error(error instanceof Error ? error.message : error))
    })
    child.on('error', error => (signal.aborted ? undefined : reject(error)))
    child.on('exit', () => (signal.aborted ? undefined : reject(new Error('tsup ended'))))
  })
}
