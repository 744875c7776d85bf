import type { Fetch } from '@clientele/core'
import { json } from './scripted-fetch.ts'
import { clientJson, errorJson, jwtOf, sessionJson, userJson } from './wire.ts'

/** What happens to one request on its way. */
export type Fate = 'arrives' | 'lost before' | 'lost after' | 'failed before' | 'failed after'

/** A server that is only a list of sessions: enough to see whether a store ends equal to it. */
export interface ModelServer {
  readonly fetch: Fetch
  readonly sessionIds: () => readonly string[]
  /** From now on every request arrives. */
  calm(): void
}

/**
 * @param passage waits for one leg of a way: the request to the server, or its answer back.
 * @param fates what happens to each request, in the order in which they are sent; all arrive once
 * they are used up.
 */
export const createModelServer = (
  passage: (leg: string) => Promise<unknown>,
  fates: readonly Fate[],
  now: () => number,
): ModelServer => {
  let made = 0
  let sent = 0
  let storm = true
  let exists = false
  let ids: string[] = []
  let active: string | null = null

  const client = () =>
    exists
      ? clientJson({
          sessions: ids.map(id => sessionJson(id, { user: userJson(`user_of_${id}`) })),
          last_active_session_id: active,
          updated_at: 1_700_000_000_000 + made,
        })
      : null

  const drop = (gone: (id: string) => boolean) => {
    ids = ids.filter(id => !gone(id))
    if (active !== null && gone(active)) active = ids.at(-1) ?? null
  }

  const routes: Record<string, (id: string) => Response> = {
    'GET /client': () => json({ response: client(), client: null }),
    'PUT /client': () => {
      exists = true
      return json({ response: client(), client: null })
    },
    'DELETE /client': () => {
      drop(() => true)
      exists = false
      return json({ response: null, client: null })
    },
    'DELETE /client/sessions': () => {
      drop(() => true)
      return json({ response: client(), client: null })
    },
    'POST /client/sign_ins': () => {
      const id = `sess_${++made}`
      exists = true
      ids = [...ids, id]
      active = id
      return json({
        response: { id: `sia_${made}`, status: 'complete', created_session_id: id },
        client: client(),
      })
    },
    'POST /client/sessions/:id/touch': id => {
      active = id
      return json({
        response: sessionJson(id, { user: userJson(`user_of_${id}`) }),
        client: client(),
      })
    },
    'POST /client/sessions/:id/remove': id => {
      drop(other => other === id)
      return json({ response: sessionJson(id, { status: 'removed' }), client: client() })
    },
    'POST /client/sessions/:id/tokens': id =>
      json({ object: 'token', jwt: jwtOf(id, Math.floor(now() / 1000)) }),
  }

  const handle = (method: string, path: string): Response => {
    const id = path.split('/')[3] ?? ''
    if (id && !ids.includes(id))
      return json({ ...errorJson('resource_not_found') }, { status: 404 })
    return (
      routes[`${method} ${id ? path.replace(id, ':id') : path}`]?.(id) ?? json({}, { status: 405 })
    )
  }

  return {
    sessionIds: () => ids,
    calm: () => {
      storm = false
    },
    fetch: async (input, init) => {
      const { pathname, searchParams } = new URL(input)
      const path = pathname.slice('/v1'.length)
      const method = searchParams.get('_method') ?? init.method ?? 'GET'
      const fate = (storm ? fates[sent++] : undefined) ?? 'arrives'
      await passage(`${method} ${path} goes`)
      if (fate === 'lost before') throw new TypeError('fetch failed')
      if (fate === 'failed before') return json({}, { status: 503 })
      const answer = handle(method, path)
      await passage(`${method} ${path} comes`)
      if (fate === 'lost after') throw new TypeError('fetch failed')
      return fate === 'failed after' ? json({}, { status: 500 }) : answer
    },
  }
}
