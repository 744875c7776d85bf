import type { MiddlewareHandler } from 'hono'
import type { ControlEnv } from './env.ts'

export const banner =
  'An emulator of the Frontend API, for development and tests only. Nothing here is secret.'

/**
 * Every answer says what it comes from. There are no CORS headers: pages of other origins can read
 * none of it.
 */
export const controlHeaders: MiddlewareHandler<ControlEnv> = async (c, next) => {
  c.header('Cache-Control', 'no-store')
  c.header('X-Emulator', banner)
  await next()
}

/** Refuses a request that could not even be read, or comes from who may not send it. */
export const validateRequest: MiddlewareHandler<ControlEnv> = async (c, next) => {
  if (c.env.request.fault) throw c.env.request.fault
  await next()
}
