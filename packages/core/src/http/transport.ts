import { createFetch } from 'ofetch'
import { type Abortable, sleep, withDeadline } from '../deadline.ts'
import { ClienteleError, isClienteleError } from '../errors.ts'
import type { Ports } from '../ports.ts'
import { encodeForm, type Params } from './encode.ts'
import type { Mode, Outgoing } from './modes/mode.ts'
import { type Instance, toUrl } from './url.ts'

export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below `/v1`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>> | undefined
  readonly body?: Params | undefined
  /** Ends the request early; its reason becomes the error. */
  readonly signal?: AbortSignal | undefined
  /** Milliseconds until the request is given up, its retries included; 30,000 when not set. */
  readonly timeout?: number | undefined
  /**
   * Asked when the answer is here: whether one that seems to be meant for somebody else is worth
   * asking again.
   */
  readonly doubtable?: (() => boolean) | undefined
}

export interface WireAnswer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/**
 * Sends one request; any HTTP status is an answer.
 *
 * @throws ClienteleError `network_error`, `timeout`, or the reason of an aborted signal.
 */
export type Send = (request: WireRequest) => Promise<WireAnswer>

/** An answer, and the credential that its request carried. */
interface Sent {
  readonly answer: WireAnswer
  readonly sent: string | null
}

// Milliseconds before each retry of a read that met a network failure, before jitter (section 2.5).
const retryDelays = [100, 700, 1400]

export interface TransportOptions {
  readonly instance: Instance
  readonly mode: Mode
  readonly ports: Ports
  readonly lifetime: Abortable
  /**
   * An answer that seems to be meant for somebody else: it is asked for once more before it is
   * believed.
   */
  readonly isForeign: (answer: WireAnswer) => boolean
}

/** The Frontend API's manners over `fetch`: sections 1.3 to 1.5 and 2.5 of the wire. */
export const createTransport = ({
  instance,
  mode,
  ports,
  lifetime,
  isForeign,
}: TransportOptions): Send => {
  const { fetch, clock, random } = ports
  // as: it is only called with a string and init
  const $fetch = createFetch({ fetch: fetch as typeof globalThis.fetch })

  const sendOnce = async (
    request: WireRequest,
    attempt: number,
    signal: AbortSignal,
  ): Promise<Sent> => {
    const { method, path, query, body } = request
    const reads = method === 'GET'
    const out: Outgoing = {
      url: toUrl(instance, path, {
        ...query,
        ...(!reads && method !== 'POST' && { _method: method }),
        ...(attempt > 0 && { _clerk_retry_attempt: String(attempt) }),
      }),
      // A form is a "simple" request; any other header would cost a preflight.
      headers: reads ? {} : { 'content-type': 'application/x-www-form-urlencoded' },
      credentials: 'include',
    }
    const sent = await mode.attach(out)
    const { headers, credentials } = out
    const init = {
      headers,
      credentials,
      signal,
      retry: false,
      ignoreResponseError: true,
      responseType: 'text',
    } as const
    const response = await $fetch.raw<string, 'text'>(
      out.url.href,
      reads ? init : { ...init, method: 'POST', body: encodeForm(body) },
    )
    return {
      answer: { status: response.status, headers: response.headers, text: response._data ?? '' },
      sent,
    }
  }

  /** What a thrown thing means, or nothing when a read should be tried again after a wait. */
  const conclude = async (
    thrown: unknown,
    delay: number | undefined,
    signal: AbortSignal,
  ): Promise<void> => {
    if (signal.aborted) throw signal.reason
    if (isClienteleError(thrown)) throw thrown
    // The cause is what the port threw: the wrapper's own message would repeat the URL and the
    // credential in it.
    const cause = thrown instanceof Error && thrown.name === 'FetchError' ? thrown.cause : thrown
    if (delay === undefined)
      throw new ClienteleError('network_error', 'The network failed', { cause })
    await sleep(clock, delay * (1 + random()), signal)
  }

  const sendWithRetries = async (
    request: WireRequest,
    signal: AbortSignal,
    attempt = 0,
  ): Promise<Sent> => {
    try {
      return await sendOnce(request, attempt, signal)
    } catch (thrown) {
      await conclude(thrown, request.method === 'GET' ? retryDelays[attempt] : undefined, signal)
      return sendWithRetries(request, signal, attempt + 1)
    }
  }

  const adopt = async ({ answer, sent }: Sent): Promise<WireAnswer> => {
    await mode.adopt(answer.headers, sent)
    return answer
  }

  return request =>
    withDeadline(clock, request.timeout ?? 30_000, [lifetime, request.signal], async signal => {
      const first = await sendWithRetries(request, signal)
      // Before its credential is taken over: that would be the end of the one we have.
      if (request.doubtable?.() && isForeign(first.answer))
        return adopt(await sendWithRetries(request, signal))
      const answer = await adopt(first)
      const refused = answer.status === 401 && answer.text.includes('dev_browser_unauthenticated')
      return refused && (await mode.renew(first.sent))
        ? adopt(await sendWithRetries(request, signal))
        : answer
    })
}
