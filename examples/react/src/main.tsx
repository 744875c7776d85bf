import '@clientele/example-shared/style.css'
import { ClienteleProvider } from '@clientele/react'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { createPageClientele } from './page-clientele.ts'
import { Notice } from './parts/notice.tsx'

const createPage = (): ReactNode => {
  try {
    // Made once and outside of components: the store outlives them all.
    const clientele = createPageClientele()
    return (
      <ClienteleProvider clientele={clientele}>
        <App />
      </ClienteleProvider>
    )
  } catch (error) {
    return <Notice kind="error" messages={[error instanceof Error ? error.message : String(error)]} />
  }
}

const root = document.querySelector('#app')
if (!root) throw new Error('The page has no #app')
createRoot(root).render(<StrictMode>{createPage()}</StrictMode>)
