import type { ComponentChildren } from 'preact'
import { useRef, useState } from 'preact/hooks'
import { messageOf } from './format.ts'

interface DoButtonProps {
  readonly children: ComponentChildren
  readonly onDo: () => unknown
  /** Asks for a second press, since what it does cannot be undone. */
  readonly isDangerous?: boolean | undefined
  readonly label?: string | undefined
  /** For what is on or off. */
  readonly isPressed?: boolean | undefined
  /** Each click of several in a row counts, as for what moves on by a step. */
  readonly repeats?: boolean | undefined
}

/**
 * A button that says when what it began has failed. A double click and a key that is held are one
 * press: neither confirms, undoes or repeats anything.
 */
export const DoButton = (props: DoButtonProps) => {
  const { children, onDo, isDangerous = false, label, isPressed, repeats = false } = props
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  // It is not disabled meanwhile: that would take the focus from it.
  const isBusy = useRef(false)
  const press = async (event: MouseEvent) => {
    if (isBusy.current || (event.detail > 1 && !repeats)) return
    if (isDangerous && !asks) return setAsks(true)
    setAsks(false)
    isBusy.current = true
    setBusy(true)
    setProblem('')
    try {
      await onDo()
    } catch (error) {
      setProblem(messageOf(error))
    } finally {
      isBusy.current = false
      setBusy(false)
    }
  }
  const onKey = (event: KeyboardEvent) => {
    const isHeld = event.repeat && (event.key === 'Enter' || event.key === ' ')
    const takesBack = event.key === 'Escape' && asks
    if (isHeld || takesBack) event.preventDefault()
    if (takesBack) setAsks(false)
  }
  return (
    <>
      <button
        type="button"
        class={isDangerous ? 'danger' : ''}
        aria-label={asks ? label && `Really? ${label}` : label}
        aria-pressed={isPressed}
        aria-disabled={busy}
        onClick={press}
        onKeyDown={onKey}
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
