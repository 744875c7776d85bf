import { Button } from './button.tsx'

interface NoticeProps {
  readonly kind: 'error' | 'warning'
  readonly messages: readonly string[]
  readonly onDismiss?: () => void
}

export const Notice = ({ kind, messages, onDismiss }: NoticeProps) => (
  <div className={`notice notice--${kind}`}>
    <div>
      {messages.map(message => (
        <p key={message}>{message}</p>
      ))}
    </div>
    {onDismiss && (
      <Button kind="quiet" onPress={onDismiss}>
        Dismiss
      </Button>
    )}
  </div>
)
