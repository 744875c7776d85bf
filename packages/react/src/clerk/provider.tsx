import { type Clerk, type ClerkAdapterOptions, openClerk } from '@clientele/core/clerk'
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react'
import { ClienteleContext } from '../provider.tsx'

const ClerkContext = /* @__PURE__ */ createContext<Clerk | null>(null)

/** The options of `Clerk` as props, or a `Clerk` that there is. */
export interface ClerkProviderProps extends ClerkAdapterOptions {
  /** What finds the `Clerk` by its hooks. */
  readonly children?: ReactNode
}

/** A `Clerk` of this component, disposed of once the component has really left. */
const useOwnClerk = (make: () => Clerk, given: Clerk | undefined): Clerk => {
  const [clerk] = useState(make)
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    clearTimeout(leaving.current)
    // Its status says why, and a listener hears when the client arrives after all.
    clerk.load().catch(() => {})
    if (given) return undefined
    return () => {
      // Strict mode leaves and comes back at once.
      leaving.current = setTimeout(() => clerk.clientele.dispose())
    }
  }, [clerk, given])
  return clerk
}

/**
 * Makes a store, loads it, and lets the hooks below find it.
 *
 * @throws TypeError for a wrong option, by name.
 * @example
 * <ClerkProvider publishableKey={publishableKey}>
 *   <App />
 * </ClerkProvider>
 */
export const ClerkProvider = ({ children, ...options }: ClerkProviderProps): ReactElement => {
  const clerk = useOwnClerk(() => openClerk(options), options.Clerk)
  return (
    <ClienteleContext.Provider value={clerk.clientele}>
      <ClerkContext.Provider value={clerk}>{children}</ClerkContext.Provider>
    </ClienteleContext.Provider>
  )
}

/**
 * Clerk's object, for its actions. It never changes, so that reading it causes no render.
 *
 * @throws TypeError outside of a `ClerkProvider`.
 */
export const useClerk = (): Clerk => {
  const clerk = useContext(ClerkContext)
  if (!clerk) throw new TypeError('No Clerk was found: render <ClerkProvider> above this component')
  return clerk
}
