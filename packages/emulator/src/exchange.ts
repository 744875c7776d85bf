import { createApp } from './app.ts'
import type { Asked } from './http/asked.ts'
import { readIncoming } from './http/incoming.ts'
import type { Instance } from './instance.ts'
import { createTurns } from './turns.ts'

/** An answer and, apart from it, its cookies: a simulated browser hides them from scripts, as a real one does. */
export interface Answered {
  readonly response: Response
  /** The `Set-Cookie` headers. */
  readonly setCookies: readonly string[]
}

/** Answers one request. Rejects only when its signal aborts. */
export type Exchange = (asked: Asked) => Promise<Answered>

const abortable = <Result>(task: Promise<Result>, signal: AbortSignal): Promise<Result> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    task.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })

/** The address that is routed, and what stood before it. */
const split = (url: URL, prefix: string): { inner: URL; base: string } => {
  const inner = new URL(url)
  const isPrefixed = prefix !== '' && inner.pathname.startsWith(`${prefix}/`)
  if (isPrefixed) inner.pathname = inner.pathname.slice(prefix.length)
  return { inner, base: `${url.origin}${isPrefixed ? prefix : ''}` }
}

/** Puts an instance behind its routes. `pathPrefix` is taken off the paths that begin with it. */
export const createExchange = (instance: Instance, pathPrefix = ''): Exchange => {
  const app = createApp()
  const takeTurn = createTurns()
  const prefix = pathPrefix.replace(/\/+$/, '')
  const answer = async (asked: Asked): Promise<Answered> => {
    const { inner: url, base } = split(new URL(asked.request.url), prefix)
    const incoming = await readIncoming(asked, url, base)
    const setCookies: string[] = []
    instance.stamped.clear()
    const routed = new Request(url, { method: incoming.method })
    return { response: await app.fetch(routed, { instance, incoming, setCookies }), setCookies }
  }
  return asked => {
    const { signal } = asked.request
    if (signal.aborted) return Promise.reject(signal.reason)
    const turn = takeTurn(() => answer(asked))
    return abortable(turn, signal)
  }
}
