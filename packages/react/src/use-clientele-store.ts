import type { ClienteleStore } from '@clientele/core'
import { useContext } from 'react'
import { ClienteleContext } from './provider.tsx'

/**
 * The store itself, for its actions. It never changes, so that reading it causes no render.
 *
 * @throws TypeError outside of a `ClienteleProvider`.
 * @example
 * const clientele = useClienteleStore()
 * return <button onClick={() => clientele.signOut()}>Sign out</button>
 */
export const useClienteleStore = (): ClienteleStore => {
  const clientele = useContext(ClienteleContext)
  if (!clientele)
    throw new TypeError(
      'No store was found: render <ClienteleProvider> above this component. If there is one, ' +
        '`npm ls @clientele/react` must show one copy',
    )
  return clientele
}
