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
  // A promise of a store, or whatever else was given in its place, has none.
  if (!clientele?.snapshots)
    throw new TypeError(
      'No store: render <ClienteleProvider> above; one @clientele/react only; await promises',
    )
  return clientele
}
