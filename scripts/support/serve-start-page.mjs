import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exampleNames } from '../../examples/start/examples.mjs'
import { renderStartPage } from '../../examples/start/page.mjs'
import { renderSourcePage } from '../../examples/start/source-page.mjs'
import { serveHttp } from './serve-http.mjs'
import { workspace } from './workspace.mjs'

const examples = join(workspace, 'examples')
const read = (/** @type {string} */ path) => readFile(join(examples, path), 'utf8')

/** What somebody reads of an example: its sources, by path, and the API that it calls. */
const readSources = async (/** @type {string} */ name) => {
  const found = await readdir(join(examples, name, 'src'), { recursive: true })
  const paths = found.filter(path => /\.\w+$/.test(path)).map(path => `${name}/src/${path}`)
  const all = [...paths.sort(), `${name}/vite.config.ts`, 'api/create-api.mjs']
  return Promise.all(all.map(async path => ({ path: `examples/${path}`, text: await read(path) })))
}

/** @typedef {import('../../examples/start/page.mjs').Running} Running */

/** @type {Readonly<Record<string, (running: Running) => Promise<readonly [string, string]>>>} */
const pages = {
  '/': async running => ['text/html', renderStartPage(running)],
  '/style.css': async () => [
    'text/css',
    `${await read('shared/style.css')}\n${await read('start/start.css')}`,
  ],
  '/favicon.svg': async () => ['image/svg+xml', await read('shared/public/favicon.svg')],
  ...Object.fromEntries(
    exampleNames.map(name => [
      `/source/${name}`,
      async () => ['text/html', renderSourcePage(name, await readSources(name))],
    ]),
  ),
}

/**
 * Serves the page that links everything that runs.
 *
 * @param {number} port the first one to try
 * @param {() => Running} getRunning asked each time that the page is
 * @returns {Promise<{ name: string, url: string, close: () => Promise<void> }>}
 */
export const serveStartPage = async (port, getRunning) => {
  const { url, close } = await serveHttp(port, async (request, response) => {
    const page = pages[new URL(request.url ?? '/', 'http://localhost').pathname]
    if (!page) return response.writeHead(404).end()
    const [type, body] = await page(getRunning())
    return response
      .writeHead(200, {
        'Content-Type': `${type}; charset=utf-8`,
        'Content-Security-Policy': "default-src 'self'",
      })
      .end(body)
  })
  return { name: 'Start', url: `${url}/`, close }
}
