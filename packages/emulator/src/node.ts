import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import { getRequestListener, type Http2Bindings, type HttpBindings } from '@hono/node-server'
import type { Emulator } from './control/emulator.ts'
import type { Seed } from './control/seed/seed.ts'
import { createEmulator, type EmulatorOptions } from './emulator.ts'
import { publishableKeyFor, usesDevBrowser } from './lib/publishable-key.ts'
import { answerAsked } from './node/answer-request.ts'
import { type DataFile, openDataFile } from './node/data/data-file.ts'
import { answerNpmFile } from './node/npm-files.ts'
import { certificateOf, type Place, placeOf } from './node/place.ts'
import { close, limitsOf, open } from './node/socket.ts'
import type { Certificate } from './node/tls/kept-certificate.ts'

/** How the emulator is served. */
export interface ListenOptions extends Omit<EmulatorOptions, 'host'> {
  /** Serve this emulator; the options that make one are then left alone. */
  readonly emulator?: Emulator | undefined
  /** 0, the default, takes any free port. */
  readonly port?: number | undefined
  /**
   * The IPv4 address to listen at: loopback unless another is asked for. A name such as
   * `app.localhost`, which leads to this machine, listens at loopback and is in the key.
   */
  readonly host?: string | undefined
  /**
   * Serve by HTTPS: with a certificate and its key, each as PEM, or with `true` by one that is made
   * at the first start and kept for this user of the machine.
   */
  readonly tls?: boolean | Certificate | undefined
  /**
   * The folder of the application, out of whose `node_modules` the scripts of Clerk's SDKs are
   * served at `/npm/@clerk/…`: the working directory when not set.
   */
  readonly root?: string | undefined
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
   * The key by which clients reach this address, or the one that was given, or the emulator's
   * own when that is for a development host.
   */
  readonly publishableKey: string
  /** The key by which backends use the Backend API at this address. */
  readonly secretKey: string
  /** The file of the certificate that was made, for browsers to trust; `null` for none. */
  readonly certificateFile: string | null
  /** The one that is served. */
  readonly emulator: Emulator
  /** Closes the socket and every connection to it. */
  close(): Promise<void>
}

type Answer = (request: Request, asking: HttpBindings | Http2Bindings) => Promise<Response>

const noData: DataFile = {
  snapshot: null,
  keep: () => ({ save: async () => {}, close: async () => {} }),
  release: () => {},
}

const createSocket = (
  certificate: Certificate | null,
  limits: ServerOptions,
  listener: RequestListener,
): Server =>
  certificate
    ? createTlsServer({ ...limits, cert: certificate.cert, key: certificate.key }, listener)
    : createServer(limits, listener)

/** Whoever asks for a script gets it; everything else is for the emulator. */
const withNpmFiles =
  (root: string, prefix: string, answer: Answer): Answer =>
  async (request, asking) => {
    const { pathname } = new URL(request.url)
    const path = pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname
    const known = request.headers.get('if-none-match')
    return (await answerNpmFile(path, root, known)) ?? answer(request, asking)
  }

const serve = async (
  {
    emulator: given,
    port = 0,
    host: _,
    initial,
    requestTimeout = 10_000,
    ...making
  }: ListenOptions,
  place: Place,
  data: DataFile,
): Promise<Listening> => {
  const { root = process.cwd() } = making
  const prefix = (making.pathPrefix ?? '').replace(/\/+$/, '')
  const certificate = await certificateOf(
    making.tls ?? false,
    making.publishableKey ?? given?.publishableKey,
    place,
  )
  let answer: Answer = async () => new Response(null, { status: 503 })
  const listener: RequestListener = getRequestListener(
    (request, asking) => answer(request, asking),
    { overrideGlobalObjects: false },
  )
  const server = createSocket(certificate, limitsOf(requestTimeout), listener)
  const bound = await open(server, place.address, port)
  const reachable = `${place.name}:${bound}`
  const url = `${certificate ? 'https' : 'http'}://${reachable}`
  const own =
    making.publishableKey === undefined
      ? { host: reachable, issuer: making.issuer ?? `${url}${prefix}` }
      : {}
  try {
    const emulator = given ?? createEmulator({ ...making, ...own })
    if (initial) emulator.setInitial(initial)
    if (data.snapshot) emulator.import(data.snapshot)
    else if (initial) emulator.seed(initial)
    const keeper = data.keep(emulator)
    await keeper.save()
    answer = withNpmFiles(root, prefix, (request, asking) =>
      answerAsked(emulator, keeper.save, request, asking),
    )
    return {
      url,
      port: bound,
      certificateFile: certificate?.file ?? null,
      publishableKey:
        making.publishableKey || usesDevBrowser(emulator.host)
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
  const { host, data: path } = options
  const place = placeOf(host)
  const data = path === undefined ? noData : await openDataFile(path)
  try {
    return await serve(options, place, data)
  } catch (error) {
    data.release()
    throw error
  }
}
