import { type ClienteleError, isTransient, toClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { isSignedIn, selectSession } from '../selectors/sessions.ts'
import { clearRevoking, setRevoking } from '../slices/sessions.ts'
import { type Mutation, mutate } from './mutate.ts'
import { readClient } from './read-client.ts'
import { sessionPath } from './session/path.ts'

const removeOne = (id: string): Mutation => ({
  method: 'POST',
  path: sessionPath(id, 'remove'),
  subject: 'session',
})
const removeAll: Mutation = { method: 'DELETE', path: '/client/sessions', subject: 'client' }

/** The server has not said a word about it. */
const isUntold = (error: ClienteleError): boolean =>
  error.status === undefined || isTransient(error)

/**
 * Tells the server of the end of these sessions. What the weather keeps from it stays to be told.
 */
const tell = async (kernel: Kernel, ids: readonly string[], request: Mutation): Promise<void> => {
  const { store, ending, lifetime } = kernel
  for (const id of ids) ending.add(id)
  try {
    const finish: Mutation['finish'] = error =>
      error && isUntold(error) ? [] : [clearRevoking(ids)]
    await mutate(kernel, { ...request, survives: true, finish })
  } catch (thrown) {
    if (lifetime.aborted) throw thrown
    if (isUntold(toClienteleError(thrown))) return
    await readClient(kernel).catch(() => {})
    if (ids.some(id => selectSession(store.getState(), id))) throw thrown
  } finally {
    for (const id of ids) ending.delete(id)
  }
}

/** Ends sessions here, in one transition, tokens included. The server is not told. */
export const endSessions = (kernel: Kernel, ids: readonly string[]): void => {
  const { store, seen, tokens } = kernel
  store.commit(setRevoking(ids))
  // The next answer counts also when it is the last one word for word: it says what is not shown
  // here any more.
  seen.client = null
  tokens.clear(id => isSignedIn(selectSession(store.getState(), id)))
}

/**
 * Ends sessions here at once, in one transition, and tells the server. When it cannot be reached
 * this resolves all the same: it is told as soon as it can be, and until then no answer brings the
 * sessions back.
 *
 * @param all every session of the client, also those that this store does not know of.
 * @throws ClienteleError when the server refuses: what it still has is back then.
 */
export const revokeSessions = (
  kernel: Kernel,
  ids: readonly string[],
  all: boolean,
): Promise<void> => {
  const [id] = ids
  endSessions(kernel, ids)
  return tell(kernel, ids, {
    ...(all || id === undefined ? removeAll : removeOne(id)),
    priority: 'front',
  })
}

/**
 * Tells the server what it could not be told before. One at a time by name: a sign-in since then is
 * left alone.
 */
export const flushRevocations = async (kernel: Kernel): Promise<void> => {
  const { sessions } = kernel.store.getState()
  const untold = sessions.revoking.filter(id => !kernel.ending.has(id))
  for (const id of untold) await tell(kernel, [id], removeOne(id)).catch(kernel.onError)
}
