import { codeField, type SentStep, toCode } from '@clientele/example-shared'
import type { AttemptErrors } from '@clientele/react'
import { Button } from '../parts/button.tsx'
import { Field } from '../parts/field.tsx'
import { Form } from '../parts/form.tsx'
import type { Leads } from './leads.ts'
import { ResendButton } from './resend-button.tsx'

interface CodeStepProps extends Leads {
  /** Unique on the page. */
  readonly id: string
  readonly step: SentStep
  readonly errors: AttemptErrors
  readonly submitText: string
  readonly onSubmit: (code: string) => void
  readonly onResend: () => void
}

/**
 * The form for a code that was sent. It takes a pasted `123 456` too, and goes by itself once there
 * are six digits.
 */
export const CodeStep = (props: CodeStepProps) => {
  const { id, step, errors, submitText, onSubmit, onResend, onOther, onStartOver } = props
  const type = (input: HTMLInputElement) => {
    const code = toCode(input.value)
    if (input.value !== code) input.value = code
    if (code.length === 6) onSubmit(code)
  }
  return (
    <Form onSubmit={typed => onSubmit(String(typed.get('code')))}>
      <p className="hint">
        We sent a code to <b>{step.address}</b>.
      </p>
      <Field
        id={`${id}-code`}
        name="code"
        {...codeField}
        faults={errors.fields.code}
        onType={type}
      />
      <div className="actions">
        <Button kind="primary">{submitText}</Button>
        <ResendButton cooldownUntil={step.cooldownUntil} onResend={onResend} />
        <Button onPress={onOther}>Another way</Button>
        <Button kind="quiet" onPress={onStartOver}>
          Start over
        </Button>
      </div>
    </Form>
  )
}
