import type { MiddlewareHandler } from 'hono'
import { backendKeyInvalid, backendKeyLive, backendKeyMissing } from '../../lib/backend-errors.ts'
import type { Env } from '../request-context.ts'

/** Lets nobody in without the secret key of the instance. @throws ApiError 401. */
export const authenticate: MiddlewareHandler<Env> = async (c, next) => {
  const { instance, incoming } = c.env
  const [, key] = /^Bearer\s+(\S+)$/i.exec(incoming.headers.get('authorization') ?? '') ?? []
  if (key === undefined) throw backendKeyMissing()
  if (key.startsWith('sk_live_')) throw backendKeyLive()
  if (key !== instance.secretKey) throw backendKeyInvalid()
  await next()
}
