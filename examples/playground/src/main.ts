import '@clientele/example-shared/style.css'
import './style.css'
import type { ClienteleStore } from '@clientele/core'
import { createDo } from './act.ts'
import { createAlerts } from './alerts.ts'
import type { App, Panel } from './app.ts'
import { element } from './dom/element.ts'
import { createPage } from './model/page.ts'
import { createPageStore } from './model/page-store.ts'
import { createActivityPanel } from './panels/activity-panel.ts'
import { createHeaderPanel } from './panels/header-panel.ts'
import { createMethodsPanel } from './panels/methods-panel.ts'
import { createPropertiesPanel } from './panels/properties-panel.ts'
import { createSessionsPanel } from './panels/sessions-panel.ts'
import { createTimelinePanel } from './panels/timeline-panel.ts'
import { createTokenPanel } from './panels/token-panel.ts'
import { createSignInPanel } from './sign-in/sign-in-panel.ts'
import { createSignUpPanel } from './sign-up/sign-up-panel.ts'

const mount = (root: HTMLElement): ClienteleStore => {
  const store = createPageStore(import.meta.env.VITE_CLERK_PUBLISHABLE_KEY)
  const page = createPage(store)
  const app: App = { ...page, act: createDo(page) }

  const status = createHeaderPanel(app)
  const sessions = createSessionsPanel(app)
  const signIn = createSignInPanel(app, address => signUp.takeOver(address))
  const signUp = createSignUpPanel(app, {
    onSignedUp: signIn.suggest,
    onTaken: signIn.takeOver,
  })
  const token = createTokenPanel(app)
  const properties = createPropertiesPanel()
  const methods = createMethodsPanel(app)
  const timeline = createTimelinePanel(app)
  const panels: readonly Panel[] = [
    status,
    sessions,
    signIn,
    signUp,
    token,
    properties,
    methods,
    timeline,
  ]

  const cards = [
    signUp,
    signIn,
    sessions,
    token,
    properties,
    timeline,
    createActivityPanel(page),
    methods,
  ]
  root.append(
    status.node,
    createAlerts(page),
    element('main', { class: 'cards' }, ...cards.map(({ node }) => node)),
  )

  const render = () => {
    const snapshot = store.snapshots.get()
    for (const panel of panels) panel.render(snapshot)
  }
  render()
  store.snapshots.subscribe(render)
  void page.begin()
  return store
}

const root = document.querySelector<HTMLElement>('#app')
if (!root) throw new Error('The page has no #app')
try {
  const store = mount(root)
  if (import.meta.env.DEV) {
    const { mountDevtools } = await import('@clientele/devtools')
    mountDevtools(store, { open: true })
  }
} catch (error) {
  const text = error instanceof Error ? error.message : String(error)
  root.append(
    element('div', { class: 'notice notice--error', role: 'alert' }, element('p', {}, text)),
  )
}
