import { openApp } from '@clientele/conformance'
import { type ClienteleStore, createClientele } from '@clientele/core'
import { tabs } from '@clientele/core/tabs'

/** The application that a recipe is tried with. */
export const app = openApp({ modules: [tabs()] })

/** Another tab of the same browser, which knows its client. */
export const openTab = async (): Promise<ClienteleStore> => {
  const { publishableKey } = app.emulator
  const tab = createClientele({ publishableKey, fetch: app.browser.fetch, modules: [tabs()] })
  await tab.load()
  return tab
}

let listeners = 0

/** How many listen to the store. */
export const countListeners = (): number => listeners

const counted =
  <Args extends unknown[]>(subscribe: (...args: Args) => () => void) =>
  (...args: Args) => {
    const off = subscribe(...args)
    listeners++
    return () => {
      listeners--
      off()
    }
  }

const { clientele: whole } = app
// as: generics drop an overload
const subscribe = counted(whole.subscribe) as ClienteleStore['subscribe']

/** The store of a recipe: what each of them imports. */
export const store: ClienteleStore = Object.defineProperties(
  { ...whole },
  {
    // Spreading would have read what these give once and for all.
    ...Object.getOwnPropertyDescriptors(whole),
    subscribe: { value: subscribe },
    snapshots: { value: { ...whole.snapshots, subscribe: counted(whole.snapshots.subscribe) } },
  },
)
