import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { renderStartPage } from '../../examples/start/page.mjs'
import { onNextFreePort } from './next-free-port.mjs'
import { workspace } from './workspace.mjs'

const read = (/** @type {string} */ path) => readFile(join(workspace, 'examples', path), 'utf8')

/** @param {import('../../examples/start/page.mjs').Running} running */
const files = async running => {
  const style = `${await read('shared/style.css')}\n${await read('start/start.css')}`
  return new Map([
    ['/', ['text/html; charset=utf-8', renderStartPage(running)]],
    ['/style.css', ['text/css; charset=utf-8', style]],
    ['/favicon.svg', ['image/svg+xml', await read('vanilla/public/favicon.svg')]],
  ])
}

/**
 * Serves the page that links everything that runs.
 *
 * @param {number} port the first one to try
 * @param {import('../../examples/start/page.mjs').Running} running
 * @returns {Promise<{ name: string, url: string, close: () => Promise<void> }>}
 */
export const serveStartPage = async (port, running) => {
  const known = await files(running)
  const server = createServer((request, response) => {
    const [type, body] = known.get(new URL(request.url ?? '/', 'http://localhost').pathname) ?? []
    if (type === undefined) return response.writeHead(404).end()
    response
      .writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': "default-src 'self'" })
      .end(body)
  })
  const listen = (/** @type {number} */ free) =>
    new Promise((resolve, reject) => {
      server.once('error', reject)
      server.listen(free, '127.0.0.1', () => {
        server.off('error', reject)
        resolve(free)
      })
    })
  const bound = await onNextFreePort(port, listen)
  return {
    name: 'Start',
    url: `http://127.0.0.1:${bound}/`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
