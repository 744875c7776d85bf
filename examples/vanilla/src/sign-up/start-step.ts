import { suggestAddress } from '@clientele/example-shared'
import { createButton } from '../dom/button.ts'
import { element } from '../dom/element.ts'
import { createField, type Field } from '../dom/field.ts'
import { createProviderButtons } from '../steps/provider-buttons.ts'
import type { Step } from '../steps/step.ts'
import type { Filled } from './sign-up-flow.ts'

export interface StartStepOptions {
  readonly onSubmit: (filled: Filled, form: HTMLFormElement, fields: readonly Field[]) => void
  readonly onProvider: (strategy: string, button: HTMLButtonElement) => void
}

export interface StartStep extends Step {
  /** Empties the form, and suggests an address that nobody has. */
  readonly clear: () => void
}

/** The first two fields of a sign-up; what else an instance asks for comes next. */
export const createStartStep = ({ onSubmit, onProvider }: StartStepOptions): StartStep => {
  const email = createField({
    id: 'sign-up-email',
    label: 'E-mail address',
    param: 'email_address',
    hint: 'With +clerk_test in it, the code is 424242.',
    input: { type: 'email', autocomplete: 'email', required: true, value: suggestAddress() },
  })
  const password = createField({
    id: 'sign-up-password',
    label: 'Password (optional)',
    param: 'password',
    hint: 'Without one you sign in by e-mail code.',
    input: { type: 'password', autocomplete: 'new-password' },
  })
  const form = element(
    'form',
    { class: 'form' },
    email.node,
    password.node,
    element('div', { class: 'actions' }, createButton('Sign up', undefined, { kind: 'primary', submit: true })),
    createProviderButtons(onProvider),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    const secret = password.input.value
    onSubmit({ email_address: email.value(), ...(secret && { password: secret }) }, form, [email, password])
  })
  return {
    form,
    clear: () => {
      email.input.value = suggestAddress()
      password.input.value = ''
    },
  }
}
