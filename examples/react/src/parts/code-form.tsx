import { type FormEvent, useEffect, useRef } from 'react'
import { useTask } from '../use-task.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'

interface CodeFormProps {
  /** Unique on the page. */
  readonly id: string
  readonly address: string | null
  readonly submitText: string
  readonly onSubmit: (code: string) => Promise<unknown>
  readonly onSendAgain: () => Promise<unknown>
  readonly onStartOver: () => void
}

/** The form for a code that was sent to an address. */
export const CodeForm = ({ id, address, submitText, onSubmit, onSendAgain, onStartOver }: CodeFormProps) => {
  const verifying = useTask('code')
  const sending = useTask()
  const form = useRef<HTMLFormElement>(null)
  // The step before went and took the focus along.
  useEffect(() => {
    if (document.activeElement === document.body) form.current?.querySelector('input')?.focus()
  }, [])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { code } = Object.fromEntries(new FormData(event.currentTarget))
    void verifying.perform(() => onSubmit(String(code)))
  }
  return (
    <form className="form" ref={form} onSubmit={submit} aria-busy={verifying.isBusy || undefined}>
      <p className="hint">
        We sent a code to <b>{address}</b>.
      </p>
      <Field
        id={id}
        name="code"
        label="Code"
        hint="Addresses with +clerk_test take the code 424242."
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        required
        fault={verifying.faults.code}
      />
      <div className="actions">
        <Button kind="primary" isBusy={verifying.isBusy}>
          {submitText}
        </Button>
        <Button isBusy={sending.isBusy} onPress={() => sending.perform(onSendAgain)}>
          Send again
        </Button>
        <Button kind="quiet" onPress={onStartOver}>
          Start over
        </Button>
      </div>
    </form>
  )
}
