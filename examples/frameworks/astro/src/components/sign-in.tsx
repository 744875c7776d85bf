import { useClienteleStore, useSignIn } from '@clientele/react'

export const SignIn = () => {
  const { setActive } = useClienteleStore()
  const { create, errors, fetchStatus } = useSignIn()

  const submit = async (form: FormData) => {
    const identifier = String(form.get('email'))
    const { signIn } = await create({ identifier, password: String(form.get('password')) })
    if (signIn?.next.kind === 'complete') await setActive({ session: signIn.next.sessionId })
  }

  return (
    <form action={submit}>
      <input
        name="email"
        type="email"
        aria-label="Email address"
        autoComplete="username"
        required
      />
      <input
        name="password"
        type="password"
        aria-label="Password"
        autoComplete="current-password"
        required
      />
      <button type="submit" disabled={fetchStatus === 'fetching'}>
        Sign in
      </button>
      <p role="alert">{errors.all[0]?.longMessage}</p>
    </form>
  )
}
