import type { SignUp } from '@clientele/core'
import { signUpForm } from '@clientele/core/attempt-form'
import type { App, Panel } from '../app.ts'
import { createAttemptPanel } from '../attempt-panel.ts'
import type { SignInMethod } from '../model/attempt-step.ts'
import { closeMethods } from '../model/choice.ts'
import { createSignUpFlow } from '../model/sign-up-flow.ts'
import { type SignUpStep, signUpStep } from '../model/sign-up-step.ts'
import { createOffer } from '../steps/offer.ts'
import { createFieldsStep } from './fields-step.ts'
import { createStartStep } from './start-step.ts'

export interface SignUpPanelOptions {
  readonly onSignedUp: (address: string) => void
  readonly onTaken: (address: string) => void
}

export interface SignUpPanel extends Panel {
  /** Goes on here with an address that has no account. */
  readonly takeOver: (address: string) => void
}

/**
 * Sign-up with whatever the instance asks for; which form is shown follows from
 * `client.signUp.next`.
 */
export const createSignUpPanel = (
  app: App,
  { onSignedUp, onTaken }: SignUpPanelOptions,
): SignUpPanel => {
  const { act, store } = app
  const flow = createSignUpFlow(app, onSignedUp)

  const onChoose = async ({ strategy }: SignInMethod, trigger: HTMLElement) => {
    await act(flow.prepare(strategy), { trigger })
    if (store.client) panel.choose(closeMethods(store.client.signUp))
  }
  const start = createStartStep({
    offer: createOffer(signUpForm(store), 'form_identifier_exists', 'Sign in with it', () =>
      onTaken(start.email.value()),
    ),
    onSubmit: (filled, trigger, fields) => act(flow.begin(filled), { trigger, fields }),
    onProvider: (strategy, trigger) => act(flow.leave(strategy), { trigger }),
  })
  const panel = createAttemptPanel<SignUp, SignUpStep>(app, {
    kind: 'signUp',
    id: 'sign-up',
    title: 'Sign up',
    submitText: 'Verify',
    flow,
    start,
    read: ({ signUp }) => signUp,
    stepOf: signUpStep,
    onChoose,
    onCode: (_, code, by) => act(flow.attempt(code), by),
    own: step => (step.form === 'fields' ? missing.render(step.fields) : start),
  })
  const missing = createFieldsStep({
    onSubmit: (filled, trigger, fields) => act(flow.update(filled), { trigger, fields }),
    ...panel.stepActions,
  })
  return {
    ...panel,
    takeOver: address => {
      start.email.input.value = address
      start.email.input.focus()
    },
  }
}
