import { useState } from 'react'
import { ActivityPanel } from './panels/activity-panel.tsx'
import { Alerts } from './panels/alerts.tsx'
import { Masthead } from './panels/masthead.tsx'
import { MethodsPanel } from './panels/methods-panel.tsx'
import { PropertiesPanel } from './panels/properties-panel.tsx'
import { SessionsPanel } from './panels/sessions-panel.tsx'
import { TimelinePanel } from './panels/timeline-panel.tsx'
import { TokenPanel } from './panels/token-panel.tsx'
import { SignInPanel } from './sign-in/sign-in-panel.tsx'
import { SignUpPanel } from './sign-up/sign-up-panel.tsx'

/**
 * The page. What it shows comes from the store by hooks; nothing is handed down but what a list is
 * made of.
 */
export const App = () => {
  // Who has just signed up is the one who will sign in again.
  const [identifier, setIdentifier] = useState('')
  return (
    <>
      <Masthead />
      <Alerts />
      <main className="cards">
        <SignUpPanel onSignedUp={setIdentifier} />
        <SignInPanel identifier={identifier} onIdentifier={setIdentifier} />
        <SessionsPanel />
        <TokenPanel />
        <PropertiesPanel />
        <TimelinePanel />
        <ActivityPanel />
        <MethodsPanel />
      </main>
    </>
  )
}
