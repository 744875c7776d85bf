import type { Clientele } from '@clientele/core'

/** The same store, whose adapters' subscriptions are counted. */
export const countListeners = (
  clientele: Clientele,
): { readonly clientele: Clientele; readonly count: () => number } => {
  let count = 0
  const { snapshots } = clientele
  const subscribe = (listener: () => void) => {
    const off = snapshots.subscribe(listener)
    count++
    return () => {
      count--
      off()
    }
  }
  return { clientele: { ...clientele, snapshots: { ...snapshots, subscribe } }, count: () => count }
}
