import { sleep } from '../deadline.ts'
import { type ClienteleError, isTransient, toClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { setConnection } from '../slices/connection.ts'
import { readClient } from './read-client.ts'

const longestWait = 30_000

/** Milliseconds without a failure after which the next one is a new one. */
const calm = 120_000

/**
 * Milliseconds before try `index`: doubling with jitter, and never sooner than the server asked.
 */
const delay = ({ ports }: Kernel, index: number, { retryAfter = 0 }: ClienteleError): number =>
  Math.max(retryAfter * 1000, Math.min(longestWait, 500 * 2 ** index) * (1 + ports.random()))

/** Says that `error` happened: the network or the server failed, and what is known stays known. */
export const degrade = ({ store }: Kernel, error: ClienteleError) =>
  store.commit(setConnection('degraded', error))

/**
 * One try after a wait. @returns why another one is needed, or nothing when the matter is settled.
 */
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
export const recover = (kernel: Kernel, first: ClienteleError): Promise<void> =>
  kernel.once('recover', async () => {
    const { weather, ports } = kernel
    // What failed again right after it was well goes on with the waiting where it was: else it
    // would never slow down.
    if (ports.clock.now() - weather.at > calm) weather.tries = 0
    for (let error: ClienteleError | undefined = first; error; ) {
      error = await tryAgain(kernel, weather.tries++, error)
      weather.at = ports.clock.now()
    }
  })

const settled = new Set<string>(['requires_captcha', 'dev_browser_unauthenticated'])
const blocked = new Set<string>(['user_banned', 'user_deactivated'])

/** True when an error makes what is known about this client doubtful. */
const doubts = ({ status, code }: ClienteleError): boolean =>
  (status === 401 && !settled.has(code)) || status === 404 || (status === 403 && blocked.has(code))

/**
 * Draws the conclusions of a failed action, then fails with it. A failure of the network or the
 * server degrades and recovers in the background; a refusal that doubts who we are has the client
 * read again before the caller hears of it.
 */
export const withRecovery = async <Result>(
  kernel: Kernel,
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await work()
  } catch (thrown) {
    const error = toClienteleError(thrown)
    if (kernel.lifetime.aborted) throw error
    if (isTransient(error)) {
      degrade(kernel, error)
      void recover(kernel, error)
    } else if (doubts(error)) {
      await kernel.once('doubt', () => readClient(kernel)).catch(() => {})
    }
    throw error
  }
}
