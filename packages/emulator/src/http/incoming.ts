import { ApiError, refuse } from '../lib/api-error.ts'
import { methodNotAllowed } from '../lib/api-errors.ts'
import type { Upload } from '../lib/images.ts'
import { BodyTooLarge } from './read-body.ts'
import { type ReadForm, readForm } from './read-form.ts'
import { readJson } from './read-json.ts'
import type { ReceivedRequest } from './received-request.ts'

/**
 * A request before it is routed: its logical method, its form, and what was wrong with it, if
 * anything.
 */
export interface Incoming {
  readonly method: string
  readonly url: URL
  /**
   * What stands before `/v1` in the address by which the caller reached the emulator: origin and
   * path prefix.
   */
  readonly base: string
  readonly headers: Headers
  readonly form: Form
  /** The file in it, if there is one. */
  readonly upload: Upload | null
  /** What was sent as JSON; `null` for a form. */
  readonly json: unknown
  readonly fault: ApiError | null
}

type Form = ReadForm['form']

/** The address that is routed, and what stands before it. */
type Place = Pick<Incoming, 'url' | 'base'>

const logicalMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const askedMethods = ['GET', 'POST']
const noForm: ReadForm = { form: [], upload: null, json: null, fault: null }

const toFault = (error: unknown): ApiError => {
  if (error instanceof ApiError) return error
  const what = error instanceof BodyTooLarge ? 'is too large' : 'cannot be read'
  return refuse(400, 'request_body_invalid', `The request body ${what}.`)
}

const tryToRead = async (
  { request, headers }: ReceivedRequest,
  read: typeof readForm,
): Promise<ReadForm> => {
  try {
    return await read(request, headers)
  } catch (error) {
    return { ...noForm, fault: toFault(error) }
  }
}

// Only a POST may stand for another method: a GET that could delete would be one link away from any
// page.
const logicalMethod = (request: Request, url: URL, form: Form): string => {
  if (request.method !== 'POST') return request.method
  const override =
    url.searchParams.get('_method') ?? form.find(([name]) => name === '_method')?.[1] ?? 'POST'
  return override.toUpperCase()
}

const toIncoming = (
  { request, headers }: ReceivedRequest,
  { url, base }: Place,
  { form, upload, json, fault }: ReadForm,
): Incoming => {
  const method = logicalMethod(request, url, form)
  const isAsked = [...askedMethods, 'OPTIONS'].includes(request.method)
  const isKnown = logicalMethods.includes(method) || method === 'OPTIONS'
  const methodFault =
    isAsked && isKnown ? null : methodNotAllowed(isAsked ? logicalMethods : askedMethods)
  return {
    // A method that nobody knows cannot even be routed to its refusal.
    method: isKnown ? method : request.method,
    url,
    base,
    headers,
    form: form.filter(([name]) => name !== '_method'),
    upload,
    json,
    fault: fault ?? methodFault,
  }
}

/**
 * Reads a request to its end: at once, unless it has a body to wait for. Never fails: the fault is
 * answered by the app, with the same headers as any answer.
 *
 * @param isWelcome whether a body is read at all.
 */
export const readIncoming = (
  received: ReceivedRequest,
  place: Place,
  isWelcome: boolean,
): Incoming | Promise<Incoming> =>
  isWelcome && received.request.method === 'POST'
    ? tryToRead(received, readForm).then(read => toIncoming(received, place, read))
    : toIncoming(received, place, noForm)

const bodyless = ['GET', 'HEAD', 'OPTIONS']

/** The same for the Backend API: JSON, and the methods that HTTP has. */
export const readBackendIncoming = async (
  received: ReceivedRequest,
  { url, base }: Place,
): Promise<Incoming> => {
  const { method } = received.request
  const read = bodyless.includes(method) ? noForm : await tryToRead(received, readJson)
  const fault =
    read.fault ?? (logicalMethods.includes(method) ? null : methodNotAllowed(logicalMethods))
  return { ...read, method, url, base, headers: received.headers, fault }
}
