import { ClienteleError, isClienteleError } from '../errors.ts'
import type { Ports } from '../ports.ts'
import { withJitter } from '../time/backoff.ts'
import { type Abort, type Abortable, createAbort, reasonOf, sleep } from '../time/deadline.ts'
import { encodeForm, type Params } from './encode.ts'
import type { Mode, Outgoing } from './modes/mode.ts'
import { addressOf, type Instance, toUrl } from './url.ts'

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/v1`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly body?: Params | undefined
  /** Sent as it is in place of `body`; it says its own content type. */
  readonly raw?: FormData | Blob | undefined
  /** Ends the request early; its reason becomes the error. */
  readonly signal?: Abort | undefined
  /** Milliseconds until the request is given up, its retries included; 30,000 when not set. */
  readonly timeout?: number | undefined
  /** The request goes on when the page that sends it is left. */
  readonly keepalive?: boolean | undefined
  /** Called when it has left, while its answer is on its way. */
  readonly onSent?: ((url: string) => void) | undefined
  /**
   * Asked when a response is here and before its credential is taken over: true has the request
   * sent once more.
   */
  readonly verify?: ((response: WireResponse) => boolean) | undefined
}

export interface WireResponse {
  /** HTTP status. */
  readonly status: number
  /** Of the response; the transport reads `Retry-After` and the like. */
  readonly headers: Headers
  /** The body, not decoded. */
  readonly text: string
}

/**
 * Sends one request; any HTTP status is a response.
 *
 * @throws ClienteleError `network_error`, `timeout`, or the reason of an aborted signal.
 */
export type Send = (request: WireRequest) => Promise<WireResponse>

/** A response, and the credential that its request carried. */
interface Sent {
  readonly response: WireResponse
  readonly credential: string | null
}

// Milliseconds before each retry of a read that met a network failure, before jitter.
const retryDelays = [100, 700, 1400]

/** Milliseconds until a request is given up, unless it says otherwise. */
export const requestTimeout = 30_000

export interface TransportOptions {
  readonly instance: Instance
  readonly mode: Mode
  readonly ports: Ports
}

/** Requests of the Frontend API over `fetch`: URL, form, credential, retries of lost reads. */
export const createTransport = ({ instance, mode, ports }: TransportOptions): Send => {
  const { fetch, clock, random } = ports

  const sendOnce = async (
    { method, path, query, body, raw, keepalive = false, onSent }: WireRequest,
    attempt: number,
    signal: AbortSignal,
  ): Promise<Sent> => {
    const reads = method === 'GET'
    const out: Outgoing = {
      query: {
        ...query,
        ...(!reads && method !== 'POST' && { _method: method }),
        ...(attempt > 0 && { _clerk_retry_attempt: String(attempt) }),
      },
      // A form is a "simple" request; any other header would cost a preflight.
      headers: reads || raw ? {} : { 'content-type': 'application/x-www-form-urlencoded' },
      credentials: 'include',
    }
    const credential = await mode.attach(out)
    const url = toUrl(instance, path, out.query)
    const sent = fetch(url, {
      ...(reads ? { method } : { method: 'POST', body: raw ?? encodeForm(body) }),
      // Plain data: wrappers around `fetch` spread headers.
      headers: out.headers,
      credentials: out.credentials,
      signal,
      ...(keepalive && { keepalive }),
    })
    onSent?.(url)
    const response = await sent
    const { status, headers } = response
    return { response: { status, headers, text: await response.text() }, credential }
  }

  /** What a thrown thing means, or nothing when a read should be tried again after a wait. */
  const conclude = async (
    thrown: unknown,
    delay: number | undefined,
    abort: Abortable,
  ): Promise<void> => {
    if (abort.aborted) throw reasonOf(abort)
    if (isClienteleError(thrown)) throw thrown
    // A program's own fault is none of the network's, such as what a runtime lacks.
    if (thrown instanceof ReferenceError) throw thrown
    if (delay === undefined)
      throw new ClienteleError('network_error', `Could not reach ${addressOf(instance)}`, {
        cause: thrown,
      })
    await sleep(clock, withJitter(delay, random), abort)
  }

  const sendWithRetries = async (
    request: WireRequest,
    abort: Abort,
    attempt = 0,
  ): Promise<Sent> => {
    try {
      return await sendOnce(request, attempt, abort.signal)
    } catch (thrown) {
      await conclude(thrown, request.method === 'GET' ? retryDelays[attempt] : undefined, abort)
      return sendWithRetries(request, abort, attempt + 1)
    }
  }

  const adopt = async ({ response, credential }: Sent): Promise<WireResponse> => {
    await mode.adopt(response.headers, credential)
    return response
  }

  return async request => {
    const { signal: abort = createAbort() } = request
    // Here a misuse is one; in a try to send it would look like a network that fails.
    toUrl(instance, request.path)
    const first = await sendWithRetries(request, abort)
    // Before its credential is taken over: that would be the end of the one we have.
    if (request.verify?.(first.response)) return adopt(await sendWithRetries(request, abort))
    const response = await adopt(first)
    const refused = /dev_browser_unauthenticated|request_header_missing/.test(response.text)
    return refused && response.status > 399 && (await mode.renew?.(first.credential))
      ? adopt(await sendWithRetries(request, abort))
      : response
  }
}
