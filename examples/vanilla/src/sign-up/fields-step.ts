import { fieldNames } from '@clientele/example-shared'
import { createButton } from '../dom/button.ts'
import { element } from '../dom/element.ts'
import { createField, type Field } from '../dom/field.ts'
import type { Step } from '../steps/step.ts'
import type { Filled } from './sign-up-flow.ts'

export interface FieldsStepOptions {
  readonly onSubmit: (filled: Filled, form: HTMLFormElement, fields: readonly Field[]) => void
  readonly onStartOver: () => void
}

/** The form for whatever the instance asks for beyond the start. */
export interface FieldsStep extends Step {
  readonly render: (missing: readonly string[]) => void
}

const inputs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  email_address: { type: 'email', autocomplete: 'email' },
  phone_number: { type: 'tel', autocomplete: 'tel', placeholder: '+12025550123' },
  password: { type: 'password', autocomplete: 'new-password' },
  username: { type: 'text', autocomplete: 'username', autocapitalize: 'none', spellcheck: 'false' },
  first_name: { type: 'text', autocomplete: 'given-name' },
  last_name: { type: 'text', autocomplete: 'family-name' },
  legal_accepted: { type: 'checkbox' },
}

const createInput = (param: string): Field =>
  createField({
    id: `sign-up-missing-${param}`,
    label: fieldNames[param] ?? param.replace(/_/g, ' '),
    param,
    input: { ...(inputs[param] ?? { type: 'text' }), required: true },
  })

export const createFieldsStep = ({ onSubmit, onStartOver }: FieldsStepOptions): FieldsStep => {
  const place = element('div', { class: 'form' })
  const form = element(
    'form',
    { class: 'form' },
    element('p', { class: 'hint' }, 'A few things are still needed.'),
    place,
    element(
      'div',
      { class: 'actions' },
      createButton('Continue', undefined, { kind: 'primary', submit: true }),
      createButton('Start over', onStartOver, { kind: 'quiet' }),
    ),
  )
  let fields: readonly Field[] = []
  form.addEventListener('submit', event => {
    event.preventDefault()
    const filled = fields.map(({ param, input, value }): [string, string | boolean] => {
      if (input.type === 'checkbox') return [param, input.checked]
      return [param, input.type === 'password' ? input.value : value()]
    })
    onSubmit(Object.fromEntries(filled), form, fields)
  })
  return {
    form,
    render: missing => {
      if (fields.map(({ param }) => param).join() === missing.join()) return
      // What was typed and is still asked for stays.
      fields = missing.map(param => fields.find(field => field.param === param) ?? createInput(param))
      place.replaceChildren(...fields.map(({ node }) => node))
    },
  }
}
