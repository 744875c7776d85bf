import { useHeld } from '../hooks/use-held.ts'
import { usePage } from '../hooks/use-page.ts'
import { Notice } from '../parts/notice.tsx'

/** The place for what went wrong and belongs to no field. Screen readers say it at once. */
export const Alerts = () => {
  const { alerts, announcement } = usePage()
  const messages = useHeld(alerts)
  return (
    <div className="alerts">
      <div role="alert">
        {messages.length > 0 && (
          <Notice kind="error" messages={messages} onDismiss={() => alerts.set([])} />
        )}
      </div>
      <p className="visually-hidden" role="status">
        {useHeld(announcement)}
      </p>
    </div>
  )
}
