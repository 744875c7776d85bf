import { createButton } from '../dom/button.ts'
import { element } from '../dom/element.ts'
import { createField, type Field } from '../dom/field.ts'
import { createOwner } from './owner.ts'
import type { Step } from './step.ts'

export interface NewPasswordStepOptions {
  readonly onSubmit: (password: string, signOutOthers: boolean, form: HTMLFormElement, field: Field) => void
  readonly onStartOver: () => void
}

/** A new password, after the code for it was given. */
export interface NewPasswordStep extends Step {
  /** @param identifier whose password it is */
  readonly render: (identifier: string) => void
}

export const createNewPasswordStep = ({ onSubmit, onStartOver }: NewPasswordStepOptions): NewPasswordStep => {
  const owner = createOwner()
  const field = createField({
    id: 'sign-in-new-password',
    label: 'New password',
    param: 'password',
    hint: 'At least 8 characters.',
    input: { type: 'password', autocomplete: 'new-password', required: true },
  })
  const others = element('input', { type: 'checkbox', checked: true })
  const form = element(
    'form',
    { class: 'form' },
    owner,
    field.node,
    element('label', { class: 'choice' }, others, 'Sign out everywhere else'),
    element(
      'div',
      { class: 'actions' },
      createButton('Set the password', undefined, { kind: 'primary', submit: true }),
      createButton('Start over', onStartOver, { kind: 'quiet' }),
    ),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    onSubmit(field.input.value, others.checked, form, field)
    field.input.value = ''
  })
  return {
    form,
    render: identifier => {
      owner.value = identifier
    },
  }
}
