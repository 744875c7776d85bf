import type { ClienteleStore } from '@clientele/core'
import { type DevtoolsOptions, PanelElement } from './element.tsx'

const name = 'clientele-devtools'

/** Makes `<clientele-devtools>` known to this page; once is enough, and more does nothing. */
export const defineDevtools = (): void => {
  if (!customElements.get(name)) customElements.define(name, PanelElement)
}

interface Mounted {
  readonly element: PanelElement
  count: number
}

/** The panel of a store: one, however often it is mounted. */
const mountedOf = /* @__PURE__ */ new WeakMap<ClienteleStore, Mounted>()

const create = (): PanelElement => {
  const element = document.createElement(name)
  if (element instanceof PanelElement) return element
  throw new TypeError('Two copies of @clientele/devtools are on this page: keep one')
}

/**
 * Puts a panel on the page that shows a store: who is signed in, what happened, every method, and
 * the emulator that it talks to.
 *
 * Mounted again, a store keeps its one panel, until each of its undos was called.
 *
 * @returns its undo.
 * @throws TypeError where there is no page, or without a store.
 * @example
 * if (import.meta.env.DEV) {
 *   const { mountDevtools } = await import('@clientele/devtools')
 *   mountDevtools(clientele)
 * }
 */
export const mountDevtools = (
  clientele: ClienteleStore,
  options: DevtoolsOptions = {},
): (() => void) => {
  if (!clientele?.snapshots)
    throw new TypeError('mountDevtools() needs a store: mountDevtools(createClientele({ … }))')
  if (!globalThis.document)
    throw new TypeError('mountDevtools() needs a page: call it in a browser only')
  defineDevtools()
  const known = mountedOf.get(clientele)
  // A page may have removed it.
  const mounted = known?.element.isConnected ? known : { element: create(), count: 0 }
  const { element } = mounted
  mounted.count += 1
  mountedOf.set(clientele, mounted)
  element.show(clientele, options)
  if (!element.isConnected) document.body.append(element)
  let isUndone = false
  return () => {
    if (isUndone) return
    isUndone = true
    mounted.count -= 1
    if (mounted.count === 0) element.remove()
  }
}
