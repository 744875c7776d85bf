import type { ClienteleStore } from '@clientele/core'
import { type DevtoolsOptions, PanelElement } from './element.tsx'

const name = 'clientele-devtools'

/** Makes `<clientele-devtools>` known to this page; once is enough, and more does nothing. */
export const defineDevtools = (): void => {
  if (!customElements.get(name)) customElements.define(name, PanelElement)
}

/**
 * Puts a panel on the page that shows a store: who is signed in, what happened, every method, and
 * the emulator that it talks to.
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
  const element = document.createElement(name)
  if (!(element instanceof PanelElement))
    throw new TypeError('Two copies of @clientele/devtools are on this page: keep one')
  element.show(clientele, options)
  document.body.append(element)
  return () => element.remove()
}
