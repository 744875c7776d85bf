/** What `fetch` takes: a URL, a path on the emulator's host, or a request. */
export type FetchInput = RequestInfo | URL

/**
 * A request and, apart from it, its headers: simulated browsers take `Cookie` and `Origin` off the
 * requests that scripts make, as real ones do, but in-process the emulator needs both.
 */
export interface ReceivedRequest {
  readonly request: Request
  readonly headers: Headers
}

/** A `Request` takes no signal of another realm, such as those that pages of jsdom make. */
const toOwnSignal = (signal: AbortSignal): AbortSignal => {
  if (signal instanceof AbortSignal) return signal
  const foreign: AbortSignal = signal
  const controller = new AbortController()
  const abort = () => controller.abort(foreign.reason)
  if (foreign.aborted) abort()
  else foreign.addEventListener('abort', abort, { once: true })
  return controller.signal
}

// A request stays the object it is: servers hand in their own kind, which cannot be copied.
const toRequest = (input: FetchInput, init: RequestInit | undefined, base: string): Request => {
  if (input instanceof Request && init === undefined) return input
  const signal = init?.signal
  return new Request(
    typeof input === 'string' ? new URL(input, base) : input,
    signal ? { ...init, signal: toOwnSignal(signal) } : init,
  )
}

/** Reads the parameters of a `fetch`; relative URLs are relative to `base`. */
export const receive = (
  input: FetchInput,
  init: RequestInit | undefined,
  base: string,
): ReceivedRequest => {
  const request = toRequest(input, init, base)
  const headers = new Headers(request.headers)
  for (const [name, value] of new Headers(init?.headers)) headers.set(name, value)
  return { request, headers }
}
