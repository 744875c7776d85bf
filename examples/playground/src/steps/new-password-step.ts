import type { Step } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element } from '../dom/element.ts'
import { createField, type Field } from '../dom/field.ts'
import { signInFields } from '../model/fields.ts'
import { createOwner } from './owner.ts'

export interface NewPasswordStepOptions {
  readonly onSubmit: (
    password: string,
    signOutOthers: boolean,
    form: HTMLFormElement,
    field: Field,
  ) => void
  readonly onStartOver: () => void
}

/** A new password, after the code for it was given. */
export interface NewPasswordStep {
  /** @param owner whose password it is */
  readonly render: (owner: { readonly identifier: string }) => Step
}

export const createNewPasswordStep = ({
  onSubmit,
  onStartOver,
}: NewPasswordStepOptions): NewPasswordStep => {
  const owner = createOwner()
  const field = createField({
    id: 'sign-in-new-password',
    param: 'password',
    ...signInFields.newPassword,
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
  const step: Step = { form }
  return {
    render: ({ identifier }) => {
      owner.value = identifier
      return step
    },
  }
}
