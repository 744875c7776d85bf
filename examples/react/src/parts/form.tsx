import type { ReactNode } from 'react'

interface FormProps {
  /**
   * Is given what was typed: it is in no state of React, since some of it is secret. Left out,
   * there is nothing to send.
   */
  readonly onSubmit?: (typed: FormData) => void
  readonly children: ReactNode
}

export const Form = ({ onSubmit, children }: FormProps) => (
  <form
    className="form"
    onSubmit={event => {
      event.preventDefault()
      onSubmit?.(new FormData(event.currentTarget))
    }}
  >
    {children}
  </form>
)
