import '@clientele/example-shared/style.css'
import { browserModules } from '@clientele/core/browser'
import { ClienteleProvider } from '@clientele/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { Devtools } from './devtools.tsx'

const root = document.querySelector('#app')
if (!root) throw new Error('index.html has no #app')

createRoot(root).render(
  <StrictMode>
    <ClienteleProvider
      publishableKey={import.meta.env.VITE_CLERK_PUBLISHABLE_KEY}
      modules={browserModules()}
    >
      <App title="React example" />
      <Devtools />
    </ClienteleProvider>
  </StrictMode>,
)
