import '@clientele/example-shared/style.css'
import { createClientele } from '@clientele/core'
import { browserModules } from '@clientele/core/browser'
import { ClienteleProvider } from '@clientele/react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'

const clientele = createClientele({
  publishableKey: import.meta.env.VITE_CLERK_PUBLISHABLE_KEY,
  modules: browserModules(),
})
void clientele.load()

const root = document.querySelector('#app')
if (!root) throw new Error('index.html has no #app')
createRoot(root).render(
  <ClienteleProvider clientele={clientele}>
    <App title="React example" />
  </ClienteleProvider>,
)

// Production builds have nothing of the panel.
if (import.meta.env.DEV) {
  const { mountDevtools } = await import('@clientele/devtools')
  mountDevtools(clientele)
}
