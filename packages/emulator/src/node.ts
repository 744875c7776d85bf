import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createEmulator, type Emulator, type EmulatorOptions } from './emulator.ts'
import { ConnectionDropped } from './faults/connection-dropped.ts'
import { publishableKeyFor, usesDevBrowser } from './publishable-key.ts'

export interface ListenOptions extends Omit<EmulatorOptions, 'host'> {
  /** Serve this emulator; the options that make one are then left alone. */
  readonly emulator?: Emulator | undefined
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined
  /** The IPv4 address to listen at: loopback unless another is asked for. */
  readonly host?: string | undefined
}

/** An emulator at a socket. */
export interface Listening {
  /** Without a slash at the end: `http://127.0.0.1:4100`. */
  readonly url: string
  readonly port: number
  /** The key by which clients reach this address, or the emulator's own when that is for a development host. */
  readonly publishableKey: string
  readonly emulator: Emulator
  /** Closes the socket and every connection to it. */
  close(): Promise<void>
}

interface Asking {
  readonly incoming: { readonly socket: { destroy(): unknown } }
}

const explain = (error: NodeJS.ErrnoException, host: string, port: number): Error => {
  const reasons: Record<string, string> = {
    EADDRINUSE: `Port ${port} at ${host} is in use: choose another, or 0 for any free one.`,
    EACCES: `Port ${port} at ${host} may not be used: choose one above 1023.`,
    EADDRNOTAVAIL: `This machine has no address ${host}.`,
  }
  const message = reasons[error.code ?? ''] ?? `Cannot listen at ${host}:${port}: ${error.message}`
  return Object.assign(new Error(message, { cause: error }), { code: error.code })
}

const open = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', error => reject(explain(error, host, port)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })

const close = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/**
 * Serves an emulator at a socket.
 *
 * @throws Error with the system's `code`, such as `EADDRINUSE`, when the address cannot be had.
 * @example
 * const { url, publishableKey, close } = await listen({ port: 4100 })
 */
export const listen = async (options: ListenOptions = {}): Promise<Listening> => {
  const { emulator: given, port = 0, host: asked = '127.0.0.1', ...making } = options
  const host = asked === 'localhost' ? '127.0.0.1' : asked
  if (!/^\d+(\.\d+){3}$/.test(host))
    throw new TypeError(`host must be an IPv4 address such as 127.0.0.1, not ${asked}.`)
  let emulator = given
  const answer = async (request: Request, { incoming }: Asking): Promise<Response> => {
    // The fetch fails when a fault breaks the connection, when the asker hung up, or when it asked by a method that
    // cannot be represented at all.
    const unreadable = (error?: unknown) => {
      if (!(error instanceof ConnectionDropped)) return new Response(null, { status: 400 })
      incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    }
    return emulator ? emulator.fetch(request).catch(unreadable) : unreadable()
  }
  const server = createServer(getRequestListener(answer, { overrideGlobalObjects: false }))
  const bound = await open(server, host, port)
  const reachable = `${host === '0.0.0.0' ? '127.0.0.1' : host}:${bound}`
  const own = making.publishableKey === undefined ? { host: reachable } : {}
  emulator ??= createEmulator({ ...making, ...own })
  return {
    url: `http://${reachable}`,
    port: bound,
    publishableKey: usesDevBrowser(emulator.host) ? emulator.publishableKey : publishableKeyFor(reachable),
    emulator,
    close: () => close(server),
  }
}
