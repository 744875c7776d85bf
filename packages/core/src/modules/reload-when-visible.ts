import type { Kernel } from '../kernel.ts'
import { readOrRecover } from '../request/recovery.ts'
import { listen, type Page } from './page.ts'

/**
 * Reads the client again after somebody else changed it: as soon as somebody sees the page, or with
 * `now` at once. An answer that was asked for before this call does not count.
 */
export type ReloadWhenVisible = (now?: boolean) => Promise<void> | undefined

export const createReloadWhenVisible = (
  kernel: Kernel,
  page: Page | undefined,
): ReloadWhenVisible => {
  let isStale = false
  const read = async () => {
    while (isStale) {
      isStale = false
      await readOrRecover(kernel, { priority: 'background' }).catch(() => {})
    }
  }
  const readIfVisible = (now = false) =>
    isStale && (now || page?.document.visibilityState !== 'hidden')
      ? kernel.dedupe.once('reload when visible', read)
      : undefined
  if (page)
    kernel.onDispose(listen(page.document, ['visibilitychange'], () => void readIfVisible()))
  return now => {
    // An answer that is on its way may be from before.
    kernel.queue.invalidateReads()
    // Who never asked has nothing that could be old.
    isStale ||= now || kernel.received.any
    return readIfVisible(now)
  }
}
