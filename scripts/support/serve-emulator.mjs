import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { seed } from '../../examples/start/people.mjs'
import { onNextFreePort } from './next-free-port.mjs'
import { workspace } from './workspace.mjs'

/** Where the build puts the emulator's server. */
export const emulatorEntry = join(workspace, 'packages/emulator/dist/node.js')

/**
 * Starts the emulator as it was built, with the people of the start page.
 *
 * @param {number} port the first one to try
 * @returns {Promise<{ name: string, url: string, publishableKey: string, close: () => Promise<void>
 * }>}
 */
export const serveEmulator = async port => {
  const { listen } = await import(pathToFileURL(emulatorEntry).href)
  const { url, publishableKey, close } = await onNextFreePort(port, free =>
    listen({ port: free, initial: seed }),
  )
  return { name: 'Emulator', url, publishableKey, close }
}
