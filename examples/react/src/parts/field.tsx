import type { ErrorItem } from '@clientele/core'
import type { FieldTraits } from '@clientele/example-shared'
import { type InputHTMLAttributes, useEffect, useRef, useState } from 'react'

interface FieldProps
  extends FieldTraits,
    Pick<InputHTMLAttributes<HTMLInputElement>, 'value' | 'defaultValue'> {
  /** Unique on the page. */
  readonly id: string
  /** The API's name for it, as errors tell it. */
  readonly name: string
  /** What the last action found wrong with it. */
  readonly faults?: ErrorItem | undefined
  readonly onType?: (input: HTMLInputElement) => void
}

/**
 * A labelled input with a hint and a place for its error, which goes once somebody types: it is
 * being put right.
 */
export const Field = ({ id, label, hint, faults, onType, ...input }: FieldProps) => {
  const ref = useRef<HTMLInputElement>(null)
  const [forgiven, forgive] = useState<typeof faults>()
  const fault = faults === forgiven ? undefined : faults
  useEffect(() => {
    const active = document.activeElement
    const isAtAnother = active !== ref.current && active?.matches('[aria-invalid=true]')
    if (!faults || isAtAnother) return
    // What one types next replaces what was wrong.
    ref.current?.focus()
    ref.current?.select()
  }, [faults])
  const described = [hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        ref={ref}
        id={id}
        className="field__input"
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
        onChange={({ currentTarget }) => {
          forgive(faults)
          onType?.(currentTarget)
        }}
      />
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p className="field__error" id={`${id}-error`}>
        {fault?.longMessage ?? fault?.message}
      </p>
    </div>
  )
}
