import { statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { seed } from '../../examples/start/people.mjs'
import { onNextFreePort } from './next-free-port.mjs'
import { workspace } from './workspace.mjs'

/** Where the build puts the emulator's server. */
export const emulatorEntry = join(workspace, 'packages/emulator/dist/node.js')

/** The server as it was built last: a build has another address than the one before. */
const importEmulator = () =>
  import(`${pathToFileURL(emulatorEntry).href}?built=${statSync(emulatorEntry).mtimeMs}`)

/**
 * Starts the emulator as it was built, with the people of the start page. `replace` starts the
 * build of now at the same address, with everything that the one before knew.
 *
 * @param {number} port the first one to try
 * @returns {Promise<{
 *   name: string
 *   url: string
 *   publishableKey: string
 *   close: () => Promise<void>
 *   replace: () => Promise<void>
 * }>}
 */
export const serveEmulator = async port => {
  const { listen } = await importEmulator()
  const first = await onNextFreePort(port, free => listen({ port: free, initial: seed }))
  let current = first
  const replace = async () => {
    const { listen: listenAgain } = await importEmulator()
    const snapshot = current.emulator.export()
    await current.close()
    current = await listenAgain({ port: first.port })
    current.emulator.import(snapshot)
  }
  const { url, publishableKey } = first
  return { name: 'Emulator', url, publishableKey, close: () => current.close(), replace }
}
