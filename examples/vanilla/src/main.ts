import '@clientele/example-shared/style.css'
import './style.css'
import { createActivity } from './activity.ts'
import { createAlerts } from './alerts.ts'
import type { App, Panel } from './app.ts'
import { createPageClientele } from './clientele.ts'
import { element } from './dom/element.ts'
import { createLanding } from './landing.ts'
import { createMethodsPanel } from './panels/methods-panel.ts'
import { createPropertiesPanel } from './panels/properties-panel.ts'
import { createSessionsPanel } from './panels/sessions-panel.ts'
import { createStatusPanel } from './panels/status-panel.ts'
import { createTokenPanel } from './panels/token-panel.ts'
import { createPerform } from './perform.ts'
import { type Origin, takeOrigin } from './return-urls.ts'
import { createSignInPanel } from './sign-in/sign-in-panel.ts'
import { createSignUpPanel } from './sign-up/sign-up-panel.ts'

const column = (place: string, ...panels: readonly { readonly node: HTMLElement }[]) =>
  element('div', { class: `column column--${place}` }, ...panels.map(({ node }) => node))

const mount = (root: HTMLElement) => {
  const clientele = createPageClientele()
  const alerts = createAlerts()
  const activity = createActivity()
  const app: App = { clientele, alerts, perform: createPerform(alerts, activity) }

  const welcome = async () => {
    const { user } = clientele
    alerts.announce(`Signed in as ${user?.primaryEmailAddress?.emailAddress ?? user?.id}`)
    sessions.focus()
  }
  const status = createStatusPanel(app)
  const sessions = createSessionsPanel(app)
  const signIn = createSignInPanel(app, welcome)
  const signUp = createSignUpPanel(app, async address => {
    signIn.suggest(address)
    await welcome()
  })
  const token = createTokenPanel(app)
  const properties = createPropertiesPanel()
  const methods = createMethodsPanel(app)
  const panels: readonly Panel[] = [status, sessions, signIn, signUp, token, properties, methods]

  root.append(
    status.node,
    alerts.node,
    element(
      'main',
      { class: 'columns' },
      column('forms', signUp, signIn),
      column('now', sessions, token),
      column('half', properties),
      column('half', methods),
      column('whole', activity),
    ),
  )

  const render = () => {
    const snapshot = clientele.snapshots.get()
    for (const panel of panels) panel.render(snapshot)
  }
  render()
  clientele.snapshots.subscribe(render)
  clientele.subscribe((client, previous) => {
    if (client !== previous) activity.changed(client, previous)
  })
  const begin = async (origin: Origin | undefined) => {
    const known = await app.perform({
      label: 'clientele.load()',
      run: () => clientele.load(),
      describe: () => clientele.status,
    })
    if (known && origin) await app.perform({ ...createLanding(app, origin, welcome), describe: text => text })
  }
  void begin(takeOrigin())
}

const root = document.querySelector<HTMLElement>('#app')
if (!root) throw new Error('The page has no #app')
try {
  mount(root)
} catch (error) {
  const text = error instanceof Error ? error.message : String(error)
  root.append(element('div', { class: 'notice notice--error', role: 'alert' }, element('p', {}, text)))
}
