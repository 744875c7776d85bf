import '@clientele/example-shared/style.css'
import { createPage, createPageStore } from '@clientele/example-shared'
import { ClienteleProvider } from '@clientele/react'
import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { PageContext } from './hooks/use-page.ts'
import { Notice } from './parts/notice.tsx'

const createTree = (): ReactNode => {
  try {
    // Made, and loaded, once and outside of components: the store outlives them all.
    const store = createPageStore(import.meta.env.VITE_CLERK_PUBLISHABLE_KEY)
    const page = createPage(store)
    void page.begin()
    return (
      <ClienteleProvider clientele={store}>
        <PageContext value={page}>
          <App />
        </PageContext>
      </ClienteleProvider>
    )
  } catch (error) {
    const messages = [error instanceof Error ? error.message : String(error)]
    return (
      <div role="alert">
        <Notice kind="error" messages={messages} />
      </div>
    )
  }
}

const root = document.querySelector('#app')
if (!root) throw new Error('The page has no #app')
createRoot(root).render(<StrictMode>{createTree()}</StrictMode>)
