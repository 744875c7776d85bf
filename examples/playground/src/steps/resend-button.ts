import { createButton } from '../dom/button.ts'
import { fill, setAttributes } from '../dom/element.ts'

/** `Send again`, which counts down to when it may be pressed. */
export interface ResendButton {
  readonly button: HTMLButtonElement
  readonly render: (cooldownUntil: Date | null) => void
}

export const createResendButton = (onResend: (button: HTMLButtonElement) => void): ResendButton => {
  const button = createButton('Send again', onResend)
  let until = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const tick = () => {
    clearTimeout(timer)
    const seconds = Math.ceil((until - Date.now()) / 1000)
    setAttributes(button, { 'aria-disabled': seconds > 0 && 'true' })
    fill(button, seconds > 0 ? `Send again in ${seconds} s` : 'Send again')
    if (seconds > 0) timer = setTimeout(tick, 1000)
  }
  return {
    button,
    render: cooldownUntil => {
      until = cooldownUntil?.getTime() ?? 0
      tick()
    },
  }
}
