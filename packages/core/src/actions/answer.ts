import { ClienteleError } from '../errors.ts'
import { parseRetryAfter } from '../http/retry-after.ts'
import type { WireAnswer } from '../http/transport.ts'
import type { Kernel } from '../kernel.ts'
import { EnvelopeJson } from '../schema/envelope.ts'
import { invalid, parse, parseJson } from '../schema/parse.ts'
import type { Parts, Subject } from './ingest.ts'

/** The error that a refusal is, whatever its body: a proxy's page of HTML is one too. */
const toError = (
  { normalize, ports }: Kernel,
  { status, headers }: WireAnswer,
  body: unknown,
): ClienteleError => {
  const retryAfter = parseRetryAfter(headers.get('retry-after'), ports.clock.now())
  const plain = `The server answered ${status}`
  try {
    const { errors, clerkTraceId } = normalize.errors(body)
    const [first] = errors
    return new ClienteleError(
      first?.code ?? 'request_failed',
      first?.longMessage || first?.message || plain,
      {
        status,
        errors,
        retryAfter,
        traceId: clerkTraceId ?? undefined,
      },
    )
  } catch (cause) {
    return new ClienteleError('request_failed', plain, { status, retryAfter, cause })
  }
}

/** An answer in parts, and the error that it is, if it is one. */
export interface Opened {
  /**
   * The body as JSON, for what has no envelope; `null` when a refusal has none that can be read.
   */
  readonly body: unknown
  readonly parts: Parts
  readonly error: ClienteleError | null
}

/** @throws ClienteleError `response_invalid` for a success that is not JSON or not an envelope. */
export const openAnswer = (
  kernel: Kernel,
  answer: WireAnswer,
  subject: Subject | undefined,
  parseBody?: (text: string) => unknown,
): Opened => {
  const open = () => {
    const body = parseJson(answer.text, answer.status, parseBody)
    const { response, client, meta } = parse(EnvelopeJson, body ?? {}, 'answer')
    return { body, parts: { response, client: client ?? meta?.client ?? undefined, subject } }
  }
  if (answer.status < 400) {
    const { body, parts } = open()
    if (subject === 'client' && parts.response === undefined && parts.client === undefined)
      throw invalid('answer.response is missing', answer.status)
    return { body, parts, error: null }
  }
  try {
    const { body, parts } = open()
    return { body, parts: { client: parts.client }, error: toError(kernel, answer, body) }
  } catch {
    return { body: null, parts: {}, error: toError(kernel, answer, null) }
  }
}
