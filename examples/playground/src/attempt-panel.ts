import type { Client, SignIn, SignUp, Snapshot } from '@clientele/core'
import type { App, Panel, Start, Step } from './app.ts'
import { element } from './dom/element.ts'
import { createSection } from './dom/section.ts'
import { showStep } from './dom/show-step.ts'
import type { SignInMethod } from './model/attempt-step.ts'
import { type Choice, noChoice, openMethods } from './model/choice.ts'
import { createLinkWatch } from './model/link-watch.ts'
import type { SignInFlow } from './model/sign-in-flow.ts'
import type { SignInStep } from './model/sign-in-step.ts'
import type { SignUpFlow } from './model/sign-up-flow.ts'
import type { SignUpStep } from './model/sign-up-step.ts'
import { createChooseStep } from './steps/choose-step.ts'
import { createCodeStep } from './steps/code-step.ts'
import { createLinkStep } from './steps/link-step.ts'
import { createMessageStep } from './steps/message-step.ts'

/** What a sign-in and a sign-up can both be asked for. */
type CommonFlow = Pick<
  SignInFlow & SignUpFlow,
  'resend' | 'check' | 'transfer' | 'startOver' | 'settle'
>

/** The stepActions out of a step. */
export interface StepActions {
  /** Shows the other methods. */
  readonly onOther: () => void
  readonly onStartOver: () => void
}

export interface AttemptPanelOptions<Attempt, AttemptStep> {
  readonly kind: 'signIn' | 'signUp'
  readonly id: string
  readonly title: string
  readonly submitText: string
  readonly flow: CommonFlow
  readonly read: (client: Client) => Attempt
  readonly stepOf: (attempt: Attempt, choice: Choice) => AttemptStep
  readonly onChoose: (factor: SignInMethod, trigger: HTMLElement) => void
  readonly onCode: (strategy: string, code: string, start: Start) => void
  /** Fills in a form that only this panel has. */
  readonly own: (step: AttemptStep) => Step
  readonly start: Step & { readonly clear: () => void }
}

export interface AttemptPanel extends Panel {
  readonly stepActions: StepActions
  /** Goes by what somebody chose. */
  readonly choose: (choice: Choice) => void
}

/**
 * What the panels of sign-in and sign-up have in common: one form at a time, and a watch for the
 * link that was sent.
 */
export const createAttemptPanel = <
  Attempt extends SignIn | SignUp,
  AttemptStep extends SignInStep | SignUpStep,
>(
  app: App,
  options: AttemptPanelOptions<Attempt, AttemptStep>,
): AttemptPanel => {
  const { kind, id, title, submitText, flow, read, stepOf, onChoose, onCode, own, start } = options
  const { act, store } = app
  let choice = noChoice
  let strategy = ''
  let shown: Step = start
  let attemptId: string | undefined

  const choose = (next: Choice) => {
    choice = next
    render(store.snapshots.get())
  }
  const stepActions = {
    onResend: (trigger: HTMLElement) => void act(flow.resend(), { trigger }),
    onStartOver: () => void act(flow.startOver(), { trigger: start.form }),
    onOther: () => {
      if (store.client) choose(openMethods(read(store.client)))
    },
  }
  const code = createCodeStep({
    id,
    submitText,
    onSubmit: (proof, trigger, field) => onCode(strategy, proof, { trigger, fields: [field] }),
    ...stepActions,
  })
  const link = createLinkStep({
    onCheck: trigger => act(flow.check(), { trigger }),
    ...stepActions,
  })
  const methods = createChooseStep({ onChoose, ...stepActions })
  const message = createMessageStep({
    onGoOn: trigger => act(flow.transfer(), { trigger }),
    ...stepActions,
  })
  const watch = createLinkWatch(app, kind, flow.settle)
  const fieldset = element('fieldset', { class: 'plain' }, start.form)
  const { node } = createSection(id, title, fieldset)

  const pick = (step: AttemptStep): Step => {
    switch (step.form) {
      case 'code':
        strategy = step.strategy
        return code.render(step)
      case 'link':
        return link.render(step)
      case 'choose':
        return methods.render(step)
      case 'message':
        return message.render(step)
      default:
        return own(step)
    }
  }
  const render = ({ client }: Snapshot) => {
    fieldset.disabled = client === undefined
    if (!client) return
    const attempt = read(client)
    watch.follow(attempt)
    const next = pick(stepOf(attempt, choice))
    if (next !== shown) shown.clear?.()
    else if (attempt.id !== attemptId) start.clear()
    shown = next
    attemptId = attempt.id
    showStep(fieldset, next.form)
  }
  return { node, render, choose, stepActions }
}
