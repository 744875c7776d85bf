import { ClienteleError, isTransient, toClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { readClient } from '../request/read-client.ts'
import { recoverFrom } from '../request/recovery.ts'
import { setConnection } from '../slices/connection.ts'

/**
 * Makes the client known. Asked again while it runs, or once it is done, it does nothing more.
 *
 * A network that fails is no error: when there is no answer within `loadTimeout`, the status
 * becomes `degraded`, this resolves, and the client arrives in the background as soon as it can.
 *
 * @throws ClienteleError when the server refuses for good; the status is `failed` then.
 */
export const load = async (kernel: Kernel, onSent?: (url: string) => void): Promise<void> => {
  const { store, received, loadTimeout, lifetime } = kernel
  lifetime.throwIfAborted()
  // A state that a server rendered may be ready and is old all the same.
  if (received.any && store.getState().connection.status === 'ready') return
  await kernel.dedupe.once('load', async () => {
    if (!store.getState().client.loaded) store.commit(setConnection('loading'))
    try {
      await readClient(kernel, { timeout: loadTimeout, onSent })
    } catch (thrown) {
      const error = toClienteleError(thrown)
      if (lifetime.aborted) throw error
      if (!isTransient(error)) {
        store.commit(setConnection('failed', error))
        throw error
      }
      recoverFrom(kernel, error)
    }
  })
}

/**
 * Waits until the client is known, within `loadTimeout`; loads it if nobody else does.
 *
 * @throws ClienteleError why it is not known: as loading failed, or `client_not_loaded`.
 */
export const requireLoaded = async (kernel: Kernel): Promise<void> => {
  const { store } = kernel
  if (store.getState().client.loaded) return
  await load(kernel)
  const { client, connection } = store.getState()
  if (client.loaded) return
  const { error } = connection
  throw error
    ? new ClienteleError(error.code, error.message, error)
    : new ClienteleError('client_not_loaded', 'The client could not be loaded in time')
}
