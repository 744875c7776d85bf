import type { WireResponse } from '../http/transport.ts'
import type { Normalize } from '../normalize/normalize-client.ts'
import type { ErrorItem } from '../records.ts'
import { EnvelopeJson } from '../schema/envelope.ts'
import { parse } from '../schema/parse.ts'

/** What kind of body a response has. */
export type Content =
  /** The API's JSON: a resource, or a client. */
  | 'json'
  /** No body, `null`, or an object without anything in it. */
  | 'nothing'
  /** A list of the API's errors. */
  | 'errors'
  /** Anything else, such as a page of a proxy. */
  | 'unreadable'

/** A response as data. A part that is absent is `undefined`; `null` is the server's own word. */
export interface DecodedResponse {
  readonly content: Content
  /** The body as JSON, for what has no envelope. */
  readonly body: unknown
  readonly response?: unknown
  readonly client?: unknown
  readonly errors: readonly ErrorItem[]
  readonly traceId: string | null
}

const blank = { body: null, errors: [], traceId: null }

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Takes a response apart; never throws, whatever it is. */
export const decode = (
  { status, text }: Pick<WireResponse, 'status' | 'text'>,
  { errors: normalizeErrors }: Normalize,
): DecodedResponse => {
  if (text.trim() === '') return { ...blank, content: 'nothing' }
  const body = parseJson(text)
  if (body === null) return { ...blank, content: 'nothing' }
  if (typeof body !== 'object' || Array.isArray(body)) return { ...blank, content: 'unreadable' }
  if (Object.keys(body).length === 0) return { ...blank, content: 'nothing' }
  try {
    const { response, client, meta } = parse(EnvelopeJson, body, 'answer')
    const parts = { body, response, client: client ?? meta?.client ?? undefined }
    if (status < 400) {
      // A token comes without an envelope; other JSON is none of the API's.
      const isOurs = 'jwt' in body || response !== undefined || parts.client !== undefined
      return { ...blank, ...parts, content: isOurs ? 'json' : 'unreadable' }
    }
    const { errors, clerkTraceId: traceId } = normalizeErrors(body)
    return { ...parts, errors, traceId, content: errors.length > 0 ? 'errors' : 'unreadable' }
  } catch {
    return { ...blank, content: 'unreadable' }
  }
}
