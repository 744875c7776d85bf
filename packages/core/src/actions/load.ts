import { isTransient, toClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { setConnection } from '../slices/connection.ts'
import { readClient } from './read-client.ts'
import { degrade, recover } from './recover.ts'

/**
 * Makes the client known. Asked again while it runs, or once it is done, it does nothing more.
 *
 * Bad weather is not an error: when there is no answer within `loadTimeout`, the status becomes
 * `degraded`, this resolves, and the client arrives in the background as soon as it can.
 *
 * @throws ClienteleError when the server refuses for good; the status is `failed` then.
 */
export const load = async (kernel: Kernel): Promise<void> => {
  const { store, seen, loadTimeout } = kernel
  // A state that a server rendered may be ready and is old all the same.
  if (seen.answer && store.getState().connection.status === 'ready') return
  await kernel.once('load', async () => {
    if (!store.getState().client.known) store.commit(setConnection('loading'))
    try {
      await readClient(kernel, { timeout: loadTimeout })
    } catch (thrown) {
      const error = toClienteleError(thrown)
      if (kernel.lifetime.aborted) throw error
      if (!isTransient(error)) {
        store.commit(setConnection('failed', error))
        throw error
      }
      degrade(kernel, error)
      void recover(kernel, error)
    }
  })
}
