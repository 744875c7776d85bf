import { createServer } from 'node:http'
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server'
import type { Emulator } from './control/emulator.ts'
import type { Seed } from './control/seed/seed.ts'
import { createEmulator, type EmulatorOptions } from './emulator.ts'
import { publishableKeyFor, usesDevBrowser } from './lib/publishable-key.ts'
import { answerAsked } from './node/answer-request.ts'
import { type DataFile, openDataFile } from './node/data/data-file.ts'
import { close, limitsOf, open } from './node/socket.ts'

/** How the emulator is served. */
export interface ListenOptions extends Omit<EmulatorOptions, 'host'> {
  /** Serve this emulator; the options that make one are then left alone. */
  readonly emulator?: Emulator | undefined
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined
  /** The IPv4 address to listen at: loopback unless another is asked for. */
  readonly host?: string | undefined
  /**
   * A file in which everything is kept: a change is at the disk before its request is answered.
   * What is changed by the methods of `emulator` is saved with the next answer, and by `close`.
   * Another emulator cannot have it until `close`, or the end of this process.
   */
  readonly data?: string | undefined
  /** What it begins with, unless the data file has something. */
  readonly initial?: Seed | undefined
  /**
   * ms in which a request has to be there to its end, by the time of the system; it is answered 408
   * then, and its connection closed. 10,000 when not set.
   */
  readonly requestTimeout?: number | undefined
}

/** An emulator at a socket. */
export interface Listening {
  /** Without a slash at the end: `http://127.0.0.1:4100`. */
  readonly url: string
  /** The one that was free where 0 was asked for. */
  readonly port: number
  /**
   * The key by which clients reach this address, or the emulator's own when that is for a
   * development host.
   */
  readonly publishableKey: string
  /** The key by which backends use the Backend API at this address. */
  readonly secretKey: string
  /** The one that is served. */
  readonly emulator: Emulator
  /** Closes the socket and every connection to it. */
  close(): Promise<void>
}

const noData: DataFile = {
  snapshot: null,
  keep: () => ({ save: async () => {}, close: async () => {} }),
  release: () => {},
}

const serve = async (
  { emulator: given, port = 0, initial, requestTimeout = 10_000, ...making }: ListenOptions,
  host: string,
  data: DataFile,
): Promise<Listening> => {
  let answer = async (_request: Request, _asking: HttpBindings | Http2Bindings) =>
    new Response(null, { status: 503 })
  const server = createServer(
    limitsOf(requestTimeout),
    getRequestListener((request, asking) => answer(request, asking), {
      overrideGlobalObjects: false,
    }),
  )
  const bound = await open(server, host, port)
  const reachable = `${host === '0.0.0.0' ? '127.0.0.1' : host}:${bound}`
  const own = making.publishableKey === undefined ? { host: reachable } : {}
  try {
    const emulator = given ?? createEmulator({ ...making, ...own })
    if (data.snapshot) emulator.import(data.snapshot)
    else if (initial) emulator.seed(initial)
    const keeper = data.keep(emulator)
    await keeper.save()
    answer = (request, asking) => answerAsked(emulator, keeper.save, request, asking)
    return {
      url: `http://${reachable}`,
      port: bound,
      publishableKey: usesDevBrowser(emulator.host)
        ? emulator.publishableKey
        : publishableKeyFor(reachable),
      secretKey: emulator.secretKey,
      emulator,
      close: async () => {
        await close(server)
        await keeper.close().finally(data.release)
      },
    }
  } catch (error) {
    await close(server)
    throw error
  }
}

/**
 * Serves an emulator at a socket.
 *
 * @throws Error with the system's `code`, such as `EADDRINUSE`, when the address cannot be had, or
 * `EBUSY`, when another emulator has the data file, and Error that says what is wrong with that
 * file, which is left as it is.
 * @example
 * const { url, publishableKey, close } = await listen({ port: 4100 })
 */
export const listen = async (options: ListenOptions = {}): Promise<Listening> => {
  const { host: received = '127.0.0.1', data: path } = options
  const host = received === 'localhost' ? '127.0.0.1' : received
  if (!/^\d+(\.\d+){3}$/.test(host))
    throw new TypeError(`host must be an IPv4 address such as 127.0.0.1, not ${received}.`)
  const data = path === undefined ? noData : await openDataFile(path)
  try {
    return await serve(options, host, data)
  } catch (error) {
    data.release()
    throw error
  }
}
