import type { SignIn } from '@clientele/core'
import { signInForm } from '@clientele/core/attempt-form'
import type { App, Panel, Start, Step } from '../app.ts'
import { createAttemptPanel } from '../attempt-panel.ts'
import type { SignInMethod } from '../model/attempt-step.ts'
import { chooseMethod, closeMethods } from '../model/choice.ts'
import { isTypedStrategy } from '../model/factors.ts'
import { createSignInFlow } from '../model/sign-in-flow.ts'
import { type SignInStep, signInStep } from '../model/sign-in-step.ts'
import { createNewPasswordStep } from '../steps/new-password-step.ts'
import { createOffer } from '../steps/offer.ts'
import { createTypedStep } from '../steps/typed-step.ts'
import { createStartStep } from './start-step.ts'

/** What the sign-in panel offers to the others. */
export interface SignInPanel extends Panel {
  /** Fills in an address, unless somebody is typing one. */
  readonly suggest: (address: string) => void
  /** Goes on here with an address that has an account. */
  readonly takeOver: (address: string) => void
}

/**
 * Sign-in by every method that the server offers; which form is shown follows from
 * `client.signIn.next`.
 */
export const createSignInPanel = (app: App, onUnknown: (address: string) => void): SignInPanel => {
  const { act, store } = app
  const flow = createSignInFlow(app)

  const attempt = (strategy: string, proof: string, by: Start) =>
    void act(flow.attempt(strategy, proof), by)
  const onChoose = async (factor: SignInMethod, trigger: HTMLElement) => {
    const { client } = store
    if (!client) return
    if (isTypedStrategy(factor.strategy))
      return panel.choose(chooseMethod(client.signIn, factor.strategy))
    await act(flow.prepare(factor), { trigger })
    panel.choose(closeMethods(store.client?.signIn ?? client.signIn))
  }
  const start = createStartStep({
    offer: createOffer(signInForm(store), 'form_identifier_not_found', 'Sign up with it', () =>
      onUnknown(start.identifier.value()),
    ),
    onSubmit: (beginning, trigger, fields) => act(flow.begin(beginning), { trigger, fields }),
    onProvider: (strategy, trigger) => act(flow.leave(strategy), { trigger }),
    onPasskey: trigger => act(flow.byPasskey(), { trigger }),
  })
  const panel = createAttemptPanel<SignIn, SignInStep>(app, {
    kind: 'signIn',
    id: 'sign-in',
    title: 'Sign in',
    submitText: 'Sign in',
    flow,
    start,
    read: ({ signIn }) => signIn,
    stepOf: signInStep,
    onChoose,
    onCode: attempt,
    own: (step): Step => {
      if (step.form === 'typed') return typed.render(step)
      return step.form === 'new_password' ? newPassword.render(step) : start
    },
  })
  const typed = createTypedStep({
    onSubmit: (strategy, proof, trigger, field) =>
      attempt(strategy, proof, { trigger, fields: [field] }),
    ...panel.stepActions,
  })
  const newPassword = createNewPasswordStep({
    onSubmit: (password, signOutOthers, trigger, field) =>
      act(flow.resetPassword(password, signOutOthers), { trigger, fields: [field] }),
    ...panel.stepActions,
  })
  const { input } = start.identifier
  return {
    ...panel,
    suggest: address => {
      if (document.activeElement !== input) input.value = address
    },
    takeOver: address => {
      input.value = address
      input.focus()
    },
  }
}
