import { useSignUp } from '@clientele/react'
import { useEffect } from 'react'
import { AttemptForm } from './attempt-form.tsx'

export const SignUp = () => {
  const signUp = useSignUp()
  const { next, prepareVerification } = signUp
  const isPhone = next?.kind === 'verify' && next.field === 'phoneNumber'
  const isUnsent = next?.kind === 'verify' && !next.pending
  useEffect(() => {
    if (isUnsent) void prepareVerification({ strategy: isPhone ? 'phone_code' : 'email_code' })
  }, [isUnsent, isPhone, prepareVerification])
  return (
    <AttemptForm title={isPhone ? 'Verify your phone' : 'Create an account'} attempt={signUp}>
      {next?.kind === 'start' && <a href="#sign-in">Sign in instead</a>}
    </AttemptForm>
  )
}
