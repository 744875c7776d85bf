import type { Fetch } from '@clientele/core'

/** A request as the server sees it. */
export interface Seen {
  /** With `_method` taken into account. */
  readonly method: string
  readonly wireMethod: string
  readonly url: URL
  /** Below `/v1`. */
  readonly path: string
  readonly headers: Headers
  readonly form: URLSearchParams
  readonly init: RequestInit
}

type Answer = Response | Promise<Response>

/** A `fetch` port whose answers the test writes, and which remembers what was asked. */
export interface ScriptedFetch {
  readonly fetch: Fetch
  readonly seen: readonly Seen[]
  readonly count: (method: string, path: string) => number
}

export const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  })

export const scriptedFetch = (answer: (request: Seen) => Answer): ScriptedFetch => {
  const seen: Seen[] = []
  return {
    seen,
    count: (method, path) =>
      seen.filter(request => request.method === method && request.path === path).length,
    fetch: async (input, init) => {
      const url = new URL(input)
      const wireMethod = init.method ?? 'GET'
      const request: Seen = {
        method: url.searchParams.get('_method') ?? wireMethod,
        wireMethod,
        url,
        path: url.pathname.replace(/^.*\/v1/, ''),
        headers: new Headers(init.headers),
        form: new URLSearchParams(String(init.body ?? '')),
        init,
      }
      seen.push(request)
      return answer(request)
    },
  }
}

export const publishableKey = `pk_live_${btoa('clerk.example.com$')}`
