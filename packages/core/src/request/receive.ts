import { ClienteleError } from '../errors.ts'
import { parseRetryAfter } from '../http/retry-after.ts'
import type { WireRequest, WireResponse } from '../http/transport.ts'
import type { Kernel } from '../kernel.ts'
import { invalid } from '../schema/parse.ts'
import { apply } from './apply.ts'
import { type Challenge, challengeOf } from './captcha.ts'
import { classify, endpointOf, type Verdict } from './classify.ts'
import { type DecodedResponse, decode } from './decode.ts'
import { isForeignClient } from './foreign-client.ts'
import type { Intent } from './intent.ts'

// The second half of the pipeline: decode → classify → apply.

/** What became of one request. */
export interface Outcome {
  readonly verdict: Verdict
  /** The `response` part, or the whole body where there is no envelope. */
  readonly response?: unknown
  readonly error: ClienteleError | null
  /** It overlapped another request, so its client was not applied. */
  readonly isStale: boolean
  readonly challenge?: Challenge | undefined
  /** What was wanted had been given up when the answer came. */
  readonly isVoid?: boolean
}

/** The error that a response is, when it is one. */
const toError = (
  { time }: Kernel,
  { status, headers }: WireResponse,
  { content, errors, traceId }: DecodedResponse,
  name: string,
): ClienteleError => {
  // A date is one of the clock that answered.
  const answered = Date.parse(headers.get('date') ?? '')
  const now = Number.isNaN(answered) ? time.server() : answered
  const retryAfter = parseRetryAfter(headers.get('retry-after'), now)
  const [first] = errors
  if (content === 'errors' && first)
    return new ClienteleError(first.code, first.longMessage || first.message || first.code, {
      status,
      errors,
      retryAfter,
      traceId: traceId ?? undefined,
    })
  const { code, message } = invalid(`${name}, status ${status}`)
  return new ClienteleError(code, message, { status, retryAfter })
}

/** What the response to a request says, before anything of it is applied. */
export const judge = (
  kernel: Kernel,
  { method, path }: Pick<WireRequest, 'method' | 'path'>,
  response: WireResponse,
  mayBeForeign = false,
) => {
  const decoded = decode(response, kernel.normalize)
  const { verdict, name } = classify({
    status: response.status,
    content: decoded.content,
    code: decoded.errors[0]?.code,
    endpoint: endpointOf(method, path),
    isNull: decoded.response === null,
    isForeign: mayBeForeign && isForeignClient(kernel.store.getState(), decoded),
  })
  // Only what the API itself said tells its time.
  if (decoded.content === 'json' || decoded.content === 'errors')
    kernel.time.observe(Date.parse(response.headers.get('date') ?? ''))
  const error = verdict === 'success' ? null : toError(kernel, response, decoded, name)
  return { decoded, verdict, error }
}

/** Takes the answer to an intent into the store. */
export const receive = (
  kernel: Kernel,
  intent: Intent,
  response: WireResponse,
  isStale: boolean,
): Outcome => {
  const { decoded, verdict, error } = judge(kernel, intent, response)
  const challenge = challengeOf(error)
  const isVoid = intent.isVoid?.() ?? false
  const isGone = verdict === 'signed_out' || (verdict === 'success' && intent.deletesClient)
  const { client, response: given } = decoded
  const resource = intent.resource
  const isWhole = resource === 'client' || resource === 'session'
  const also = () => (isVoid || challenge ? [] : settle(intent, decoded, error, isStale))
  if (isGone) apply(kernel, { response: null, resource: 'client', also }, response)
  else
    apply(
      kernel,
      {
        // A refusal may carry a newer client, but nothing of what was asked for.
        client: isStale ? undefined : client,
        response: verdict === 'success' && !(isStale && isWhole) ? given : undefined,
        resource,
        isVoid,
        also,
      },
      response,
    )
  return { verdict, response: given, error, isStale, challenge, isVoid }
}

const settle = (
  { onSuccess, onStaleSuccess, onSettled }: Intent,
  decoded: DecodedResponse,
  error: ClienteleError | null,
  isStale: boolean,
) => [
  ...(error ? [] : (onSuccess?.(decoded) ?? [])),
  ...(isStale && !error ? (onStaleSuccess?.() ?? []) : []),
  ...(onSettled?.(error) ?? []),
]
