import type { ErrorItem, ErrorRecord, Open } from './records.ts'

/** Codes made here; every other code is the Frontend API's own first one. */
export type ClienteleErrorCode = Open<
  | 'network_error'
  | 'timeout'
  | 'aborted'
  | 'offline'
  | 'response_invalid'
  | 'disposed'
  | 'session_not_found'
  | 'signed_out'
  | 'organization_not_found'
  | 'organization_not_active'
  | 'storage_unavailable'
  | 'snapshot_invalid'
  | 'client_replaced'
  | 'client_not_loaded'
  | 'cookie_rejected'
  | 'token_expires_too_soon'
  | 'too_many_requests'
  | 'attempt_missing'
  | 'attempt_replaced'
  | 'action_not_allowed'
  | 'captcha_unavailable'
  | 'captcha_failed'
  | 'request_failed'
>

export interface ClienteleErrorDetails {
  readonly status?: number | undefined
  readonly errors?: readonly ErrorItem[] | undefined
  readonly retryAfter?: number | undefined
  readonly traceId?: string | undefined
  readonly cause?: unknown
}

// A registered symbol, so that an error made by another copy of this package is recognised too.
const brand = Symbol.for('clientele.error')

/**
 * A runtime error, as opposed to a misuse: the network, the server, its answer.
 *
 * - `code`: the API's first error code, or one of ours (see {@link ClienteleErrorCode}).
 * - `status`: HTTP status, when there was an answer.
 * - `errors`: all entries of the answer, field errors with `meta.paramName`.
 * - `retryAfter`: seconds, from `Retry-After` in either of its forms.
 */
export class ClienteleError extends Error implements ErrorRecord {
  /** Always `ClienteleError`, in every copy of this package. */
  override readonly name: string = 'ClienteleError'
  /** Snake case: the API's own, or the store's, such as `network_error`. */
  readonly code: ClienteleErrorCode
  /** What the API said, in its order; empty for an error of the store. */
  readonly errors: readonly ErrorItem[]
  /** HTTP status; absent where no answer came. */
  declare readonly status?: number
  /** Seconds until it may be tried again. */
  declare readonly retryAfter?: number
  /** Names the request to Clerk's support. */
  declare readonly traceId?: string

  constructor(
    code: ClienteleErrorCode,
    message: string,
    { cause, ...details }: ClienteleErrorDetails = {},
  ) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.errors = []
    Object.assign(this, details)
    Object.defineProperty(this, brand, { value: true })
  }

  /** What is kept in state and logs: no cause, no stack, no secret. */
  toJSON(): ErrorRecord {
    return toErrorRecord(this)
  }
}

/** True for a `ClienteleError` of any copy of this package. */
export const isClienteleError = (value: unknown): value is ClienteleError =>
  typeof value === 'object' && value !== null && brand in value

/** The error as plain data, without its cause: what slices hold and what `JSON.stringify` gives. */
export const toErrorRecord = ({
  code,
  message,
  status,
  errors,
  retryAfter,
  traceId,
}: ErrorRecord): ErrorRecord => ({
  code,
  message,
  errors,
  ...(status !== undefined && { status }),
  ...(retryAfter !== undefined && { retryAfter }),
  ...(traceId !== undefined && { traceId }),
})

/** Anything thrown, as a `ClienteleError`. */
export const toClienteleError = (thrown: unknown): ClienteleError =>
  isClienteleError(thrown)
    ? thrown
    : new ClienteleError('request_failed', String(thrown), { cause: thrown })

const transientCodes: readonly string[] = [
  'network_error',
  'timeout',
  'offline',
  'response_invalid',
  'storage_unavailable',
]

/** True when the answer (or its lack) says nothing about who is signed in. */
export const isTransient = ({ status, code }: ErrorRecord): boolean =>
  status === undefined || code === 'response_invalid'
    ? transientCodes.includes(code)
    : isTransientStatus(status)

/** Statuses by which a server or a proxy says: not now. */
export const isTransientStatus = (status: number): boolean =>
  status >= 500 || [408, 425, 429].includes(status)
