import { type Clerk, type ClerkAdapterOptions, openClerk } from '@clientele/core/clerk'
import { createContext, type ReactElement, type ReactNode, useContext, useEffect } from 'react'
import { ClienteleContext } from '../provider.tsx'
import { awaited, type Care, useOwned } from '../use-owned.ts'

const ClerkContext = /* @__PURE__ */ createContext<Clerk | null>(null)

/** The options of `Clerk` as props, or a `Clerk` that there is. */
export interface ClerkProviderProps extends ClerkAdapterOptions {
  /** What finds the `Clerk` by its hooks. */
  readonly children?: ReactNode
}

// Its status says why, and a listener hears when the client arrives after all.
const load = (clerk: Clerk) => void clerk.load().catch(() => {})
const care: Care<Clerk> = {
  start: load,
  isAwaited: clerk => awaited.has(clerk.clientele),
  end: clerk => clerk.clientele.dispose(),
}

interface Provided {
  readonly children: ReactNode
}

const Provide = ({ clerk, children }: Provided & { readonly clerk: Clerk }) => (
  <ClienteleContext.Provider value={clerk.clientele}>
    <ClerkContext.Provider value={clerk}>{children}</ClerkContext.Provider>
  </ClienteleContext.Provider>
)

const Guest = ({ clerk, children }: Provided & { readonly clerk: Clerk }) => {
  useEffect(() => load(clerk), [clerk])
  return <Provide clerk={clerk}>{children}</Provide>
}

const Owner = ({ children, ...options }: Provided & ClerkAdapterOptions) => {
  const clerk = useOwned(`clerk ${options.publishableKey}`, () => openClerk(options), care)
  return <Provide clerk={clerk}>{children}</Provide>
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
export const ClerkProvider = ({ children, ...options }: ClerkProviderProps): ReactElement =>
  options.Clerk ? (
    <Guest clerk={options.Clerk}>{children}</Guest>
  ) : (
    <Owner key={options.publishableKey} {...options}>
      {children}
    </Owner>
  )

/**
 * Clerk's object, for its actions. It never changes, so that reading it causes no render.
 *
 * @throws TypeError outside of a `ClerkProvider`.
 */
export const useClerk = (): Clerk => {
  const clerk = useContext(ClerkContext)
  if (!clerk) throw new TypeError('No Clerk found: render <ClerkProvider> above')
  return clerk
}
