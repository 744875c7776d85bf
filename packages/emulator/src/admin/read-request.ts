import { BodyTooLarge, readBody } from '../http/read-body.ts'
import type { ReceivedRequest } from '../http/received-request.ts'
import { ApiError, refuse } from '../lib/api-error.ts'
import { assertMayControl } from './refuse-caller.ts'

/** A request to the control surface before it is routed, and what is wrong with it, if anything. */
export interface ControlRequest {
  readonly method: string
  /** What is left of its address without the prefix. */
  readonly url: URL
  readonly headers: Headers
  /** Origin of the address that was asked. */
  readonly origin: string
  readonly body: string
  readonly fault: ApiError | null
}

const megabyte = 1_000_000
// An export of ten thousand users takes about 12 MB; nothing else is near the smaller one.
const limitOf = ({ pathname }: URL): number => (/\/import\/?$/.test(pathname) ? 64 : 4) * megabyte

const toFault = (error: unknown, limit: number): ApiError => {
  if (error instanceof ApiError) return error
  if (!(error instanceof BodyTooLarge))
    return refuse(400, 'emulator_body_invalid', 'The body cannot be read.')
  const most = `${limit / megabyte} MB`
  return refuse(413, 'emulator_body_too_large', `A body here has at most ${most}.`)
}

const hasBody = ({ method }: Request): boolean => method !== 'GET' && method !== 'HEAD'

/**
 * Reads a request to its end: at once, unless it has a body to wait for. Nothing is read of who may
 * not control the emulator. Never fails: the fault is answered by the app.
 *
 * @param host the instance's own.
 */
export const readControlRequest = (
  { request, headers }: ReceivedRequest,
  url: URL,
  host: string,
): ControlRequest | Promise<ControlRequest> => {
  const { method } = request
  const { origin, hostname } = new URL(request.url)
  const read = (body: string, fault: ApiError | null): ControlRequest => ({
    ...{ method, url, headers, origin, body, fault },
  })
  const limit = limitOf(url)
  const failed = (error: unknown) => read('', toFault(error, limit))
  try {
    assertMayControl({ method, origin, hostname, headers }, host)
  } catch (error) {
    return failed(error)
  }
  if (!hasBody(request)) return read('', null)
  return readBody(request, limit).then(body => read(body, null), failed)
}
