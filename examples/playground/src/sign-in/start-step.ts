import type { OAuthStrategy } from '@clientele/core'
import { isPasskeySupported } from '@clientele/core/passkeys'
import type { Step } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element } from '../dom/element.ts'
import { createField, type Field } from '../dom/field.ts'
import { signInFields } from '../model/fields.ts'
import type { Beginning } from '../model/sign-in-flow.ts'
import { createProviderButtons } from '../steps/provider-buttons.ts'

export interface StartStep extends Step {
  readonly identifier: Field
  readonly clear: () => void
}

export interface StartStepOptions {
  /** Shown beside the button when nobody has that account. */
  readonly offer: HTMLElement
  readonly onSubmit: (beginning: Beginning, form: HTMLFormElement, fields: readonly Field[]) => void
  readonly onProvider: (strategy: OAuthStrategy, button: HTMLButtonElement) => void
  readonly onPasskey: (button: HTMLButtonElement) => void
}

const createChoice = (onChange: () => void) => {
  const radio = (value: Beginning['method'], text: string, checked = false) => {
    const input = element('input', { type: 'radio', name: 'method', value, checked })
    input.addEventListener('change', onChange)
    return { value, input, label: element('label', { class: 'choice' }, input, text) }
  }
  const radios = [
    radio('password', 'Password', true),
    radio('email_code', 'E-mail code'),
    radio('other', 'Another method'),
  ] as const
  const node = element(
    'fieldset',
    { class: 'choices' },
    element('legend', {}, 'Sign-in method'),
    ...radios.map(({ label }) => label),
  )
  return { node, method: () => radios.find(({ input }) => input.checked)?.value ?? 'other' }
}

/** Who one is, and how one would like to prove it. */
export const createStartStep = ({
  onSubmit,
  onProvider,
  onPasskey,
  offer,
}: StartStepOptions): StartStep => {
  const identifier = createField({
    id: 'sign-in-identifier',
    param: 'identifier',
    ...signInFields.identifier,
  })
  const password = createField({
    id: 'sign-in-password',
    param: 'password',
    ...signInFields.password,
  })
  const begin = (method: Beginning['method']) =>
    onSubmit({ identifier: identifier.value(), method, password: password.input.value }, form, [
      identifier,
      password,
    ])
  const forgot = createButton(
    'Forgot the password?',
    () => {
      if (identifier.input.reportValidity()) begin('reset')
    },
    { kind: 'quiet' },
  )
  const choice = createChoice(() => {
    const hidden = choice.method() !== 'password'
    password.node.hidden = hidden
    password.input.disabled = hidden
    forgot.hidden = hidden
  })
  const form = element(
    'form',
    { class: 'form' },
    identifier.node,
    choice.node,
    password.node,
    element(
      'div',
      { class: 'actions' },
      createButton('Sign in', undefined, { kind: 'primary', submit: true }),
      forgot,
      offer,
    ),
    createProviderButtons(
      onProvider,
      ...(isPasskeySupported() ? [createButton('Passkey', onPasskey)] : []),
    ),
  )
  form.addEventListener('submit', event => {
    event.preventDefault()
    begin(choice.method())
  })
  return {
    form,
    identifier,
    clear: () => {
      password.input.value = ''
    },
  }
}
