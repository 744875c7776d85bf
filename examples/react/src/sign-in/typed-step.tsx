import type { SignInStep } from '@clientele/example-shared'
import { typedFields } from '@clientele/example-shared'
import type { AttemptErrors } from '@clientele/react'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import { Owner } from '../parts/owner.tsx'
import type { Leads } from '../steps/leads.ts'

interface TypedStepProps extends Leads {
  readonly step: Extract<SignInStep, { form: 'typed' }>
  readonly errors: AttemptErrors
  /** @param param the field that it was typed into */
  readonly onSubmit: (proof: string, param: string) => void
}

/** The form for what one knows or reads off: a password, the code of an app, a backup code. */
export const TypedStep = ({ step, errors, onSubmit, onOther, onStartOver }: TypedStepProps) => {
  const { strategy, identifier } = step
  const param = strategy === 'password' ? 'password' : 'code'
  const submit = (typed: FormData) => {
    const text = String(typed.get(param))
    onSubmit(param === 'password' ? text : text.trim(), param)
  }
  return (
    <Form onSubmit={submit}>
      <Owner identifier={identifier} />
      <Field
        key={strategy}
        id={`sign-in-typed-${strategy}`}
        name={param}
        {...typedFields[strategy]}
        faults={errors.fields[param]}
      />
      <div className="actions">
        <Button kind="primary">Continue</Button>
        <Button onPress={onOther}>Another way</Button>
        <Button kind="quiet" onPress={onStartOver}>
          Start over
        </Button>
      </div>
    </Form>
  )
}
