import { ClienteleError } from '../../errors.ts'
import type { Ports } from '../../ports.ts'
import { type Instance, toUrl } from '../url.ts'
import { createBrowserMode } from './browser.ts'
import { createCredential } from './credential.ts'
import { createDevBrowserMode } from './dev-browser.ts'
import type { Mode } from './mode.ts'
import { createNativeMode } from './native.ts'

export interface ModeOptions {
  /** `browser`: a cookie, or the development browser's id. `native`: a rotating token in the `Authorization` header. */
  readonly mode?: 'browser' | 'native' | undefined
  /** Native mode: send `Bearer <token>` instead of the bare token. */
  readonly bearer?: boolean | undefined
}

/** A plain request, without the manners of the others: nothing is known of the browser yet (section 7.2). */
const createDevBrowser = async (instance: Instance, { fetch }: Ports): Promise<string> => {
  const response = await fetch(toUrl(instance, '/dev_browser').href, { method: 'POST' })
  const body: unknown = await response.json().catch(() => null)
  if (response.ok && typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string')
    return body.id
  throw new ClienteleError('response_invalid', 'No development browser was set up', { status: response.status })
}

/** The way this client proves itself, chosen by the options and the host in the key. */
export const createMode = (
  instance: Instance,
  { mode = 'browser', bearer = false }: ModeOptions,
  ports: Ports,
  onError: (error: unknown) => void,
): Mode => {
  const credential = (key: string) => createCredential(ports.storage, key, onError)
  if (mode !== 'browser' && mode !== 'native') throw new TypeError("mode must be 'browser' or 'native'")
  if (mode === 'native') return createNativeMode(credential('__clerk_client_jwt'), bearer)
  if (!instance.usesDevBrowser) return createBrowserMode()
  return createDevBrowserMode(credential('__clerk_db_jwt'), () => createDevBrowser(instance, ports))
}
