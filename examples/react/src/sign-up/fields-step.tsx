import { type Filled, missingField } from '@clientele/example-shared'
import type { AttemptErrors } from '@clientele/react'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import type { Leads } from '../steps/leads.ts'

interface FieldsStepProps extends Leads {
  /** By the API's names. */
  readonly fields: readonly string[]
  readonly errors: AttemptErrors
  readonly onSubmit: (filled: Filled) => void
}

/** The form for whatever the instance asks for beyond the start. */
export const FieldsStep = ({ fields, errors, onSubmit, onStartOver }: FieldsStepProps) => {
  const submit = (typed: FormData) => {
    const filled = fields.map((param): [string, string | boolean] => {
      const { type } = missingField(param)
      if (type === 'checkbox') return [param, typed.has(param)]
      const text = String(typed.get(param))
      return [param, type === 'password' ? text : text.trim()]
    })
    onSubmit(Object.fromEntries(filled))
  }
  return (
    <Form onSubmit={submit}>
      <p className="hint">A few things are still needed.</p>
      {fields.map(param => (
        <Field
          key={param}
          id={`sign-up-missing-${param}`}
          name={param}
          {...missingField(param)}
          faults={errors.fields[param]}
        />
      ))}
      <div className="actions">
        <Button kind="primary">Continue</Button>
        <Button kind="quiet" onPress={onStartOver}>
          Start over
        </Button>
      </div>
    </Form>
  )
}
