import type { ClienteleStore } from './clientele-store.ts'
import { ClienteleError, isClienteleError } from './errors.ts'
import { isServer } from './modules/page.ts'
import type { Client } from './view/client-view.ts'
import type { Snapshot } from './view/snapshot.ts'

const toError = ({ error }: Snapshot): ClienteleError =>
  error
    ? new ClienteleError(error.code, error.message, error)
    : new ClienteleError(
        'request_failed',
        'The client is not known, and nothing was told of the reason',
      )

/**
 * The client as soon as it is known, within `loadTimeout` at most. Loads it if nobody else does.
 *
 * @throws ClienteleError when it is not known by then (`degraded`; it may still arrive), or when
 * the server refuses.
 * @example
 * const client = await whenLoaded(clientele)
 * if (client.signedInSessions.length === 0) location.assign('/sign-in')
 */
export const whenLoaded = async (clientele: ClienteleStore): Promise<Client> => {
  const { snapshots } = clientele
  const client = snapshots.get().client ?? (await clientele.load())
  if (client) return client
  throw toError(snapshots.get())
}

/**
 * Why a page without an `initialState` cannot show the client: it would have to be known where the
 * page was begun. `undefined` where it is, or can still be waited for: not on a server, whose page
 * would have to know it too.
 */
export const missingState = (clientele: ClienteleStore, isBegun: boolean): TypeError | undefined =>
  isBegun || (!clientele.snapshots.get().client && isServer())
    ? new TypeError(
        'The client was not known when this page was begun: give createClientele the ' +
          'initialState that the server had',
      )
    : undefined

const createPendingClient = () => {
  // A store that was disposed of has no status that says so, and would be waited for again and
  // again.
  const disposed = new WeakMap<ClienteleStore, ClienteleError>()
  const load = async (clientele: ClienteleStore) => {
    // Later, so that a component that throws this changes nothing while it renders.
    await null
    try {
      await clientele.load()
    } catch (error) {
      if (isClienteleError(error) && error.code === 'disposed') disposed.set(clientele, error)
    }
  }
  return (clientele: ClienteleStore): Promise<void> | Error => {
    const snapshot = clientele.snapshots.get()
    const missing = missingState(clientele, snapshot.client !== undefined)
    if (missing) return missing
    const over = disposed.get(clientele)
    if (over) return over
    return snapshot.status === 'failed' || snapshot.status === 'degraded'
      ? toError(snapshot)
      : load(clientele)
  }
}

/**
 * What a component throws that cannot show itself without the client: a promise that ends within
 * `loadTimeout`, or why there is no client. Loads the client if nobody else does.
 */
export const pendingClient: (clientele: ClienteleStore) => Promise<void> | Error =
  /* @__PURE__ */ createPendingClient()
