import { ApiError, refuse } from '../errors.ts'
import { methodNotAllowed } from '../refusals.ts'
import type { Asked } from './asked.ts'

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
  readonly form: readonly (readonly [string, string])[]
  readonly fault: ApiError | null
}

const logicalMethods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const maxBytes = 1_000_000

const readForm = async (request: Request, headers: Headers): Promise<[string, string][]> => {
  const body = await request.text()
  if (body === '') return []
  if (body.length > maxBytes)
    throw refuse(400, 'request_body_invalid', 'The request body is too large.')
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/x-www-form-urlencoded') return [...new URLSearchParams(body)]
  throw refuse(
    415,
    'unsupported_content_type',
    'The content type must be application/x-www-form-urlencoded.',
  )
}

// Only a POST may stand for another method: a GET that could delete would be one link away from any
// page.
const logicalMethod = (
  request: Request,
  url: URL,
  form: readonly (readonly [string, string])[],
): string => {
  if (request.method !== 'POST') return request.method
  const override =
    url.searchParams.get('_method') ?? form.find(([name]) => name === '_method')?.[1] ?? 'POST'
  return override.toUpperCase()
}

/**
 * Reads a request to its end. Never throws: the fault is answered by the app, with the same headers
 * as any answer.
 */
export const readIncoming = async (
  { request, headers }: Asked,
  url: URL,
  base: string,
): Promise<Incoming> => {
  let form: [string, string][] = []
  let fault: ApiError | null = null
  try {
    form = request.method === 'POST' ? await readForm(request, headers) : []
  } catch (error) {
    fault =
      error instanceof ApiError
        ? error
        : refuse(400, 'request_body_invalid', 'The request body cannot be read.')
  }
  const method = logicalMethod(request, url, form)
  if (!['GET', 'POST', 'OPTIONS'].includes(request.method))
    fault ??= methodNotAllowed(['GET', 'POST'])
  const isKnown = logicalMethods.includes(method) || method === 'OPTIONS'
  if (!isKnown) fault ??= methodNotAllowed(logicalMethods)
  // A method that nobody knows cannot even be routed to its refusal.
  return {
    method: isKnown ? method : request.method,
    url,
    base,
    headers,
    form: form.filter(([name]) => name !== '_method'),
    fault,
  }
}
