import { clientOf, sessionOf, tokenOf } from '../src/wire.ts'

/**
 * A Frontend API without a network: what it answers next is set from outside, and is text already.
 */
export interface Stub {
  /** The answer to `GET /v1/client`. */
  client: string
  /** Requests for tokens so far. */
  tokens: number
  readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>
}

const headers = new Headers({ 'content-type': 'application/json' })

/** As a response whose body has arrived: what is left to do is the client's own. */
const toResponse = (text: string): Response => {
  const response = {
    ok: true,
    status: 200,
    headers,
    body: {},
    text: async () => text,
    json: async () => JSON.parse(text),
    clone: () => response,
  }
  return response as unknown as Response // as: all of it that either SDK reads
}

export const createStub = (environment: string): Stub => {
  const stub: Stub = {
    client: '',
    tokens: 0,
    fetch: async input => {
      const { pathname } = new URL(
        input instanceof Request ? input.url : String(input),
        location.href,
      )
      if (pathname.endsWith('/environment')) return toResponse(environment)
      if (pathname.includes('/tokens')) {
        stub.tokens++
        await new Promise(resolve => setTimeout(resolve, 5))
        return toResponse(JSON.stringify({ object: 'token', jwt: tokenOf(0) }))
      }
      if (pathname.endsWith('/touch')) {
        const { response } = JSON.parse(stub.client)
        return toResponse(JSON.stringify({ response: sessionOf(0), client: response }))
      }
      return toResponse(stub.client)
    },
  }
  return stub
}

export const emptyClient = JSON.stringify({ response: clientOf([]), client: null })
