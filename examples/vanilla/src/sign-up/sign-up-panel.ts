import type { SignUp } from '@clientele/core'
import {
  closeWays,
  createSignUpFlow,
  type SignUpStep,
  signUpStep,
  type Way,
} from '@clientele/example-shared'
import type { App, Panel } from '../app.ts'
import { createAttemptPanel } from '../attempt-panel.ts'
import { createFieldsStep } from './fields-step.ts'
import { createStartStep } from './start-step.ts'

/**
 * Sign-up with whatever the instance asks for; which form is shown follows from
 * `client.signUp.next`.
 */
export const createSignUpPanel = (app: App, onSignedUp: (address: string) => void): Panel => {
  const { act, store } = app
  const flow = createSignUpFlow(app, onSignedUp)

  const onChoose = async ({ strategy }: Way, trigger: HTMLElement) => {
    await act(flow.prepare(strategy), { trigger })
    if (store.client) panel.choose(closeWays(store.client.signUp))
  }
  const start = createStartStep({
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
    ...panel.leads,
  })
  return panel
}
