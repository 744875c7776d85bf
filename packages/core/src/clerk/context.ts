import { toClienteleError, toErrorRecord } from '../errors.ts'
import type { ErrorRecord } from '../records.ts'
import { type AttemptKind, setFetching, setSettled } from '../slices/attempts.ts'
import { whenLoaded } from '../when-loaded.ts'
import type { SetActive } from './set-active.ts'
import type { ShownStore } from './shown-store.ts'
import type { Web3Port } from './web3.ts'

/** What the resources of one Clerk object work on. */
export interface Context extends ShownStore {
  readonly web3: Web3Port
  readonly setActive: SetActive
}

/**
 * Waits until the client is known: what a form does before that is done as soon as it can be. The
 * attempt counts as `fetching` all the while, and keeps why the client did not come.
 */
export const afterLoad = async <Done>(
  { clientele, kernel: { attempts, store } }: Context,
  kind: AttemptKind,
  run: () => Promise<Done>,
): Promise<Done> => {
  if (clientele.client) return run()
  const waiting = attempts[kind].begin()
  store.commit(setFetching(kind))
  const settle = (error: ErrorRecord | null) =>
    store.commit(setSettled(kind, waiting.end() ? 'fetching' : 'idle', error))
  try {
    await whenLoaded(clientele)
  } catch (thrown) {
    settle(toErrorRecord(toClienteleError(thrown)))
    throw thrown
  }
  try {
    return await run()
  } finally {
    settle(store.getState().attempts[kind].error)
  }
}

/** A parameter in the address of this page. */
export const readQuery = (name: string): string | null =>
  new URLSearchParams(globalThis.location?.search).get(name)
