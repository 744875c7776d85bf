import { createContext, type ReactNode, useContext, useState } from 'react'
import { Notice } from './parts/notice.tsx'

type Show = (messages: readonly string[]) => void

const AlertsContext = createContext<Show>(() => {})

/** Shows what went wrong and belongs to no field; no messages take it away. The function stays the same. */
export const useAlert = (): Show => useContext(AlertsContext)

interface AlertsProps {
  /** Stands above the alerts. */
  readonly header: ReactNode
  readonly children: ReactNode
}

/** The place for what went wrong. Screen readers say it at once. */
export const Alerts = ({ header, children }: AlertsProps) => {
  const [messages, show] = useState<readonly string[]>([])
  return (
    <AlertsContext value={show}>
      {header}
      <div role="alert">
        {messages.length > 0 && <Notice kind="error" messages={messages} onDismiss={() => show([])} />}
      </div>
      {children}
    </AlertsContext>
  )
}
