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
  if (!clientele)
    throw new TypeError(
      'No store was found: app.use(createClientelePlugin({ clientele })), and call this in ' +
        'setup(). If that is so, `npm ls @clientele/vue` must show one copy',
    )
  return clientele
}
