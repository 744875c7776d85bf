import type { Hono } from 'hono'
import type { Incoming } from '../incoming.ts'
import type { Env } from '../request-context.ts'

const secretKey = /^Bearer\s+sk_/i

// `users` of `/v1/users/:id`
const resourcesOf = ({ routes }: Hono<Env>): Set<string> =>
  new Set(routes.flatMap(({ path }) => /^\/v1\/([a-z][\w-]*)/.exec(path)?.[1] ?? []))

/**
 * Tells the requests of the Backend API from those of the Frontend API: by the path, and by the
 * secret key where both have it.
 */
export const createIsBackend = (
  frontend: Hono<Env>,
  backend: Hono<Env>,
): ((request: Pick<Incoming, 'url' | 'headers'>) => boolean) => {
  const shared = resourcesOf(frontend)
  const own = new Set([...resourcesOf(backend)].filter(resource => !shared.has(resource)))
  return ({ url, headers }) =>
    url.pathname.startsWith('/v1/') &&
    (secretKey.test(headers.get('authorization') ?? '') ||
      own.has(url.pathname.split('/')[2] ?? ''))
}
