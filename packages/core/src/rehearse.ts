import type { Kernel } from './kernel.ts'
import { setClient } from './slices/client.ts'
import { createView } from './view/snapshot.ts'

/** The least that a client with a session says. */
const session = { id: '', status: '', expire_at: 0, abandon_at: 0, user: { id: '' } }

/**
 * Takes in a client that nobody sees. What that runs is compiled then, and schemas are built, while
 * the page waits for its answer: it would be half of the time from the answer until somebody is
 * known. Where there is nothing to wait for, it would only make that wait.
 *
 * @param url of what was asked.
 */
export const rehearse = (kernel: Kernel, url: string): void => {
  if (globalThis.performance?.getEntriesByName?.(url).length) return
  const { store, normalize, tokens } = kernel
  tokens.remaining('e30.e30.e30')
  const client = normalize.client({ id: '', sessions: [session] }, store.getState())
  createView(kernel)(store.preview(setClient(client)))
}
