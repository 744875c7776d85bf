import type { Step } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'
import { createField, type Field } from '../dom/field.ts'
import type { SentStep } from '../model/attempt-step.ts'
import { toCode } from '../model/factors.ts'
import { codeField } from '../model/fields.ts'
import { createResendButton } from './resend-button.ts'

export interface CodeStepOptions {
  readonly id: string
  readonly submitText: string
  readonly onSubmit: (code: string, form: HTMLFormElement, field: Field) => void
  readonly onResend: (button: HTMLButtonElement) => void
  readonly onOther: () => void
  readonly onStartOver: () => void
}

/**
 * The form for a code that was sent. It takes a pasted `123 456` too, and goes by itself once there
 * are six digits.
 */
export interface CodeStep {
  readonly render: (step: SentStep) => Step
}

export const createCodeStep = (options: CodeStepOptions): CodeStep => {
  const { id, submitText, onSubmit, onResend, onOther, onStartOver } = options
  const sent = element('p', { class: 'hint' })
  const field = createField({ id: `${id}-code`, param: 'code', ...codeField })
  const resend = createResendButton(onResend)
  const form = element(
    'form',
    { class: 'form' },
    sent,
    field.node,
    element(
      'div',
      { class: 'actions' },
      createButton(submitText, undefined, { kind: 'primary', submit: true }),
      resend.button,
      createButton('Another method', onOther),
      createButton('Start over', onStartOver, { kind: 'quiet' }),
    ),
  )
  const submit = () => onSubmit(field.value(), form, field)
  field.input.addEventListener('input', () => {
    const code = toCode(field.input.value)
    if (field.input.value !== code) field.input.value = code
    if (code.length === 6) submit()
  })
  form.addEventListener('submit', event => {
    event.preventDefault()
    submit()
  })
  const clear = () => {
    field.input.value = ''
    field.setError('')
  }
  const step: Step = { form, clear }
  return {
    render: ({ address, cooldownUntil }) => {
      fill(sent, 'We sent a code to ', element('b', {}, address), '.')
      resend.render(cooldownUntil)
      return step
    },
  }
}
