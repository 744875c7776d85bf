import type { SignIn, Snapshot } from '@clientele/core'
import { sendSignInCode, waitsForSignInCode } from '@clientele/example-shared'
import type { App, Panel } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element } from '../dom/element.ts'
import { createField } from '../dom/field.ts'
import { createSection } from '../dom/section.ts'
import { showStep } from '../dom/steps.ts'
import { createCodeStep } from './code-step.ts'
import { needClient } from './need-client.ts'

const createFields = () => ({
  identifier: createField({
    id: 'sign-in-identifier',
    label: 'E-mail address',
    param: 'identifier',
    input: { type: 'email', autocomplete: 'username', required: true },
  }),
  password: createField({
    id: 'sign-in-password',
    label: 'Password',
    param: 'password',
    input: { type: 'password', autocomplete: 'current-password', required: true },
  }),
})

const createChoice = (onChange: () => void) => {
  const radio = (value: string, text: string, checked: boolean) => {
    const input = element('input', { type: 'radio', name: 'method', value, checked })
    input.addEventListener('change', onChange)
    return { input, label: element('label', { class: 'choice' }, input, text) }
  }
  const password = radio('password', 'Password', true)
  const code = radio('email_code', 'E-mail code', false)
  const node = element(
    'fieldset',
    { class: 'choices' },
    element('legend', {}, 'Prove it by'),
    password.label,
    code.label,
  )
  return { node, byCode: () => code.input.checked }
}

/** What the sign-in panel offers to the others. */
export interface SignInPanel extends Panel {
  /** Fills in an address, unless somebody is typing one. */
  readonly suggest: (address: string) => void
}

/** Sign-in by password or e-mail code; which step is shown follows from `client.signIn`. */
export const createSignInPanel = ({ clientele, perform }: App, onSignedIn: () => Promise<void>): SignInPanel => {
  const signIn = () => needClient(clientele).signIn
  const { identifier, password } = createFields()
  const choice = createChoice(() => {
    password.node.hidden = choice.byCode()
    password.input.disabled = choice.byCode()
  })

  const finish = async ({ createdSessionId, status }: SignIn) => {
    if (!createdSessionId) return status ?? 'blank'
    await clientele.setActive({ session: createdSessionId })
    password.input.value = ''
    await onSignedIn()
    return 'complete'
  }

  const byPassword = async () => {
    const params = { strategy: 'password', identifier: identifier.value(), password: password.input.value }
    return finish(await signIn().create(params))
  }
  const byCode = async () => {
    await sendSignInCode(await signIn().create({ identifier: identifier.value() }))
    return 'code sent'
  }

  const details = element(
    'form',
    { class: 'form' },
    identifier.node,
    choice.node,
    password.node,
    element('div', { class: 'actions' }, createButton('Sign in', undefined, { kind: 'primary', submit: true })),
  )
  details.addEventListener('submit', event => {
    event.preventDefault()
    const run = choice.byCode() ? byCode : byPassword
    const fields = [identifier, password]
    void perform({ label: 'signIn.create()', run, describe: text => text, trigger: details, fields })
  })

  const code = createCodeStep({
    id: 'sign-in',
    submitText: 'Sign in',
    onSubmit: (value, form, field) => {
      const run = async () => finish(await signIn().attemptFirstFactor({ strategy: 'email_code', code: value }))
      void perform({
        label: 'signIn.attemptFirstFactor()',
        run,
        describe: text => text,
        trigger: form,
        fields: [field],
      })
    },
    onResend: trigger => {
      void perform({
        label: 'signIn.prepareFirstFactor()',
        run: () => sendSignInCode(signIn()),
        trigger,
        fields: [code.field],
      })
    },
    onStartOver: () => void perform({ label: 'client.resetSignIn()', run: () => needClient(clientele).resetSignIn() }),
  })

  const fieldset = element('fieldset', { class: 'plain' }, details, code.form)
  const { node } = createSection('sign-in', 'Sign in', fieldset)
  return {
    node,
    suggest: address => {
      if (document.activeElement !== identifier.input) identifier.input.value = address
    },
    render: ({ client }: Snapshot) => {
      fieldset.disabled = client === undefined
      if (!client) return
      const waits = waitsForSignInCode(client.signIn)
      code.setAddress(client.signIn.identifier ?? '')
      if (!waits) code.field.input.value = ''
      showStep([details, code.form], waits ? code.form : details)
    },
  }
}
