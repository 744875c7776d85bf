import type { MiddlewareHandler } from 'hono'
import { tooManyRequests } from '../lib/api-errors.ts'
import type { Instance } from '../model/instance.ts'
import type { Env } from './request-context.ts'

interface Limit {
  readonly path: RegExp
  /** Requests from one address in a window. */
  readonly count: number
}

const windowLength = 10_000

// What is published of the limits of production instances.
const limits: Readonly<Record<string, Limit>> = {
  'sign-in': { path: /^\/v1\/client\/sign_ins\/?$/, count: 5 },
  'sign-up': { path: /^\/v1\/client\/sign_ups\/?$/, count: 5 },
  'sign-in-attempt': {
    path: /^\/v1\/client\/sign_ins\/[^/]+\/attempt_(first|second)_factor\/?$/,
    count: 3,
  },
  'sign-up-attempt': { path: /^\/v1\/client\/sign_ups\/[^/]+\/attempt_verification\/?$/, count: 3 },
}

/** Counts one more. @throws ApiError 429 when that is too many; what is refused does not count. */
const use = ({ clock, database }: Instance, id: string, count: number): void => {
  const now = clock.now()
  const usage = database.usages.get(id) ?? { id, times: [] }
  const times = usage.times.filter(time => time > now - windowLength)
  const [oldest = now] = times
  if (times.length >= count) throw tooManyRequests(Math.ceil((oldest + windowLength - now) / 1000))
  usage.times = [...times, now]
  database.usages.set(usage)
}

/**
 * Refuses what is asked too often, where the settings say so. Addresses are told apart by
 * `X-Forwarded-For`.
 */
export const rateLimit: MiddlewareHandler<Env> = async (c, next) => {
  const { instance, incoming } = c.env
  if (instance.settings.limits === 'production' && incoming.method === 'POST') {
    const address = incoming.headers.get('x-forwarded-for')?.split(',')[0]?.trim() ?? ''
    for (const [name, { path, count }] of Object.entries(limits))
      if (path.test(incoming.url.pathname)) use(instance, `${name} ${address}`.trim(), count)
  }
  await next()
}
