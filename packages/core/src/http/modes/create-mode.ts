import { ClienteleError } from '../../errors.ts'
import { isObject } from '../../is-object.ts'
import type { Ports, StoragePort } from '../../ports.ts'
import { type Abortable, withDeadline } from '../../time/deadline.ts'
import { type Instance, toUrl } from '../url.ts'
import { createBrowserMode } from './browser.ts'
import { createCredential } from './credential.ts'
import { createDevBrowserMode } from './dev-browser.ts'
import type { Mode } from './mode.ts'
import { createNativeMode } from './native.ts'
import { createPageStorage } from './page-storage.ts'

export interface ModeOptions {
  /**
   * `browser`: a cookie, or the development browser's id. `native`: a rotating token in the
   * `Authorization` header.
   */
  readonly mode?: 'browser' | 'native' | undefined
  /** Native mode: send `Bearer <token>` instead of the bare token. */
  readonly bearer?: boolean | undefined
  /**
   * Where a credential is kept that no cookie of the server's holds: in native mode, and for
   * development browsers, which use a cookie of the page when nothing is given. Without a page and
   * without storage it is kept in memory.
   */
  readonly storage?: StoragePort | undefined
}

/** A plain request, unlike all others: nothing is known of the browser yet. */
const createDevBrowser = (
  instance: Instance,
  { fetch, clock }: Ports,
  lifetime: Abortable,
): Promise<string> =>
  // Everybody waits for it, so one that is never answered is given up, and asked for again.
  withDeadline(clock, 10_000, [lifetime], async ({ signal }) => {
    const response = await fetch(toUrl(instance, '/dev_browser'), { method: 'POST', signal })
    const body: unknown = await response.json().catch(() => null)
    if (response.ok && isObject(body) && typeof body.id === 'string') return body.id
    throw new ClienteleError('response_invalid', 'No development browser was set up', {
      status: response.status,
    })
  })

/** The way this client proves itself, chosen by the options and the host in the key. */
export const createMode = (
  instance: Instance,
  { mode = 'browser', bearer = false, storage }: ModeOptions,
  ports: Ports,
  lifetime: Abortable,
  onError: (error: unknown) => void,
): Mode => {
  if (mode !== 'browser' && mode !== 'native')
    throw new TypeError("mode must be 'browser' or 'native'")
  const keptIn = (place: StoragePort, key: string) =>
    createCredential({
      storage: place,
      key,
      clock: ports.clock,
      lifetime,
      onError,
      required: mode === 'native',
    })
  if (mode === 'native')
    return createNativeMode(keptIn(ports.storage, '__clerk_client_jwt'), bearer)
  if (!instance.usesDevBrowser) return createBrowserMode()
  const place = storage ?? createPageStorage(instance.publishableKey) ?? ports.storage
  return createDevBrowserMode(keptIn(place, '__clerk_db_jwt'), () =>
    createDevBrowser(instance, ports, lifetime),
  )
}
