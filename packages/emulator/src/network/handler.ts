import { isAllowedOrigin } from '../http/allowed-origin.ts'
import { createApp } from '../http/app.ts'
import { createArrivals } from '../http/arrivals.ts'
import { createBackendApp } from '../http/backend/app.ts'
import { createIsBackend } from '../http/backend/is-backend.ts'
import { denyFraming } from '../http/deny-framing.ts'
import { readBackendIncoming, readIncoming } from '../http/incoming.ts'
import { reachedAt } from '../http/reached-at.ts'
import type { ReceivedRequest } from '../http/received-request.ts'
import type { RunExclusive } from '../lib/run-exclusive.ts'
import type { FaultContext } from './faults/fault-context.ts'
import { runFaults } from './faults/pipeline.ts'
import { recordResponse } from './faults/record-response.ts'
import type { HandledResponse } from './handled-response.ts'
import type { Network } from './network.ts'

/** Answers one request. Rejects when its signal aborts, and when a fault breaks the connection. */
export type Handler = (received: ReceivedRequest) => Promise<HandledResponse>

/**
 * Reads a request to the control surface, and gives what answers it. `url` is what is left of its
 * address without the path prefix.
 */
export type Control = (
  received: ReceivedRequest,
  url: URL,
) => ControlAnswer | Promise<ControlAnswer>

type ControlAnswer = () => Promise<Response>

const abortable = <Result>(task: Promise<Result>, signal: AbortSignal): Promise<Result> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    task.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })

/** The address that is routed, and what stood before it. */
const split = (url: URL, headers: Headers, prefix: string): { inner: URL; base: string } => {
  const inner = new URL(url)
  const isPrefixed = prefix !== '' && inner.pathname.startsWith(`${prefix}/`)
  if (isPrefixed) inner.pathname = inner.pathname.slice(prefix.length)
  return { inner, base: reachedAt(headers, url, isPrefixed ? prefix : '') }
}

// The page of the emulated providers is where a browser is led to, and pictures are for any page:
// neither is part of the control surface.
const isProvider = ({ pathname }: URL): boolean => pathname === '/__emulator/oauth/authorize'
const isImage = ({ pathname }: URL): boolean => pathname.startsWith('/__emulator/images/')
const isControl = (url: URL): boolean =>
  /^\/(__emulator(\/|$)|$)/.test(url.pathname) && !isProvider(url) && !isImage(url)

// Waiting must not keep others waiting, and what is opened gets a slot of its own.
const runsAtOnce = ({ pathname }: URL): boolean =>
  /\/(events|inbox\/(wait|[^/]+\/open))\/?$/.test(pathname)

/**
 * Puts the routes of an instance behind its network.
 *
 * @param runExclusive lets what changes the instance be done one after another.
 * @param control answers what is about the emulator itself.
 * @param pathPrefix is taken off the paths that begin with it.
 */
export const createHandler = (
  network: Network,
  runExclusive: RunExclusive,
  control: Control,
  pathPrefix = '',
): Handler => {
  const { instance } = network
  const app = createApp()
  const backendApp = createBackendApp()
  const isBackend = createIsBackend(app, backendApp)
  const arrive = createArrivals()
  const prefix = pathPrefix.replace(/\/+$/, '')
  const handle = async ({
    incoming,
    beforeHandle,
    cannedResponse,
  }: FaultContext): Promise<HandledResponse> => {
    for (const arrive of beforeHandle) instance.change(arrive)
    const setCookies: string[] = []
    const routed = new Request(incoming.url, { method: incoming.method })
    const { fetch } = isBackend(incoming) ? backendApp : app
    const response = denyFraming(
      await instance.change(async () =>
        fetch(routed, { instance, incoming, cannedResponse, setCookies }),
      ),
    )
    network.webhooks.notify()
    if (!cannedResponse) await recordResponse(network, incoming, response)
    return { response, setCookies }
  }
  const manage = async (received: ReceivedRequest, url: URL): Promise<HandledResponse> => {
    const answer = await arrive(control(received, url))
    const response = await (runsAtOnce(url) ? answer() : runExclusive(answer))
    network.webhooks.notify()
    return {
      response: denyFraming(response),
      setCookies: [],
    }
  }
  const answer = async (received: ReceivedRequest): Promise<HandledResponse> => {
    const { inner: url, base } = split(new URL(received.request.url), received.headers, prefix)
    if (isControl(url)) return manage(received, url)
    const isWelcome = isAllowedOrigin(instance, url, received.headers.get('origin'))
    const incoming = await arrive(
      isBackend({ url, headers: received.headers })
        ? readBackendIncoming(received, { url, base })
        : readIncoming(received, { url, base }, isWelcome),
    )
    const context = {
      ...network,
      incoming,
      signal: received.request.signal,
      beforeHandle: [],
      cannedResponse: null,
    }
    if (isProvider(incoming.url)) return runExclusive(() => handle(context))
    // A request that a fault holds up has not arrived: it gets no slot until then.
    return runFaults(context, arrived => runExclusive(() => handle(arrived)))
  }
  return received => {
    const { signal } = received.request
    if (signal.aborted) return Promise.reject(signal.reason)
    return abortable(answer(received), signal)
  }
}
