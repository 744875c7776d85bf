import { useNow } from '../hooks/use-now.ts'
import { Button } from '../parts/button.tsx'

interface ResendButtonProps {
  readonly cooldownUntil: Date | null
  readonly onResend: () => void
}

/** `Send again`, which counts down to when it may be pressed. */
export const ResendButton = ({ cooldownUntil, onResend }: ResendButtonProps) => {
  const now = useNow()
  const seconds = Math.ceil(((cooldownUntil?.getTime() ?? 0) - now) / 1000)
  return (
    <Button isOff={seconds > 0} onPress={onResend}>
      {seconds > 0 ? `Send again in ${seconds} s` : 'Send again'}
    </Button>
  )
}
