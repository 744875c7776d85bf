import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createServer } from 'vite'
import { workspace } from './workspace.mjs'

const folder = join(workspace, 'examples')
const title = (/** @type {string} */ name) => name.charAt(0).toUpperCase() + name.slice(1)

/** The example applications: whatever has a page. The one without a framework comes first. */
const examples = () =>
  readdirSync(folder)
    .filter(name => existsSync(join(folder, name, 'index.html')))
    .sort((a, b) => Number(b === 'vanilla') - Number(a === 'vanilla') || a.localeCompare(b))

const serve = async (/** @type {string} */ name, /** @type {number} */ port) => {
  const server = await createServer({
    root: join(folder, name),
    logLevel: 'error',
    clearScreen: false,
    server: { host: '127.0.0.1', port, strictPort: false, open: false },
  })
  await server.listen()
  const [url = ''] = server.resolvedUrls?.local ?? []
  return { name: title(name), url, close: () => server.close() }
}

/**
 * Serves every example with a development server of its own.
 *
 * @param {number} port the first one to try
 * @param {string} publishableKey of the emulator that they talk to
 */
export const serveExamples = async (port, publishableKey) => {
  // Vite hands variables of the process with this prefix to the page.
  process.env.VITE_CLERK_PUBLISHABLE_KEY = publishableKey
  const served = []
  // One after the other: each takes the first port that the ones before left free.
  for (const [index, name] of examples().entries()) served.push(await serve(name, port + index))
  return served
}
