import { type ClienteleOptions, type ClienteleStore, createClientele } from '@clientele/core'
import { createContext, type ReactElement, type ReactNode } from 'react'
import { awaited, type Care, useOwned } from './use-owned.ts'

/** Carries the store to the hooks. `null` where no provider stands above. */
export const ClienteleContext = /* @__PURE__ */ createContext<ClienteleStore | null>(null)

interface GivenStore {
  /** Made once, outside of components; who makes it also loads and disposes of it. */
  readonly clientele: ClienteleStore
}

type Made = ClienteleOptions & { readonly clientele?: undefined }

/** A store, or the options of one that the provider makes, loads and disposes of. */
export type ClienteleProviderProps = { readonly children?: ReactNode } & (GivenStore | Made)

const care: Care<ClienteleStore> = {
  start: store => void store.load(),
  isAwaited: store => awaited.has(store),
  end: store => store.dispose(),
}

const Owner = ({ children, clientele: _, ...options }: ClienteleProviderProps & Made) => {
  const key = `store ${options.publishableKey}`
  const store = useOwned(key, () => createClientele(options), care)
  return <ClienteleContext.Provider value={store}>{children}</ClienteleContext.Provider>
}

/**
 * Lets the hooks below find the store. A second one further down takes its place there.
 *
 * Given options in place of a store, it makes one, loads it when it is on the page, and disposes of
 * it when it leaves. Options are read once: another `publishableKey` needs another `key`.
 *
 * @throws TypeError for a wrong option, by name.
 * @example
 * createRoot(element).render(
 *   <ClienteleProvider publishableKey={publishableKey} modules={browserModules()}>
 *     <App />
 *   </ClienteleProvider>,
 * )
 */
export const ClienteleProvider = (props: ClienteleProviderProps): ReactElement =>
  props.clientele ? (
    <ClienteleContext.Provider value={props.clientele}>{props.children}</ClienteleContext.Provider>
  ) : (
    <Owner key={props.publishableKey} {...props} />
  )
