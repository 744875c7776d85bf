import { type SignInForm, type SignUpForm, useClienteleStore } from '@clientele/react'
import { type FormEvent, type ReactNode, useEffect } from 'react'

/** Label, type and autocomplete of what an instance may ask for. */
const inputs: Readonly<Record<string, readonly [string, string, string]>> = {
  identifier: ['Email address', 'text', 'username'],
  emailAddress: ['Email address', 'email', 'username'],
  password: ['Password', 'password', 'current-password'],
  code: ['Code', 'text', 'one-time-code'],
  phoneNumber: ['Phone number', 'tel', 'tel'],
  username: ['User name', 'text', 'username'],
  firstName: ['First name', 'text', 'given-name'],
  lastName: ['Last name', 'text', 'family-name'],
  legalAccepted: ['I accept the terms', 'checkbox', 'off'],
}

interface AttemptFormProps {
  readonly title: string
  readonly attempt: SignInForm | SignUpForm
  /** Other ways on. */
  readonly children: ReactNode
}

/** Stays the same, so that React calls it when an element appears, and not again. */
const focus = (element: HTMLElement | null) => element?.focus()

/** One step of signing in or up; at its end, the session that it made becomes the active one. */
export const AttemptForm = ({ title, attempt, children }: AttemptFormProps) => {
  const { setActive } = useClienteleStore()
  const { next, fields, errors, fetchStatus, submit, reset } = attempt
  const account = 'signIn' in attempt ? attempt.signIn?.identifier : null
  const session = next?.kind === 'complete' ? next.sessionId : null
  useEffect(() => {
    if (session)
      setActive({ session })
        .then(reset)
        .then(() => location.assign('#profile'))
  }, [session, setActive, reset])

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit(new FormData(event.currentTarget))
  }
  return (
    <form key={title} className="card form" onSubmit={send} aria-busy={fetchStatus === 'fetching'}>
      <h1>{title}</h1>
      <div id="errors" role="alert">
        {errors.all.map(({ code, longMessage, message }) => (
          <p key={code} className="notice notice--error">
            {longMessage ?? message}
          </p>
        ))}
      </div>
      {/* For password managers: whose password it is. */}
      <input hidden readOnly autoComplete="username" value={account ?? ''} />
      {fields.map((name, index) => {
        const [label = name, type, autoComplete] = inputs[name] ?? []
        const isWrong = name in errors.fields
        return (
          <div key={name} className="field">
            <label htmlFor={name}>{label}</label>
            <input
              {...{ id: name, name, type, autoComplete, required: true }}
              aria-invalid={isWrong}
              aria-describedby="errors"
              ref={index ? null : focus}
            />
          </div>
        )
      })}
      <div className="actions">
        <button type="submit" className="button button--primary" hidden={fields.length === 0}>
          Continue
        </button>
        {children}
        <button type="button" className="button" hidden={next?.kind === 'start'} onClick={reset}>
          Start again
        </button>
      </div>
    </form>
  )
}
