import { join } from 'node:path'
import { createServer } from 'vite'
import { exampleNames } from '../../examples/start/examples.mjs'
import { workspace } from './workspace.mjs'

/** @typedef {import('../../examples/start/examples.mjs').ExampleName} ExampleName */

const serve = async (/** @type {ExampleName} */ name, /** @type {number} */ port) => {
  const server = await createServer({
    root: join(workspace, 'examples', name),
    logLevel: 'error',
    clearScreen: false,
    server: { host: '127.0.0.1', port, strictPort: false, open: false },
  })
  await server.listen()
  const [url = ''] = server.resolvedUrls?.local ?? []
  // Passkeys belong to a name: under an address of numbers no browser has any.
  return { name, url: url.replace('127.0.0.1', 'localhost'), close: () => server.close() }
}

/**
 * Serves every example with a development server of its own.
 *
 * @param {number} port the first one to try
 * @param {Readonly<Record<string, string>>} environment what the examples are told
 */
export const serveExamples = async (port, environment) => {
  // Vite hands variables of the process with its prefix to the page.
  Object.assign(process.env, environment)
  const served = []
  // One after the other: each takes the first port that the ones before left free.
  for (const [index, name] of exampleNames.entries()) served.push(await serve(name, port + index))
  return served
}
