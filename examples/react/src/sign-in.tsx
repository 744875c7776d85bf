import type { FirstFactor, SecondFactor } from '@clientele/core'
import { useSignIn } from '@clientele/react'
import { useState } from 'react'
import { AttemptForm } from './attempt-form.tsx'

/** The factors that this application offers. */
const names = {
  password: 'Password',
  email_code: 'Code by email',
  phone_code: 'Code by text message',
  reset_password_email_code: 'I forgot my password',
  totp: 'Code of an authenticator app',
  backup_code: 'Backup code',
} as const
type Factor = Extract<FirstFactor | SecondFactor, { strategy: keyof typeof names }>
const isOffered = (factor: FirstFactor | SecondFactor): factor is Factor => factor.strategy in names

/** Shows what `next` asks for. */
export const SignIn = () => {
  const signIn = useSignIn()
  const [chosen, setChosen] = useState('')
  const { next } = signIn
  const { factors = [], pending } = next && 'factors' in next ? next : {}
  const isFirst = next?.kind === 'first_factor'

  const offered = [...factors].filter(isOffered)
  const find = (name = '') => offered.find(({ strategy }) => strategy === name)
  const current =
    offered.find(({ strategy }) => chosen === `${next?.kind} ${strategy}`) ??
    (find(pending?.strategy) || find('password') || find('totp'))

  const choose = (factor: Factor) => {
    setChosen(`${next?.kind} ${factor.strategy}`)
    // What is not sent is typed at once.
    if (factor.strategy === 'reset_password_email_code') void signIn.prepareFirstFactor(factor)
    if (factor.strategy === 'email_code' || factor.strategy === 'phone_code')
      void (isFirst ? signIn.prepareFirstFactor(factor) : signIn.prepareSecondFactor(factor))
  }
  const submit = ({ identifier = '', password = '', code = '' }) => {
    const strategy = current?.strategy
    if (next?.kind === 'new_password') return signIn.resetPassword({ password })
    if (!strategy) return signIn.create({ identifier })
    if (strategy === 'password') return signIn.attemptFirstFactor({ strategy, password })
    if (strategy === 'totp' || strategy === 'backup_code')
      return signIn.attemptSecondFactor({ strategy, code })
    return isFirst || strategy === 'reset_password_email_code'
      ? signIn.attemptFirstFactor({ strategy, code })
      : signIn.attemptSecondFactor({ strategy, code })
  }
  const fields = next && 'fields' in next ? next.fields : []
  const proof = current?.strategy === 'password' ? 'password' : 'code'
  return (
    <AttemptForm
      key={`${next?.kind} ${current?.strategy}`}
      title={current ? names[current.strategy] : 'Sign in'}
      attempt={signIn}
      fields={current ? [proof] : fields}
      onSubmit={submit}
    >
      {offered.map(factor => (
        <button
          key={factor.strategy}
          type="button"
          className="button"
          hidden={factor === current}
          onClick={() => choose(factor)}
        >
          {names[factor.strategy]}
        </button>
      ))}
      {next?.kind === 'start' && <a href="#sign-up">Create an account</a>}
    </AttemptForm>
  )
}
