import type { SignUp } from '@clientele/core'
import { useClientele } from '@clientele/react'
import { type FormEvent, useEffect, useRef } from 'react'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { useTask } from '../use-task.ts'

/** The second step of a sign-up: the code that was sent. */
export const SignUpCode = ({ signUp }: { readonly signUp: SignUp }) => {
  const clientele = useClientele()
  const verifying = useTask('code')
  const sending = useTask()
  const form = useRef<HTMLFormElement>(null)
  // The step before went and took the focus along.
  useEffect(() => {
    if (document.activeElement === document.body) form.current?.querySelector('input')?.focus()
  }, [])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { code } = Object.fromEntries(new FormData(event.currentTarget))
    void verifying.perform(async () => {
      const done = await signUp.attemptEmailAddressVerification({ code: String(code) })
      if (!done.createdSessionId) throw new Error(`Still needed: ${done.missingFields.join(', ')}`)
      await clientele.setActive({ session: done.createdSessionId })
    })
  }
  return (
    <form className="form" ref={form} onSubmit={submit} aria-busy={verifying.isBusy || undefined}>
      <p className="hint">
        We sent a code to <b>{signUp.emailAddress}</b>.
      </p>
      <Field
        id="sign-up-code"
        name="code"
        label="Code"
        hint="Addresses with +clerk_test take the code 424242."
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        required
        fault={verifying.faults.code}
      />
      <div className="actions">
        <Button kind="primary" isBusy={verifying.isBusy}>
          Verify
        </Button>
        <Button isBusy={sending.isBusy} onPress={() => sending.perform(() => signUp.prepareEmailAddressVerification())}>
          Send again
        </Button>
        <Button kind="quiet" onPress={() => clientele.client?.resetSignUp()}>
          Start over
        </Button>
      </div>
    </form>
  )
}
