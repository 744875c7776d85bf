import type { OAuthStrategy } from '@clientele/core'
import { type Filled, signUpFields, suggestAddress } from '@clientele/example-shared'
import type { AttemptErrors } from '@clientele/react'
import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { ProviderButtons } from '../steps/provider-buttons.tsx'

interface StartStepProps {
  readonly errors: AttemptErrors
  readonly onSubmit: (filled: Filled) => void
  readonly onProvider: (strategy: OAuthStrategy) => void
}

/** The first two fields of a sign-up; what else an instance asks for comes next. */
export const StartStep = ({ errors, onSubmit, onProvider }: StartStepProps) => {
  const [suggestion] = useState(suggestAddress)
  const submit = (typed: FormData) => {
    const password = String(typed.get('password'))
    onSubmit({
      emailAddress: String(typed.get('emailAddress')).trim(),
      ...(password && { password }),
    })
  }
  return (
    <Form onSubmit={submit}>
      <Field
        id="sign-up-email"
        name="emailAddress"
        {...signUpFields.emailAddress}
        defaultValue={suggestion}
        faults={errors.fields.emailAddress}
      />
      <Field
        id="sign-up-password"
        name="password"
        {...signUpFields.password}
        faults={errors.fields.password}
      />
      <div className="actions">
        <Button kind="primary">Sign up</Button>
      </div>
      <ProviderButtons onChoose={onProvider} />
    </Form>
  )
}
