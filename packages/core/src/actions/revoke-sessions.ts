import { type ClienteleError, isTransient, toClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import type { Intent } from '../request/intent.ts'
import { perform } from '../request/pipeline.ts'
import { readAgain } from '../request/recovery.ts'
import { isSignedIn, selectSession } from '../selectors/sessions.ts'
import { dropEndedAttempts } from '../slices/attempts.ts'
import { clearRevoking, setRevokesAll, setRevoking } from '../slices/sessions.ts'
import type { Cause } from '../store.ts'
import { sessionPath } from './session/session.ts'

const removeOne = (id: string): Intent => ({
  scope: 'sessions',
  method: 'POST',
  path: sessionPath(id, 'remove'),
  resource: 'session',
})
const removeAll: Intent = {
  scope: 'sessions',
  method: 'DELETE',
  path: '/client/sessions',
  resource: 'client',
}

/** The server has not said a word about it: nobody there, or a proxy in between. */
const isPending = (error: ClienteleError): boolean =>
  error.status === undefined || isTransient(error)

/**
 * Tells the server of the end of these sessions. What the network keeps from it stays to be told.
 */
const tell = async (kernel: Kernel, ids: readonly string[], intent: Intent): Promise<void> => {
  const { store, revocationsInFlight, lifetime } = kernel
  for (const id of ids) revocationsInFlight.add(id)
  const settled = [clearRevoking(ids), ...(intent.name === 'all' ? [setRevokesAll(false)] : [])]
  try {
    await perform(kernel, {
      ...intent,
      keepOnSignOut: true,
      onSettled: error => (error && isPending(error) ? [] : settled),
    })
  } catch (thrown) {
    if (lifetime.aborted) throw thrown
    if (isPending(toClienteleError(thrown))) return
    await readAgain(kernel)
    if (ids.some(id => selectSession(store.getState(), id))) throw thrown
  } finally {
    for (const id of ids) revocationsInFlight.delete(id)
  }
}

/** Ends sessions here, in one transition, tokens included. The server is not told. */
export const endSessions = ({ store, tokens }: Kernel, ids: readonly string[], cause?: Cause) => {
  store.commitFrom(cause, setRevoking(ids), dropEndedAttempts(store.getState(), false))
  tokens.clear(id => isSignedIn(selectSession(store.getState(), id)))
}

/**
 * Ends sessions here at once, in one transition, and tells the server. When it cannot be reached
 * this resolves all the same: it is told as soon as it can be, and until then no answer brings the
 * sessions back.
 *
 * @throws ClienteleError when the server refuses: what it still has is back then.
 */
export const revokeSession = (kernel: Kernel, id: string): Promise<void> => {
  endSessions(kernel, [id])
  return tell(kernel, [id], { ...removeOne(id), priority: 'urgent' })
}

/** The same for every session of the client, also those that this store does not know of. */
export const revokeAllSessions = (kernel: Kernel): Promise<void> => {
  const { client, sessions } = kernel.store.getState()
  const { ids } = sessions
  if (!client.loaded) kernel.store.commit(setRevokesAll(true))
  endSessions(kernel, ids)
  return tell(kernel, ids, { ...removeAll, name: 'all', priority: 'urgent' })
}

/**
 * Tells the server what it could not be told before. One at a time by name: a sign-in since then is
 * left alone.
 */
export const flushRevocations = async (kernel: Kernel): Promise<void> => {
  const { sessions } = kernel.store.getState()
  const pending = sessions.revoking.filter(id => !kernel.revocationsInFlight.has(id))
  for (const id of pending) await tell(kernel, [id], removeOne(id)).catch(kernel.onError)
}
