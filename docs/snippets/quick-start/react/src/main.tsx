import { browserModules } from '@clientele/core/browser'
import { ClienteleProvider } from '@clientele/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import App from './App.tsx'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')

createRoot(root).render(
  <StrictMode>
    <ClienteleProvider
      publishableKey={import.meta.env.VITE_CLERK_PUBLISHABLE_KEY}
      modules={browserModules()}
    >
      <App />
    </ClienteleProvider>
  </StrictMode>,
)
