import { useClienteleStore, useSignIn } from '@clientele/react'
import { type FormEvent, useEffect } from 'react'

// #region names
/** What may have to be typed, and how its field is labelled. */
const labels: Readonly<Record<string, string>> = {
  identifier: 'Email',
  password: 'Password',
  code: 'Code',
}

/** The factors that this application offers. */
const ways: Readonly<Record<string, string>> = {
  password: 'Use the password',
  email_code: 'Send a code by email',
  reset_password_email_code: 'I forgot my password',
  totp: 'Use the authenticator app',
  backup_code: 'Use a backup code',
}
// #endregion names

// #region form
export const SignIn = () => {
  const { next, factor, fields, errors, fetchStatus, choose, submit, reset } = useSignIn()
  const { setActive } = useClienteleStore()

  // A completed sign-in made a session; it becomes the active one.
  const sessionId = next?.kind === 'complete' ? next.sessionId : null
  useEffect(() => {
    if (sessionId !== null) void setActive({ session: sessionId })
  }, [sessionId, setActive])

  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    void submit(new FormData(event.currentTarget))
  }
  const factors = next && 'factors' in next ? [...next.factors] : []
  const others = factors.filter(each => each !== factor && each.strategy in ways)
  return (
    <form onSubmit={send} aria-busy={fetchStatus === 'fetching'}>
      {fields.map(name => (
        <label key={`${factor?.strategy} ${name}`}>
          {labels[name] ?? name}{' '}
          <input name={name} type={name === 'password' ? 'password' : 'text'} required />
        </label>
      ))}
      {errors.all.map(({ code, message }) => (
        <p key={code} role="alert">
          {message}
        </p>
      ))}
      {fields.length > 0 && <button type="submit">Continue</button>}
      {others.map(each => (
        <button key={JSON.stringify(each)} type="button" onClick={() => choose(each)}>
          {ways[each.strategy]}
        </button>
      ))}
      {next?.kind === 'transfer' && <p>Nobody has this account yet: sign up instead.</p>}
      {next?.kind === 'unsupported' && <p>This application cannot show that step yet.</p>}
      {next?.kind !== 'start' && (
        <button type="button" onClick={reset}>
          Start again
        </button>
      )}
    </form>
  )
}
// #endregion form
