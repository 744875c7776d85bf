import type { Step } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element } from '../dom/element.ts'
import { createField, type Field } from '../dom/field.ts'
import { missingField } from '../model/fields.ts'
import type { Filled } from '../model/sign-up-flow.ts'

export interface FieldsStepOptions {
  readonly onSubmit: (filled: Filled, form: HTMLFormElement, fields: readonly Field[]) => void
  readonly onStartOver: () => void
}

/** The form for whatever the instance asks for beyond the start. */
export interface FieldsStep {
  readonly render: (missing: readonly string[]) => Step
}

const createInput = (param: string): Field =>
  createField({ id: `sign-up-missing-${param}`, param, ...missingField(param) })

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
  const step: Step = { form }
  return {
    render: missing => {
      if (fields.map(({ param }) => param).join() !== missing.join()) {
        // What was typed and is still asked for stays.
        fields = missing.map(
          param => fields.find(field => field.param === param) ?? createInput(param),
        )
        place.replaceChildren(...fields.map(({ node }) => node))
      }
      return step
    },
  }
}
