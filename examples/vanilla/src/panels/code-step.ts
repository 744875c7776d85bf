import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'
import { createField, type Field } from '../dom/field.ts'

export interface CodeStepOptions {
  readonly id: string
  readonly submitText: string
  readonly onSubmit: (code: string, form: HTMLFormElement, field: Field) => void
  readonly onResend: (button: HTMLButtonElement) => void
  readonly onStartOver: () => void
}

/** The form for a code that was sent to an address. */
export interface CodeStep {
  readonly form: HTMLFormElement
  readonly field: Field
  readonly setAddress: (address: string) => void
}

export const createCodeStep = ({ id, submitText, onSubmit, onResend, onStartOver }: CodeStepOptions): CodeStep => {
  const sent = element('p', { class: 'hint' })
  const field = createField({
    id: `${id}-code`,
    label: 'Code',
    param: 'code',
    hint: 'Addresses with +clerk_test take the code 424242.',
    input: { type: 'text', inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 6, required: true },
  })
  const form = element(
    'form',
    { class: 'form', hidden: true },
    sent,
    field.node,
    element(
      'div',
      { class: 'actions' },
      createButton(submitText, undefined, { kind: 'primary', submit: true }),
      createButton('Send again', onResend),
      createButton('Start over', onStartOver, { kind: 'quiet' }),
    ),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    onSubmit(field.value(), form, field)
  })
  return { form, field, setAddress: address => fill(sent, 'We sent a code to ', element('b', {}, address), '.') }
}
