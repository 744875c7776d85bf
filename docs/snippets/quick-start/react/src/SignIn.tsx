import { useClienteleStore, useSignIn } from '@clientele/react'
import type { FormEvent } from 'react'

export const SignIn = () => {
  const { setActive } = useClienteleStore()
  const { next, errors, fetchStatus, create } = useSignIn()

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [identifier, password] = [String(form.get('email')), String(form.get('password'))]
    const { signIn } = await create({ identifier, password })
    if (signIn.next.kind === 'complete') await setActive({ session: signIn.next.sessionId })
  }

  return (
    <form onSubmit={submit}>
      <h1>Sign in</h1>
      <label>
        Email <input name="email" type="email" autoComplete="username" required />
      </label>
      <label>
        Password <input name="password" type="password" autoComplete="current-password" required />
      </label>
      {errors.all.map(({ code, message }) => (
        <p key={code} role="alert">
          {message}
        </p>
      ))}
      {next?.kind === 'second_factor' && <p>This account needs a second factor.</p>}
      <button type="submit" disabled={fetchStatus === 'fetching'}>
        Sign in
      </button>
    </form>
  )
}
