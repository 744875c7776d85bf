import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
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

/** What applications are built with in place of the key of an emulator. */
export const placeholderKey = 'pk_test_placeholder'

/** The port that a server of this machine listens on. */
export const portOf = (server: Server): number => {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server has no port')
  return address.port
}

/** Ends a server, and connections that browsers keep open. */
export const stop = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

export interface ServeOptions {
  /** The `Content-Security-Policy` of every answer. */
  readonly policy?: string
  /** The name of this machine in the address. */
  readonly host?: string
  /** Takes the place of the placeholder that the application was built with. */
  readonly publishableKey?: string
  /** A folder whose files are at `/cdn`. */
  readonly cdn?: string
  /** What the head of each page begins with, asked for every time. */
  readonly head?: () => string
  /** Answers what begins with `/api/`. */
  readonly api?: RequestListener
}

/** Serves a folder as a plain web server would. */
export const serveFolder = async (
  folder: string,
  { policy, host = '127.0.0.1', publishableKey, cdn, head, api }: ServeOptions = {},
): Promise<StaticServer> => {
  const fileAt = (path: string) =>
    cdn !== undefined && path.startsWith('/cdn/')
      ? join(cdn, path.slice('/cdn'.length))
      : join(folder, path.endsWith('/') ? `${path}index.html` : path)
  const read = async (file: string) => {
    // Pages of the documentation are linked without their ending.
    const body = await readFile(extname(file) ? file : `${file}.html`)
    if (head && extname(file) === '.html') return `${body}`.replace('<head>', `<head>${head()}`)
    if (publishableKey === undefined || extname(file) !== '.js') return body
    return body.toString().replaceAll(placeholderKey, publishableKey)
  }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (api && pathname.startsWith('/api/')) return api(request, response)
    const file = fileAt(normalize(pathname))
    try {
      const body = await read(file)
      response.writeHead(200, {
        'Content-Type': types[extname(file) || '.html'] ?? 'application/octet-stream',
        ...(policy && { 'Content-Security-Policy': policy }),
      })
      return response.end(body)
    } catch {
      return response.writeHead(404).end()
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://${host}:${portOf(server)}`, close: () => stop(server) }
}
