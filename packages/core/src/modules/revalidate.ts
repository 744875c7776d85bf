import { assertKnown } from '../arguments.ts'
import { isTransient, isTransientStatus, toClienteleError } from '../errors.ts'
import type { Kernel } from '../kernel.ts'
import { readOrRecover } from '../request/recovery.ts'
import { currentPage, listen, type Page } from './page.ts'

export type { Page } from './page.ts'

/** When the client is read again. */
export interface RevalidateOptions {
  /** Milliseconds after an answer during which events ask for nothing; 5,000 when not set. */
  readonly throttle?: number | undefined
  /**
   * Where the events come from; this page when not set, and nothing happens where there is none:
   * React Native needs `nativePage()`.
   */
  readonly page?: Page | undefined
}

/** `pageshow` comes with every load too; only one out of the back/forward cache finds old data. */
const isReturn = (event: Event): boolean =>
  !(event.type === 'pageshow' && 'persisted' in event && !event.persisted)

/**
 * Whether asking makes sense now. A network that failed, or a proxy that was in the way, is tried
 * at once; a server that failed says itself when to ask again, and the store does; a client that
 * nobody asked for yet is not asked for here. What refused for good may have changed its mind.
 */
const isDue = ({ store, received }: Kernel): boolean => {
  const { status, error } = store.getState().connection
  if (status === 'degraded') return !isTransientStatus(error?.status ?? 0)
  return status === 'failed' || (status === 'ready' && received.any)
}

/**
 * Reads the client again when someone comes back to the page, by focus, by making it visible, or by
 * the back button; and when the network comes back. Data that did not change is told to nobody.
 *
 * It listens to nothing that keeps a page out of the back/forward cache.
 *
 * @throws TypeError for a throttle that is no number of milliseconds.
 * @example
 * createClientele({ publishableKey, modules: [revalidate()] })
 * @example In React Native, which has neither `document` nor `online`:
 * // AppState of react-native, NetInfo of @react-native-community/netinfo
 * const page = nativePage({ appState: AppState, netInfo: NetInfo })
 * createClientele({ publishableKey, mode: 'native', storage, modules: [revalidate({ page })] })
 */
export const revalidate = (options: RevalidateOptions = {}) => {
  assertKnown('revalidate', options, 'throttle, page')
  const { throttle = 5000, page = currentPage() } = options
  if (!(throttle >= 0)) throw new TypeError('throttle must be a number of milliseconds, 0 or more')
  return (kernel: Kernel): void => {
    if (!page) return
    const { store, time, lifetime } = kernel
    const { window, document } = page
    let finished = Number.NEGATIVE_INFINITY
    const finish = () => {
      finished = time.steady()
    }

    const read = async () => {
      try {
        await readOrRecover(kernel, { priority: 'background' })
      } catch (thrown) {
        // The status tells of a failing network; a refusal is told nowhere else.
        if (!lifetime.aborted && !isTransient(toClienteleError(thrown))) kernel.onError(thrown)
      } finally {
        finish()
      }
    }

    const ask = (event: Event) => {
      // Whether the platform believes that it is online is no reason not to ask: it may be wrong.
      if (!isReturn(event) || document.visibilityState === 'hidden') return
      // A network that is back is worth a try however soon after the last one failed.
      const recent = time.steady() - finished < throttle
      if (recent && !(event.type === 'online' && store.getState().connection.status !== 'ready'))
        return
      if (isDue(kernel)) void kernel.dedupe.once('revalidate', read)
    }

    kernel.onDispose(listen(window, ['focus', 'pageshow', 'online'], ask))
    kernel.onDispose(listen(document, ['visibilitychange'], ask))
    kernel.onDispose(store.subscribe(({ connection }) => connection.status, finish))
  }
}
