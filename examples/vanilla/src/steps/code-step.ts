import { toCode } from '@clientele/example-shared'
import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'
import { createField, type Field } from '../dom/field.ts'
import { createResendButton } from './resend-button.ts'
import type { Step } from './step.ts'

export interface CodeStepOptions {
  readonly id: string
  readonly submitText: string
  readonly onSubmit: (code: string, form: HTMLFormElement, field: Field) => void
  readonly onResend: (button: HTMLButtonElement) => void
  /** Absent where there is no other way. */
  readonly onOther?: () => void
  readonly onStartOver: () => void
}

/** The form for a code that was sent. It takes a pasted `123 456` too, and goes by itself once there are six digits. */
export interface CodeStep extends Step {
  readonly render: (address: string, cooldownUntil: Date | null) => void
  readonly clear: () => void
}

export const createCodeStep = (options: CodeStepOptions): CodeStep => {
  const { id, submitText, onSubmit, onResend, onOther, onStartOver } = options
  const sent = element('p', { class: 'hint' })
  const field = createField({
    id: `${id}-code`,
    label: 'Code',
    param: 'code',
    hint: 'Addresses with +clerk_test, and numbers like +1 202 555 0123, take the code 424242.',
    input: { type: 'text', inputmode: 'numeric', autocomplete: 'one-time-code', required: true },
  })
  const resend = createResendButton(onResend)
  const other = onOther && createButton('Another way', onOther)
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
      other,
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
  return {
    form,
    clear: () => {
      field.input.value = ''
    },
    render: (address, cooldownUntil) => {
      fill(sent, 'We sent a code to ', element('b', {}, address), '.')
      resend.render(cooldownUntil)
    },
  }
}
