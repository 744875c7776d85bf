import { messageOf } from '@clientele/views'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'

interface FormProps {
  readonly label: string
  readonly submit: string
  /** Stays filled in when it fails. */
  readonly onSubmit: (data: FormData, form: HTMLFormElement) => unknown
  readonly children: ComponentChildren
}

/** A form that says beside its button why what it asked for was refused. */
export const Form = ({ label, submit, onSubmit, children }: FormProps) => {
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const isSending = useRef(false)
  const send = async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
    event.preventDefault()
    const form = event.currentTarget
    if (isSending.current) return
    isSending.current = true
    setProblem('')
    setBusy(true)
    try {
      await onSubmit(new FormData(form), form)
    } catch (error) {
      setProblem(messageOf(error))
    } finally {
      isSending.current = false
      setBusy(false)
    }
  }
  // A key that is held says once what is wanted.
  const ignoreHeld = (event: KeyboardEvent) => {
    const isText = event.target instanceof HTMLTextAreaElement
    if (event.repeat && event.key === 'Enter' && !isText) event.preventDefault()
  }
  return (
    <form aria-label={label} onSubmit={send} onKeyDown={ignoreHeld}>
      {children}
      <div class="row broad">
        <button
          type="submit"
          class="primary"
          aria-disabled={busy}
          onClick={event => {
            // A double click is one press.
            if (event.detail > 1) event.preventDefault()
          }}
        >
          {submit}
        </button>
        {problem && (
          <span role="alert" class="problem">
            {problem}
          </span>
        )}
      </div>
    </form>
  )
}

interface FieldProps {
  readonly name: string
  readonly label: string
  readonly type?: 'text' | 'email' | 'number' | 'password' | undefined
  readonly value?: string | undefined
  readonly isRequired?: boolean | undefined
}

/** One literal each: what else an input may have depends on it. */
const typeOf = (type: FieldProps['type']) => {
  if (type === 'email') return { type } as const
  if (type === 'number') return { type } as const
  return type === 'password' ? ({ type } as const) : ({ type: 'text' } as const)
}

export const Field = ({ name, label, type = 'text', value = '', isRequired }: FieldProps) => (
  <label>
    {label}
    <input
      name={name}
      {...typeOf(type)}
      step={type === 'number' ? 'any' : undefined}
      defaultValue={value}
      required={isRequired}
      autocomplete={type === 'password' ? 'new-password' : 'off'}
      spellcheck={false}
    />
  </label>
)

/** A JSON in several lines. */
export const JsonField = ({ name, label, value = '', isRequired }: FieldProps) => (
  <label class="broad">
    {label}
    <textarea name={name} rows={3} spellcheck={false} defaultValue={value} required={isRequired} />
  </label>
)

interface SelectProps {
  readonly name?: string | undefined
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onValue?: ((value: string) => void) | undefined
}

export const Select = ({ name, label, value, options, onValue }: SelectProps) => (
  <label>
    {label}
    <select
      name={name}
      {...(onValue
        ? { value, onChange: event => onValue(event.currentTarget.value) }
        : { defaultValue: value })}
    >
      {options.map(([each, text]) => (
        <option key={each} value={each}>
          {text}
        </option>
      ))}
    </select>
  </label>
)

interface SearchProps {
  readonly label: string
  readonly value: string | undefined
  readonly onValue: (value: string) => void
}

/** What is typed is looked for at once. */
export const Search = ({ label, value = '', onValue }: SearchProps) => {
  // The address knows a letter a moment later: until then what is typed is here alone.
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  useEffect(() => {
    if (value === told.current) return
    told.current = value
    setTyped(value)
  }, [value])
  const tell = (text: string) => {
    told.current = text
    setTyped(text)
    onValue(text)
  }
  return (
    <label>
      {label}
      <input
        type="search"
        value={typed}
        autocomplete="off"
        spellcheck={false}
        onInput={event => tell(event.currentTarget.value)}
      />
    </label>
  )
}

/** @throws Error that names the field whose text is no JSON. */
export const jsonOf = (label: string, text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${label}: this is no JSON`)
  }
}

export const textOf = (data: FormData, name: string): string => String(data.get(name) ?? '').trim()
