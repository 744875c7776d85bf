import '@clientele/example-shared/style.css'
import './style.css'
import { mountDevtools } from '@clientele/devtools'
import { App } from '@clientele/example-react/app'
import { ClienteleProvider } from '@clientele/react'
import { createRoot } from 'react-dom/client'
import { Introduction } from './introduction.tsx'
import { OtherWays } from './other-ways.tsx'
import { comeBack, store } from './store.ts'

const root = document.querySelector('#app')
if (!root) throw new Error('index.html has no #app')

// Elsewhere the panel is for development only; here it is what the page is for.
mountDevtools(store, { open: true, side: innerWidth > 1100 ? 'right' : 'bottom' })

createRoot(root).render(
  <ClienteleProvider clientele={store}>
    <Introduction />
    <App title="Playground" />
    <OtherWays cameBack={comeBack()} />
  </ClienteleProvider>,
)
