import { type ClienteleError, isTransient, toClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { setConnection } from '../slices/connection.ts'
import { backoff, withJitter } from '../time/backoff.ts'
import { sleep } from '../time/deadline.ts'
import { readClient } from './read-client.ts'

const waits = { first: 500, longest: 30_000 }

/** Milliseconds without a failure after which the next one is a new one. */
const resetDelay = 120_000

/** Milliseconds before try `index`: doubling, and never sooner than the server asked. */
const delay = ({ ports }: Kernel, index: number, { retryAfter = 0 }: ClienteleError): number =>
  Math.max(retryAfter * 1000, withJitter(backoff(index, waits), ports.random))

/** One try after a wait. @returns why another one is needed, or nothing when it is settled. */
const tryAgain = async (
  kernel: Kernel,
  index: number,
  error: ClienteleError,
): Promise<ClienteleError | undefined> => {
  const { store, ports, lifetime } = kernel
  try {
    await sleep(ports.clock, delay(kernel, index, error), lifetime)
    if (store.getState().connection.status === 'degraded')
      await readClient(kernel, { priority: 'background' })
    return undefined
  } catch (thrown) {
    const next = toClienteleError(thrown)
    if (lifetime.aborted) return undefined
    if (isTransient(next)) return next
    store.commit(setConnection('failed', next))
    return undefined
  }
}

/**
 * Asks for the client again and again, ever more slowly, until there is an answer. Whoever's answer
 * comes first ends it. Afterwards the store is the server's state, whatever was lost on the way.
 */
const recover = (kernel: Kernel, first: ClienteleError): Promise<void> =>
  kernel.dedupe.once('recover', async () => {
    const { retryState, time } = kernel
    // What failed again right after it was well goes on with the waiting where it was: else it
    // would never slow down.
    if (time.steady() - retryState.failedAt > resetDelay) retryState.tries = 0
    for (let error: ClienteleError | undefined = first; error; ) {
      error = await tryAgain(kernel, retryState.tries++, error)
      retryState.failedAt = time.steady()
    }
  })

/**
 * The network or the server failed: what is known stays known, the status is `degraded`, and the
 * client is read again in the background.
 */
export const recoverFrom = (kernel: Kernel, error: ClienteleError): void => {
  kernel.store.commit(setConnection('degraded', error))
  void recover(kernel, error)
}

/** The same for whatever was thrown, if it is transient. @returns it as an error. */
export const recoverIfTransient = (kernel: Kernel, thrown: unknown): ClienteleError => {
  const error = toClienteleError(thrown)
  if (isTransient(error) && !kernel.lifetime.aborted) recoverFrom(kernel, error)
  return error
}

/** Reads the client once however many ask, and lets that decide. Its own failure is none of it. */
export const readAgain = (kernel: Kernel): Promise<void> =>
  kernel.dedupe.once('read again', async () => {
    await readClient(kernel).catch(thrown => void recoverIfTransient(kernel, thrown))
  })

/** Reads the client for somebody who waits for it. @throws ClienteleError as reading failed. */
export const readOrRecover = async (
  kernel: Kernel,
  options?: Parameters<typeof readClient>[1],
): Promise<void> => {
  try {
    await readClient(kernel, options)
  } catch (thrown) {
    throw recoverIfTransient(kernel, thrown)
  }
}
