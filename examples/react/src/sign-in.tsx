import { useSignIn } from '@clientele/react'
import { AttemptForm } from './attempt-form.tsx'

/** The factors that this application offers. */
const names: Readonly<Record<string, string>> = {
  password: 'Password',
  email_code: 'Code by email',
  phone_code: 'Code by text message',
  reset_password_email_code: 'I forgot my password',
  totp: 'Code of an authenticator app',
  backup_code: 'Backup code',
}

export const SignIn = () => {
  const signIn = useSignIn()
  const { next, factor, choose } = signIn
  const factors = next && 'factors' in next ? [...next.factors] : []
  const others = factors.filter(each => each !== factor && each.strategy in names)
  return (
    <AttemptForm title={names[factor?.strategy ?? ''] ?? 'Sign in'} attempt={signIn}>
      {others.map(each => (
        <button
          key={JSON.stringify(each)}
          type="button"
          className="button"
          onClick={() => choose(each)}
        >
          {names[each.strategy]}
        </button>
      ))}
      {next?.kind === 'start' && <a href="#sign-up">Create an account</a>}
    </AttemptForm>
  )
}
