import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { messageOf } from './format.ts'

interface DoButtonProps {
  readonly children: ComponentChildren
  readonly onDo: () => unknown
  /** Asks for a second press, since what it does cannot be undone. */
  readonly isDangerous?: boolean | undefined
  readonly label?: string | undefined
  /** For what is on or off. */
  readonly isPressed?: boolean | undefined
}

/** A button that says when what it began has failed. */
export const DoButton = (props: DoButtonProps) => {
  const { children, onDo, isDangerous = false, label, isPressed } = props
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const press = async () => {
    if (isDangerous && !asks) return setAsks(true)
    setAsks(false)
    setBusy(true)
    setProblem('')
    try {
      await onDo()
    } catch (error) {
      setProblem(messageOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <>
      <button
        type="button"
        class={isDangerous ? 'danger' : ''}
        aria-label={asks ? label && `Really? ${label}` : label}
        aria-pressed={isPressed}
        disabled={busy}
        onClick={press}
        onBlur={() => setAsks(false)}
      >
        {asks ? 'Really?' : children}
      </button>
      {problem && (
        <span role="alert" class="problem">
          {problem}
        </span>
      )}
    </>
  )
}
