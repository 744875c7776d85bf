import { createButton } from '../dom/button.ts'
import { element } from '../dom/element.ts'
import { createField, type Field } from '../dom/field.ts'
import { createOwner } from './owner.ts'
import type { Step } from './step.ts'

export interface TypedStepOptions {
  readonly id: string
  readonly onSubmit: (strategy: string, value: string, form: HTMLFormElement, field: Field) => void
  readonly onOther: () => void
  readonly onStartOver: () => void
}

/** The form for what one knows or reads off: a password, the code of an app, a backup code. */
export interface TypedStep extends Step {
  /** @param identifier whose proof it is */
  readonly render: (strategy: string, identifier: string) => void
  readonly clear: () => void
}

const createFields = (id: string): Readonly<Record<string, Field>> => ({
  password: createField({
    id: `${id}-typed-password`,
    label: 'Password',
    param: 'password',
    input: { type: 'password', autocomplete: 'current-password', required: true },
  }),
  totp: createField({
    id: `${id}-totp`,
    label: 'Code of the authenticator app',
    param: 'code',
    hint: 'Six digits, new every 30 seconds.',
    input: { type: 'text', inputmode: 'numeric', autocomplete: 'one-time-code', maxlength: 6, required: true },
  }),
  backup_code: createField({
    id: `${id}-backup-code`,
    label: 'Backup code',
    param: 'code',
    hint: 'Each works once.',
    input: { type: 'text', autocomplete: 'off', spellcheck: 'false', required: true },
  }),
})

export const createTypedStep = ({ id, onSubmit, onOther, onStartOver }: TypedStepOptions): TypedStep => {
  const fields = createFields(id)
  const owner = createOwner()
  let current = 'password'
  const form = element(
    'form',
    { class: 'form' },
    owner,
    ...Object.values(fields).map(({ node }) => node),
    element(
      'div',
      { class: 'actions' },
      createButton('Continue', undefined, { kind: 'primary', submit: true }),
      createButton('Another way', onOther),
      createButton('Start over', onStartOver, { kind: 'quiet' }),
    ),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    const field = fields[current]
    if (field) onSubmit(current, current === 'password' ? field.input.value : field.value(), form, field)
  })
  return {
    form,
    clear: () => {
      for (const field of Object.values(fields)) field.input.value = ''
    },
    render: (strategy, identifier) => {
      owner.value = identifier
      current = strategy
      for (const [name, { node, input }] of Object.entries(fields)) {
        node.hidden = name !== strategy
        input.disabled = name !== strategy
      }
    },
  }
}
