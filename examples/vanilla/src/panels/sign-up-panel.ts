import type { SignUp, Snapshot } from '@clientele/core'
import { suggestAddress, waitsForSignUpCode } from '@clientele/example-shared'
import type { App, Panel } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'
import { createField } from '../dom/field.ts'
import { createSection } from '../dom/section.ts'
import { showStep } from '../dom/steps.ts'
import { createCodeStep } from './code-step.ts'
import { needClient } from './need-client.ts'

const createFields = () => ({
  email: createField({
    id: 'sign-up-email',
    label: 'E-mail address',
    param: 'email_address',
    hint: 'With +clerk_test in it, the code is 424242.',
    input: { type: 'email', autocomplete: 'email', required: true, value: suggestAddress() },
  }),
  password: createField({
    id: 'sign-up-password',
    label: 'Password (optional)',
    param: 'password',
    hint: 'Without one you sign in by e-mail code.',
    input: { type: 'password', autocomplete: 'new-password' },
  }),
})

/** Sign-up by e-mail code, in two steps; which one is shown follows from `client.signUp`. */
export const createSignUpPanel = (app: App, onSignedUp: (address: string) => Promise<void>): Panel => {
  const { clientele, perform } = app
  const signUp = () => needClient(clientele).signUp
  const { email, password } = createFields()

  const finish = async ({ createdSessionId, emailAddress, status }: SignUp) => {
    if (!createdSessionId) return status ?? 'blank'
    await clientele.setActive({ session: createdSessionId })
    email.input.value = suggestAddress()
    password.input.value = ''
    await onSignedUp(emailAddress ?? '')
    return 'complete'
  }

  const begin = async () => {
    const secret = password.input.value
    const begun = await signUp().create({ emailAddress: email.value(), ...(secret && { password: secret }) })
    if (!waitsForSignUpCode(begun)) return finish(begun)
    await begun.prepareEmailAddressVerification()
    return 'code sent'
  }

  const details = element(
    'form',
    { class: 'form' },
    email.node,
    password.node,
    element('div', { class: 'actions' }, createButton('Sign up', undefined, { kind: 'primary', submit: true })),
  )
  details.addEventListener('submit', event => {
    event.preventDefault()
    const fields = [email, password]
    void perform({ label: 'signUp.create()', run: begin, describe: text => text, trigger: details, fields })
  })

  const code = createCodeStep({
    id: 'sign-up',
    submitText: 'Verify',
    onSubmit: (value, form, field) => {
      const run = async () => finish(await signUp().attemptEmailAddressVerification({ code: value }))
      const label = 'signUp.attemptEmailAddressVerification()'
      void perform({ label, run, describe: text => text, trigger: form, fields: [field] })
    },
    onResend: trigger => {
      const run = () => signUp().prepareEmailAddressVerification()
      void perform({ label: 'signUp.prepareEmailAddressVerification()', run, trigger, fields: [code.field] })
    },
    onStartOver: () => void perform({ label: 'client.resetSignUp()', run: () => needClient(clientele).resetSignUp() }),
  })

  const fieldset = element('fieldset', { class: 'plain' }, details, code.form)
  const missing = element('p', { class: 'hint' })
  const { node } = createSection('sign-up', 'Sign up', missing, fieldset)

  const render = ({ client }: Snapshot) => {
    fieldset.disabled = client === undefined
    if (!client) return
    const waits = waitsForSignUpCode(client.signUp)
    fill(missing, client.signUp.missingFields.length > 0 && `Still needed: ${client.signUp.missingFields.join(', ')}.`)
    code.setAddress(client.signUp.emailAddress ?? '')
    if (!waits) code.field.input.value = ''
    showStep([details, code.form], waits ? code.form : details)
  }
  return { node, render }
}
