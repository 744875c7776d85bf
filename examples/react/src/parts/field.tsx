import type { InputHTMLAttributes } from 'react'

interface FieldProps extends InputHTMLAttributes<HTMLInputElement> {
  /** Unique on the page. */
  readonly id: string
  /** The API's name for it, as errors tell it. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly fault?: string | undefined
}

/** A labelled input with a hint and a place for its error. */
export const Field = ({ id, label, hint, fault, ...input }: FieldProps) => {
  const described = [hint && `${id}-hint`, fault && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className="field__input"
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
      />
      {hint && (
        <p className="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p className="field__error" id={`${id}-error`} role="alert">
        {fault}
      </p>
    </div>
  )
}
