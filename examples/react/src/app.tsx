import { useClientele } from '@clientele/react'
import { useEffect } from 'react'
import { Alerts } from './alerts.tsx'
import { Masthead } from './panels/masthead.tsx'
import { MethodsPanel } from './panels/methods-panel.tsx'
import { PropertiesPanel } from './panels/properties-panel.tsx'
import { SessionsPanel } from './panels/sessions-panel.tsx'
import { SignInPanel } from './panels/sign-in-panel.tsx'
import { SignUpPanel } from './panels/sign-up-panel.tsx'
import { useTask } from './use-task.ts'

const Load = () => {
  const clientele = useClientele()
  const { perform } = useTask()
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is there; a second call changes nothing
  useEffect(() => void perform(() => clientele.load()), [clientele])
  return null
}

/** The page. What it shows comes from the store by hooks; nothing is handed down but what a list is made of. */
export const App = () => (
  <Alerts header={<Masthead />}>
    <Load />
    <main className="columns">
      <div className="column column--forms">
        <SignUpPanel />
        <SignInPanel />
      </div>
      <div className="column column--now">
        <SessionsPanel />
        <PropertiesPanel />
      </div>
      <div className="column column--whole">
        <MethodsPanel />
      </div>
    </main>
  </Alerts>
)
