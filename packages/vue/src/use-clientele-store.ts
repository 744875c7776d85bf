import type { ClienteleStore } from '@clientele/core'
import { hasInjectionContext, inject } from 'vue'
import { clienteleKey } from './plugin.ts'

/**
 * The store itself, for its actions. It is not reactive: read what changes by `useClient`.
 *
 * @throws TypeError outside of `setup`, or in an app that does not use the plugin.
 * @example
 * const clientele = useClienteleStore()
 * const leave = () => clientele.signOut()
 */
export const useClienteleStore = (): ClienteleStore => {
  const clientele = hasInjectionContext() ? inject(clienteleKey, null) : null
  // A promise of a store, or whatever else was given in its place, has none.
  if (!clientele?.snapshots)
    throw new TypeError(
      'No store: use(createClientelePlugin()), in setup(); one @clientele/vue; await promises',
    )
  return clientele
}
