import type { Server, ServerOptions } from 'node:http'

/**
 * Lets a server answer 408, and close the connection, when a request is not there in time.
 *
 * @throws TypeError for a time that is none.
 */
export const limitsOf = (requestTimeout: number): ServerOptions => {
  if (!Number.isInteger(requestTimeout) || requestTimeout <= 0)
    throw new TypeError(
      `requestTimeout must be a whole number of milliseconds above 0, not ${requestTimeout}.`,
    )
  return { requestTimeout, connectionsCheckingInterval: Math.min(requestTimeout, 1000) }
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

/** Opens a server and gives its port. @throws Error that says in a line why it cannot. */
export const open = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', error => reject(explain(error, host, port)))
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })

/** Closes a server and every connection to it. */
export const close = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
