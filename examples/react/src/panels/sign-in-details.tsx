import type { SignIn } from '@clientele/core'
import { sendSignInCode } from '@clientele/example-shared'
import { type FormEvent, useState } from 'react'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { useTask } from '../use-task.ts'

const methods = { password: 'Password', email_code: 'E-mail code' }

interface SignInDetailsProps {
  readonly signIn: SignIn | undefined
  readonly onComplete: (signIn: SignIn) => Promise<void>
}

/** The first step of a sign-in: who, and a password or the wish for a code. */
export const SignInDetails = ({ signIn, onComplete }: SignInDetailsProps) => {
  const [method, setMethod] = useState('password')
  const { isBusy, faults, perform } = useTask('identifier', 'password')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = Object.fromEntries(new FormData(form))
    const identifier = String(given.identifier)
    void perform(async () => {
      if (!signIn) return
      if (method === 'email_code') return sendSignInCode(await signIn.create({ identifier }))
      await onComplete(await signIn.create({ strategy: 'password', identifier, password: String(given.password) }))
      form.reset()
    })
  }
  return (
    <form className="form" onSubmit={submit} aria-busy={isBusy || undefined}>
      <Field
        id="sign-in-identifier"
        name="identifier"
        label="E-mail address"
        type="email"
        autoComplete="username"
        required
        fault={faults.identifier}
      />
      <fieldset className="choices">
        <legend>Prove it by</legend>
        {Object.entries(methods).map(([value, text]) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name="method"
              value={value}
              checked={method === value}
              onChange={() => setMethod(value)}
            />
            {text}
          </label>
        ))}
      </fieldset>
      {method === 'password' && (
        <Field
          id="sign-in-password"
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
          fault={faults.password}
        />
      )}
      <div className="actions">
        <Button kind="primary" isBusy={isBusy}>
          Sign in
        </Button>
      </div>
    </form>
  )
}
