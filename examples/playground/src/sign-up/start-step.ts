import type { OAuthStrategy } from '@clientele/core'
import type { Step } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element } from '../dom/element.ts'
import { createField, type Field } from '../dom/field.ts'
import { signUpFields } from '../model/fields.ts'
import type { Filled } from '../model/sign-up-flow.ts'
import { suggestAddress } from '../model/suggest-address.ts'
import { createProviderButtons } from '../steps/provider-buttons.ts'

export interface StartStepOptions {
  /** Shown beside the button when somebody has that account. */
  readonly offer: HTMLElement
  readonly onSubmit: (filled: Filled, form: HTMLFormElement, fields: readonly Field[]) => void
  readonly onProvider: (strategy: OAuthStrategy, button: HTMLButtonElement) => void
}

export interface StartStep extends Step {
  readonly email: Field
  /** Empties the form, and suggests an address that nobody has. */
  readonly clear: () => void
}

/** The first two fields of a sign-up; what else an instance asks for comes next. */
export const createStartStep = ({ onSubmit, onProvider, offer }: StartStepOptions): StartStep => {
  const email = createField({
    id: 'sign-up-email',
    param: 'emailAddress',
    ...signUpFields.emailAddress,
  })
  const password = createField({
    id: 'sign-up-password',
    param: 'password',
    ...signUpFields.password,
  })
  const form = element(
    'form',
    { class: 'form' },
    email.node,
    password.node,
    element(
      'div',
      { class: 'actions' },
      createButton('Sign up', undefined, { kind: 'primary', submit: true }),
      offer,
    ),
    createProviderButtons(onProvider),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    const secret = password.input.value
    onSubmit({ emailAddress: email.value(), ...(secret && { password: secret }) }, form, [
      email,
      password,
    ])
  })
  const clear = () => {
    email.input.value = suggestAddress()
    password.input.value = ''
  }
  clear()
  return { form, email, clear }
}
