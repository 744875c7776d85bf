import type { ReactNode } from 'react'

interface ButtonProps {
  readonly children: ReactNode
  readonly kind?: 'primary' | 'danger' | 'quiet' | undefined
  /** Left out, it submits its form. */
  readonly onPress?: () => void
  readonly isBusy?: boolean
  readonly isOff?: boolean
  /** What a screen reader says, when the text alone does not tell which thing is meant. */
  readonly label?: string
}

/**
 * Not `disabled` while busy or off: that would take the focus away from whoever just pressed it.
 */
export const Button = ({
  children,
  kind,
  onPress,
  isBusy = false,
  isOff = false,
  label,
}: ButtonProps) => (
  <button
    type={onPress ? 'button' : 'submit'}
    className={kind ? `button button--${kind}` : 'button'}
    aria-label={label}
    aria-busy={isBusy || undefined}
    aria-disabled={isOff || undefined}
    onClick={event => {
      if (isBusy || isOff) event.preventDefault()
      else onPress?.()
    }}
  >
    {children}
  </button>
)
