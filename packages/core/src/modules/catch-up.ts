import { readClient } from '../actions/read-client.ts'
import { withRecovery } from '../actions/recover.ts'
import type { Kernel } from '../kernel.ts'
import { listen, type Page } from './page.ts'

/**
 * Reads the client again after somebody else changed it: as soon as somebody sees the page, or with
 * `now` at once. An answer that was asked for before this call does not count.
 */
export type CatchUp = (now?: boolean) => Promise<void> | undefined

export const createCatchUp = (kernel: Kernel, page: Page | undefined): CatchUp => {
  let stale = false
  const read = async () => {
    while (stale) {
      stale = false
      await withRecovery(kernel, () => readClient(kernel, { priority: 'background' })).catch(
        () => {},
      )
    }
  }
  const readWhenSeen = (now = false) =>
    stale && (now || page?.document.visibilityState !== 'hidden')
      ? kernel.once('catch-up', read)
      : undefined
  if (page) kernel.onDispose(listen(page.document, ['visibilitychange'], () => void readWhenSeen()))
  return now => {
    // An answer that is on its way may be from before.
    kernel.turns.disturb()
    // Who never asked has nothing that could be old.
    stale ||= now || kernel.seen.answer
    return readWhenSeen(now)
  }
}
