/** What `fetch` takes: a URL, a path on the emulator's host, or a request. */
export type FetchInput = RequestInfo | URL

/**
 * A request and, apart from it, its headers: simulated browsers take `Cookie` and `Origin` off the
 * requests that scripts make, as real ones do, but in-process the emulator needs both.
 */
export interface Asked {
  readonly request: Request
  readonly headers: Headers
}

// A request stays the object it is: servers hand in their own kind, which cannot be copied.
const toRequest = (input: FetchInput, init: RequestInit | undefined, base: string): Request => {
  if (input instanceof Request && init === undefined) return input
  return new Request(typeof input === 'string' ? new URL(input, base) : input, init)
}

/** Reads the parameters of a `fetch`; relative URLs are relative to `base`. */
export const toAsked = (input: FetchInput, init: RequestInit | undefined, base: string): Asked => {
  const request = toRequest(input, init, base)
  const headers = new Headers(request.headers)
  for (const [name, value] of new Headers(init?.headers)) headers.set(name, value)
  return { request, headers }
}
