import type { ClienteleError } from '../errors.ts'
import type { WireAnswer, WireRequest } from '../http/transport.ts'
import type { Kernel } from '../kernel.ts'
import { parseClient, type SeenAnswer } from '../normalize/parse-client.ts'
import { setConnection } from '../slices/connection.ts'
import type { Recipe } from '../store.ts'
import { openAnswer } from './answer.ts'
import { ingest, type Subject } from './ingest.ts'

export interface Exchange extends WireRequest {
  /** What the `response` of the answer is. */
  readonly subject?: Subject | undefined
  /** A success means that there is no client any more, whatever the answer carries. */
  readonly ends?: boolean | undefined
  /**
   * What the caller changes in the same transition as the answer; given the error when it is one.
   */
  readonly finish?: ((error: ClienteleError | null) => readonly Recipe[]) | undefined
}

const signedOutCodes = new Set<string>(['signed_out', 'authentication_invalid', 'client_not_found'])

/**
 * Takes an answer into the store, also when it is an error that carries a newer client.
 *
 * @returns the `response` part.
 * @throws ClienteleError with the API's code, or `response_invalid`.
 */
export const take = (kernel: Kernel, request: Exchange, answer: WireAnswer): unknown => {
  kernel.cause = answer
  try {
    return takeIn(kernel, request, answer)
  } finally {
    kernel.cause = undefined
  }
}

const takeIn = (
  kernel: Kernel,
  { method, subject, finish, ends }: Exchange,
  answer: WireAnswer,
): unknown => {
  const { store, seen, tokens } = kernel
  tokens.observe(Date.parse(answer.headers.get('date') ?? ''))
  const readsClient = method === 'GET' && subject === 'client'
  if (readsClient && answer.status < 300 && answer.text === seen.client?.text) {
    store.commit(setConnection('ready'))
    return undefined
  }
  let next: SeenAnswer | null = null
  const parseBody = (text: string) => {
    if (!readsClient) return JSON.parse(text)
    const parsed = parseClient(text, seen.client, store.getState())
    next = parsed.seen
    return parsed.body
  }
  const { parts, error } = openAnswer(kernel, answer, subject, parseBody)
  // Asked who we are, the server says nobody: the one kind of refusal that is an answer about
  // identity.
  const disowned =
    readsClient &&
    error?.status !== undefined &&
    error.status < 404 &&
    signedOutCodes.has(error.code)
  const gone = disowned || (ends && !error)
  ingest(kernel, gone ? { response: null, subject: 'client' } : parts, () => finish?.(error) ?? [])
  if (error) throw error
  if (readsClient) seen.client = next
  return parts.response
}

/**
 * Sends one request and takes its answer in. @throws ClienteleError as {@link take} does, or one of
 * the transport's.
 */
export const exchange = async (kernel: Kernel, request: Exchange): Promise<unknown> =>
  take(kernel, request, await kernel.send(request))
