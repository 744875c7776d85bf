import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

/** Files at an address of this machine. */
export interface StaticServer {
  /** Without a slash at its end. */
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * The strictest policy that an application may run under: its own files, the one address it talks
 * to, no script from text.
 */
export const strictPolicy = (frontendApi: string): string =>
  `default-src 'self'; connect-src 'self' ${frontendApi}; require-trusted-types-for 'script'`

/**
 * Serves a folder as a plain web server would.
 *
 * @param policy the `Content-Security-Policy` of every answer
 * @param host the name of this machine in the address
 */
export const serveFolder = async (
  folder: string,
  policy?: string,
  host = '127.0.0.1',
): Promise<StaticServer> => {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname))
    try {
      const body = await readFile(file)
      response.writeHead(200, {
        'Content-Type': types[extname(file)] ?? 'application/octet-stream',
        ...(policy && { 'Content-Security-Policy': policy }),
      })
      response.end(body)
    } catch {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port')
  return {
    url: `http://${host}:${address.port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
