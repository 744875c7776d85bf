import { createServer } from 'node:http'
import { onNextFreePort } from './next-free-port.mjs'

/**
 * Serves on this machine alone.
 *
 * @param {number} port the first one to try
 * @param {import('node:http').RequestListener} listener
 * @returns {Promise<{ url: string, close: () => Promise<void> }>} without a slash at its end
 */
export const serveHttp = async (port, listener) => {
  const server = createServer(listener)
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
    url: `http://127.0.0.1:${bound}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
