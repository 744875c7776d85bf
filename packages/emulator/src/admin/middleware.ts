import type { MiddlewareHandler } from 'hono'
import { isLoopbackUrl } from '../lib/loopback.ts'
import { type ControlEnv, totalHeader } from './env.ts'

export const banner =
  'An emulator of the Frontend API, for development and tests only. Nothing here is secret.'

/**
 * Every answer says what it comes from. Only pages that this machine serves can read it, such as a
 * panel in the application that is being worked on: others get no CORS headers.
 */
export const controlHeaders: MiddlewareHandler<ControlEnv> = async (c, next) => {
  c.header('Cache-Control', 'no-store')
  c.header('X-Emulator', banner)
  c.header('Vary', 'Origin')
  const origin = c.env.request.headers.get('origin')
  if (origin !== null && isLoopbackUrl(origin)) {
    c.header('Access-Control-Allow-Origin', origin)
    c.header('Access-Control-Allow-Methods', 'GET, POST, PATCH, DELETE')
    c.header('Access-Control-Allow-Headers', 'Content-Type')
    c.header('Access-Control-Expose-Headers', totalHeader)
  }
  await next()
}

/** Browsers ask first before a page of another origin sends JSON. */
export const answerPreflight: MiddlewareHandler<ControlEnv> = async (c, next) => {
  const { headers } = c.env.request
  if (c.req.method === 'OPTIONS' && headers.has('access-control-request-method'))
    return c.body(null, 204)
  return next()
}

/** Refuses a request that could not even be read, or comes from who may not send it. */
export const validateRequest: MiddlewareHandler<ControlEnv> = async (c, next) => {
  if (c.env.request.fault) throw c.env.request.fault
  await next()
}
