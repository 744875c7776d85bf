import { useClient, useClientele } from '@clientele/react'
import type { FormEvent } from 'react'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Panel } from '../parts/panel.tsx'
import { useTask } from '../use-task.ts'

/** Sign-in by password. */
export const SignInPanel = () => {
  const clientele = useClientele()
  const signIn = useClient(client => client?.signIn)
  const { isBusy, faults, perform } = useTask('identifier', 'password')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const { identifier, password } = Object.fromEntries(new FormData(form))
    void perform(async () => {
      const done = await signIn?.create({
        strategy: 'password',
        identifier: String(identifier),
        password: String(password),
      })
      if (!done?.createdSessionId) throw new Error(`This page does not know what to do next: ${done?.status}`)
      await clientele.setActive({ session: done.createdSessionId })
      form.reset()
    })
  }
  return (
    <Panel id="sign-in" title="Sign in">
      <fieldset className="plain" disabled={!signIn}>
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
          <Field
            id="sign-in-password"
            name="password"
            label="Password"
            type="password"
            autoComplete="current-password"
            required
            fault={faults.password}
          />
          <div className="actions">
            <Button kind="primary" isBusy={isBusy}>
              Sign in
            </Button>
          </div>
        </form>
      </fieldset>
    </Panel>
  )
}
