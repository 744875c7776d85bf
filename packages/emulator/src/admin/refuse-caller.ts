import { refuse } from '../lib/api-error.ts'
import { isLoopbackUrl } from '../lib/loopback.ts'

interface Caller {
  readonly method: string
  /** Of the address that was asked. */
  readonly origin: string
  readonly hostname: string
  readonly headers: Headers
}

/**
 * Whoever controls the emulator can sign in as anybody, and a browser sends requests to this
 * machine for any page it shows: what it cannot read it could still cause. Browsers name the page
 * in `Origin` with whatever may change something, and no page can leave it out, so a change is made
 * only for the emulator's own pages, for those that this machine serves (the application that is
 * being worked on), and for what is not a browser.
 */
const assertOwnOrigin = ({ method, origin: own, headers }: Caller): void => {
  const origin = headers.get('origin')
  const isRead = method === 'GET' || method === 'HEAD'
  if (!isRead && origin !== null && origin !== own && !isLoopbackUrl(origin))
    throw refuse(
      403,
      'emulator_origin_refused',
      `A page of ${origin} may not control the emulator.`,
    )
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
const assertOwnName = ({ hostname }: Caller, own: string): void => {
  if (!isOwnName(hostname, own))
    throw refuse(
      403,
      'emulator_host_refused',
      `The emulator is not controlled under the name ${hostname}.`,
    )
}

/**
 * @param host the instance's own.
 * @throws ApiError for who may not control the emulator.
 */
export const assertMayControl = (caller: Caller, host: string): void => {
  assertOwnName(caller, host)
  assertOwnOrigin(caller)
}
