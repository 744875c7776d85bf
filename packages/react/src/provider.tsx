import type { ClienteleStore } from '@clientele/core'
import { createContext, type ReactElement, type ReactNode } from 'react'

/** Carries the store to the hooks. `null` where no provider stands above. */
export const ClienteleContext = /* @__PURE__ */ createContext<ClienteleStore | null>(null)

/** Which store the components below use. */
export interface ClienteleProviderProps {
  /** Made once, outside of components; who makes it also loads and disposes of it. */
  readonly clientele: ClienteleStore
  /** What finds the store by its hooks. */
  readonly children?: ReactNode
}

/**
 * Lets the hooks below find the store. A second one further down takes its place there.
 *
 * @example
 * const clientele = createClientele({ publishableKey })
 * createRoot(element).render(
 *   <ClienteleProvider clientele={clientele}>
 *     <App />
 *   </ClienteleProvider>,
 * )
 */
export const ClienteleProvider = ({
  clientele,
  children,
}: ClienteleProviderProps): ReactElement => (
  <ClienteleContext.Provider value={clientele}>{children}</ClienteleContext.Provider>
)
