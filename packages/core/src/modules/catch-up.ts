import { readClient } from '../actions/read-client.ts'
import { withRecovery } from '../actions/recover.ts'
import type { Kernel } from '../kernel.ts'
import { listen, type Page } from './page.ts'

/** Reads the client again after somebody else changed it. */
export interface CatchUp {
  /** What is known is old: it is read as soon as somebody sees the page. */
  invalidate(): void
  /** Reads it now; an answer that was asked for before this call does not count. */
  read(): Promise<void>
}

export const createCatchUp = (kernel: Kernel, page: Page | undefined): CatchUp => {
  let stale = false
  const catchUp = async () => {
    while (stale) {
      stale = false
      await withRecovery(kernel, () => readClient(kernel, { priority: 'background' })).catch(() => {})
    }
  }
  const readWhenSeen = () => {
    if (stale && page?.document.visibilityState !== 'hidden') void kernel.once('catch-up', catchUp)
  }
  if (page) kernel.onDispose(listen(page.document, ['visibilitychange'], readWhenSeen))
  return {
    invalidate: () => {
      // An answer that is on its way may be from before.
      kernel.turns.disturb()
      // Who never asked has nothing that could be old.
      stale ||= kernel.seen.answer
      readWhenSeen()
    },
    read: () => {
      kernel.turns.disturb()
      stale = true
      return kernel.once('catch-up', catchUp)
    },
  }
}
