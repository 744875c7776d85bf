import { useSignUp } from '@clientele/react'
import { useEffect } from 'react'
import { AttemptForm } from './attempt-form.tsx'

/** Shows what `next` asks for. */
export const SignUp = () => {
  const signUp = useSignUp()
  const { next, prepareVerification } = signUp

  // An address is verified by a code, which has to be sent.
  const isPhone = next?.kind === 'verify' && next.field === 'phoneNumber'
  const strategy = isPhone ? 'phone_code' : 'email_code'
  const isUnsent = next?.kind === 'verify' && !next.pending
  useEffect(() => {
    if (isUnsent) void prepareVerification({ strategy })
  }, [isUnsent, strategy, prepareVerification])

  const submit = ({ code, legalAccepted, ...values }: Readonly<Record<string, string>>) => {
    if (code) return signUp.attemptVerification({ strategy, code })
    const params = { ...values, ...(legalAccepted && { legalAccepted: true }) }
    return next?.kind === 'fields' ? signUp.update(params) : signUp.create(params)
  }
  const fields = next && 'fields' in next ? next.fields : []
  return (
    <AttemptForm
      key={`${next?.kind} ${strategy}`}
      title={isPhone ? 'Verify your phone' : 'Create an account'}
      attempt={signUp}
      fields={next?.kind === 'verify' ? ['code'] : fields}
      onSubmit={submit}
    >
      {next?.kind === 'start' && <a href="#sign-in">Sign in instead</a>}
    </AttemptForm>
  )
}
