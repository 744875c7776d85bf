import type { FirstFactor, SecondFactor, SignInNext } from '@clientele/core'
import { useClienteleStore, useSignIn } from '@clientele/react'
import { type FormEvent, type ReactNode, useEffect } from 'react'

// #region form
/** A form of one field that does something with its text. */
const Field = (props: { name: string; label: string; onText: (text: string) => unknown }) => {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    props.onText(String(new FormData(event.currentTarget).get(props.name) ?? ''))
  }
  return (
    <form onSubmit={submit}>
      <label>
        {props.label} <input name={props.name} required />
      </label>
      <button type="submit">Continue</button>
    </form>
  )
}
// #endregion form

// #region steps
export const SignIn = () => {
  const { setActive } = useClienteleStore()
  const signIn = useSignIn()
  const { next, errors } = signIn

  // A completed sign-in made a session; it becomes the active one.
  const sessionId = next?.kind === 'complete' ? next.sessionId : null
  useEffect(() => {
    if (sessionId !== null) void setActive({ session: sessionId })
  }, [sessionId, setActive])

  return (
    <>
      {next && <Step next={next} signIn={signIn} />}
      {errors.all.map(({ code, message }) => (
        <p key={code} role="alert">
          {message}
        </p>
      ))}
      {next?.kind !== 'start' && (
        <button type="button" onClick={signIn.reset}>
          Start again
        </button>
      )}
    </>
  )
}

type Actions = ReturnType<typeof useSignIn>

const Step = ({ next, signIn }: { next: SignInNext; signIn: Actions }): ReactNode => {
  switch (next.kind) {
    case 'start':
      return (
        <Field
          name="identifier"
          label="Email"
          onText={identifier => signIn.create({ identifier })}
        />
      )
    case 'first_factor':
      return next.factors.map(factor => (
        <FirstStep key={factor.strategy} factor={factor} signIn={signIn} />
      ))
    case 'second_factor':
    case 'client_trust':
      return next.factors.map(factor => (
        <SecondStep key={factor.strategy} factor={factor} signIn={signIn} />
      ))
    case 'new_password':
      return (
        <Field
          name="password"
          label="New password"
          onText={password => signIn.resetPassword({ password })}
        />
      )
    case 'transfer':
      return <p>Nobody has this account yet: sign up instead.</p>
    case 'complete':
      return <p>Signed in.</p>
    default:
      return <p>This application cannot show that step yet.</p>
  }
}
// #endregion steps

// #region first
const FirstStep = ({ factor, signIn }: { factor: FirstFactor; signIn: Actions }): ReactNode => {
  switch (factor.strategy) {
    case 'password':
      return (
        <Field
          name="password"
          label="Password"
          onText={password => signIn.attemptFirstFactor({ strategy: 'password', password })}
        />
      )
    case 'email_code': {
      const { emailAddressId, safeIdentifier } = factor
      return (
        <>
          <button
            type="button"
            onClick={() => signIn.prepareFirstFactor({ strategy: 'email_code', emailAddressId })}
          >
            Send a code to {safeIdentifier}
          </button>
          <Field
            name="code"
            label="Code"
            onText={code => signIn.attemptFirstFactor({ strategy: 'email_code', code })}
          />
        </>
      )
    }
    default:
      return null
  }
}
// #endregion first

// #region second
const SecondStep = ({ factor, signIn }: { factor: SecondFactor; signIn: Actions }): ReactNode => {
  const { strategy } = factor
  // A link is opened, and not typed.
  if (strategy === 'email_link') return null
  return (
    <Field
      name="code"
      label={strategy === 'totp' ? 'Code of your authenticator app' : 'Code'}
      onText={code => signIn.attemptSecondFactor({ strategy, code })}
    />
  )
}
// #endregion second
