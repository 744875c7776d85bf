import type { MiddlewareHandler } from 'hono'
import { refuse } from '../errors.ts'
import type { ControlEnv } from './control-env.ts'

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

/**
 * Whoever controls the emulator can sign in as anybody, and a browser sends requests to this
 * machine for any page it shows: what it cannot read it could still cause. Browsers name the page
 * in `Origin` with whatever may change something, and no page can leave it out, so a change is made
 * only for the emulator's own pages and for what is not a browser.
 */
export const sameOrigin: MiddlewareHandler<ControlEnv> = async (c, next) => {
  const origin = c.env.headers.get('origin')
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!isRead && origin !== null && origin !== c.env.origin)
    throw refuse(
      403,
      'emulator_origin_refused',
      `A page of ${origin} may not control the emulator.`,
    )
  await next()
}

/**
 * A name that nobody else can lead here: this machine's, one without a dot, an address, or the
 * instance's own.
 */
const isOwnName = (hostname: string, own: string): boolean =>
  /^(\[.*\]|\d+(\.\d+){3}|([^.]+\.)*localhost|[^.]+)$/.test(hostname) ||
  hostname === own.replace(/:\d+$/, '')

/**
 * A page may have the name of its own server lead to this machine, and then be of the same origin
 * as the emulator. So only names are answered that no one else can give to this machine.
 */
export const ownName: MiddlewareHandler<ControlEnv> = async (c, next) => {
  const { hostname } = new URL(c.env.origin)
  if (!isOwnName(hostname, c.env.emulator.host))
    throw refuse(
      403,
      'emulator_host_refused',
      `The emulator is not controlled under the name ${hostname}.`,
    )
  await next()
}
