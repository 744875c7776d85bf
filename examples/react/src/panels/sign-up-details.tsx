import type { SignUp } from '@clientele/core'
import { suggestAddress, waitsForSignUpCode } from '@clientele/example-shared'
import { type FormEvent, useState } from 'react'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { useTask } from '../use-task.ts'

/** The first step of a sign-up: who. */
export const SignUpDetails = ({ signUp }: { readonly signUp: SignUp | undefined }) => {
  const [suggested] = useState(suggestAddress)
  const { isBusy, faults, perform } = useTask('email_address', 'password')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { email_address, password } = Object.fromEntries(new FormData(event.currentTarget))
    void perform(async () => {
      const secret = password ? { password: String(password) } : {}
      const begun = await signUp?.create({ emailAddress: String(email_address), ...secret })
      if (begun && waitsForSignUpCode(begun)) await begun.prepareEmailAddressVerification()
    })
  }
  return (
    <form className="form" onSubmit={submit} aria-busy={isBusy || undefined}>
      <Field
        id="sign-up-email"
        name="email_address"
        label="E-mail address"
        hint="With +clerk_test in it, the code is 424242."
        type="email"
        autoComplete="email"
        required
        defaultValue={suggested}
        fault={faults.email_address}
      />
      <Field
        id="sign-up-password"
        name="password"
        label="Password (optional)"
        hint="Without one you sign in by e-mail code."
        type="password"
        autoComplete="new-password"
        fault={faults.password}
      />
      <div className="actions">
        <Button kind="primary" isBusy={isBusy}>
          Sign up
        </Button>
      </div>
    </form>
  )
}
