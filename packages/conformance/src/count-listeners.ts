import type { ClienteleStore } from '@clientele/core'

/**
 * The same store, whose adapters' subscriptions are counted: those to its snapshots, and those to
 * its state.
 */
export const countListeners = (
  clientele: ClienteleStore,
): { readonly clientele: ClienteleStore; readonly count: () => number } => {
  let count = 0
  const counted =
    <Args extends unknown[]>(subscribe: (...args: Args) => () => void) =>
    (...args: Args) => {
      const off = subscribe(...args)
      count++
      return () => {
        count--
        off()
      }
    }
  const snapshots = { ...clientele.snapshots, subscribe: counted(clientele.snapshots.subscribe) }
  // as: generics drop an overload
  const subscribe = counted(clientele.store.subscribe) as ClienteleStore['store']['subscribe']
  return {
    clientele: { ...clientele, snapshots, store: { ...clientele.store, subscribe } },
    count: () => count,
  }
}
