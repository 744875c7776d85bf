import { signInFields } from '@clientele/example-shared'
import type { AttemptErrors } from '@clientele/react'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Owner } from '../parts/owner.tsx'
import type { Leads } from '../steps/leads.ts'

interface NewPasswordStepProps extends Leads {
  /** Whose password it is. */
  readonly identifier: string
  readonly errors: AttemptErrors
  readonly onSubmit: (password: string, signOutOthers: boolean) => void
}

/** A new password, after the code for it was given. */
export const NewPasswordStep = (props: NewPasswordStepProps) => {
  const { identifier, errors, onSubmit, onStartOver } = props
  return (
    <Form onSubmit={typed => onSubmit(String(typed.get('password')), typed.has('others'))}>
      <Owner identifier={identifier} />
      <Field
        id="sign-in-new-password"
        name="password"
        {...signInFields.newPassword}
        faults={errors.fields.password}
      />
      <label className="choice">
        <input type="checkbox" name="others" defaultChecked />
        Sign out everywhere else
      </label>
      <div className="actions">
        <Button kind="primary">Set the password</Button>
        <Button kind="quiet" onPress={onStartOver}>
          Start over
        </Button>
      </div>
    </Form>
  )
}
