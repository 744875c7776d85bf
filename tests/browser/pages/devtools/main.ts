import { type ClienteleStore, createClientele } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'
import { mountDevtools } from '@clientele/devtools'

declare global {
  interface Window {
    /** What the tests drive. */
    clientele: ClienteleStore
    /** What was in the field when it was last typed into, as a framework would know it. */
    typed: string
    /** Mounts the panel once more. */
    mountDevtools: () => () => void
    undos: (() => void)[]
  }
}

const clientele = createClientele({
  publishableKey: import.meta.env.VITE_CLERK_PUBLISHABLE_KEY,
  modules: browserModules(),
})
window.clientele = clientele
document.querySelector('input')?.addEventListener('input', event => {
  if (event.target instanceof HTMLInputElement) window.typed = event.target.value
})
window.mountDevtools = () => mountDevtools(clientele)
window.undos = [window.mountDevtools()]
void clientele.load()
