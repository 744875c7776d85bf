import type { SignIn } from '@clientele/core'
import {
  closeWays,
  createSignInFlow,
  isTypedStrategy,
  type SignInStep,
  signInStep,
  takeWay,
  type Way,
} from '@clientele/example-shared'
import type { App, Panel, Start, Step } from '../app.ts'
import { createAttemptPanel } from '../attempt-panel.ts'
import { createNewPasswordStep } from '../steps/new-password-step.ts'
import { createTypedStep } from '../steps/typed-step.ts'
import { createStartStep } from './start-step.ts'

/** What the sign-in panel offers to the others. */
export interface SignInPanel extends Panel {
  /** Fills in an address, unless somebody is typing one. */
  readonly suggest: (address: string) => void
}

/**
 * Sign-in by every way that the server offers; which form is shown follows from
 * `client.signIn.next`.
 */
export const createSignInPanel = (app: App): SignInPanel => {
  const { act, store } = app
  const flow = createSignInFlow(app)

  const attempt = (strategy: string, proof: string, by: Start) =>
    void act(flow.attempt(strategy, proof), by)
  const onChoose = async (factor: Way, trigger: HTMLElement) => {
    const { client } = store
    if (!client) return
    if (isTypedStrategy(factor.strategy))
      return panel.choose(takeWay(client.signIn, factor.strategy))
    await act(flow.prepare(factor), { trigger })
    panel.choose(closeWays(store.client?.signIn ?? client.signIn))
  }
  const start = createStartStep({
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
    ...panel.leads,
  })
  const newPassword = createNewPasswordStep({
    onSubmit: (password, signOutOthers, trigger, field) =>
      act(flow.resetPassword(password, signOutOthers), { trigger, fields: [field] }),
    ...panel.leads,
  })
  return {
    ...panel,
    suggest: address => {
      if (document.activeElement !== start.identifier.input) start.identifier.input.value = address
    },
  }
}
