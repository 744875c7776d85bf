import type { SignUp, Snapshot } from '@clientele/core'
import type { App, Panel } from '../app.ts'
import { element } from '../dom/element.ts'
import { createSection } from '../dom/section.ts'
import { showStep } from '../dom/show-step.ts'
import { createLinkWatch } from '../link-watch.ts'
import { needClient } from '../panels/need-client.ts'
import { createChooseStep } from '../steps/choose-step.ts'
import { createCodeStep } from '../steps/code-step.ts'
import { createLinkStep } from '../steps/link-step.ts'
import { createMessageStep } from '../steps/message-step.ts'
import { createDo, type Step } from '../steps/step.ts'
import { createFieldsStep } from './fields-step.ts'
import { createSignUpFlow } from './sign-up-flow.ts'
import { createStartStep } from './start-step.ts'

const addressOf = ({ next, emailAddress, phoneNumber }: SignUp): string =>
  (next.kind === 'verify' && next.field === 'phone_number' ? phoneNumber : emailAddress) ?? 'you'

/** Sign-up with whatever the instance asks for; which form is shown follows from `client.signUp.next`. */
export const createSignUpPanel = (app: App, onSignedUp: (address: string) => Promise<void>): Panel => {
  const act = createDo(app)
  const flow = createSignUpFlow(app, async address => {
    start.clear()
    await onSignedUp(address)
  })
  /** The sign-up whose ways are shown although something was sent. */
  let choosing: string | undefined

  const onStartOver = () => {
    const run = async () => {
      needClient(app.clientele).resetSignUp()
      return 'start' as const
    }
    act({ label: 'client.resetSignUp()', run, trigger: start.form })
  }
  const choose = (id: string | undefined) => {
    choosing = id
    render(app.clientele.snapshots.get())
  }
  const onOther = () => choose(flow.signUp().id)
  const prepare = (strategy: string, trigger: HTMLElement) => {
    const run = () => flow.prepare(strategy).finally(() => choose(undefined))
    act({ label: 'signUp.prepareVerification()', run, trigger })
  }
  const pendingStrategy = (): string => {
    const { next } = flow.signUp()
    return (next.kind === 'verify' && next.pending?.strategy) || ''
  }
  const onResend = (trigger: HTMLElement) => prepare(pendingStrategy(), trigger)

  const start = createStartStep({
    onSubmit: (filled, trigger, fields) =>
      act({ label: 'signUp.create()', run: () => flow.begin(filled), trigger, fields }),
    onProvider: (strategy, trigger) =>
      act({ label: 'signUp.authenticateWithRedirect()', run: () => flow.leave(strategy), trigger }),
  })
  const fields = createFieldsStep({
    onSubmit: (filled, trigger, inputs) =>
      act({ label: 'signUp.update()', run: () => flow.update(filled), trigger, fields: inputs }),
    onStartOver,
  })
  const ways = createChooseStep({ onChoose: ({ strategy }, trigger) => prepare(strategy, trigger), onStartOver })
  const code = createCodeStep({
    id: 'sign-up',
    submitText: 'Verify',
    onSubmit: (proof, trigger, field) => {
      const run = () => flow.attempt(pendingStrategy(), proof)
      act({ label: 'signUp.attemptVerification()', run, trigger, fields: [field] })
    },
    onResend,
    onOther,
    onStartOver,
  })
  const link = createLinkStep({
    onCheck: trigger => act({ label: 'signUp.reload()', run: flow.reload, trigger }),
    onResend,
    onOther,
    onStartOver,
  })
  const message = createMessageStep({
    onGoOn: trigger => act({ label: 'signIn.create({ transfer: true })', run: flow.transfer, trigger }),
    onStartOver,
  })
  const watch = createLinkWatch(app, 'signUp', flow.settle)

  const pick = (signUp: SignUp): Step => {
    const { next } = signUp
    switch (next.kind) {
      case 'fields':
        fields.render(next.fields)
        return fields
      case 'verify': {
        const { pending, strategies } = next
        if (pending && choosing !== signUp.id) {
          const step = pending.strategy === 'email_link' ? link : code
          step.render(addressOf(signUp), pending.cooldownUntil)
          return step
        }
        ways.render(
          `How would you like to prove ${addressOf(signUp)}?`,
          strategies.map(strategy => ({ strategy })),
        )
        return ways
      }
      case 'transfer':
        message.render('That account exists already.', 'Sign in with it')
        return message
      case 'unsupported':
        message.render(`This page does not know how to go on: the server says “${next.status}”.`)
        return message
      default:
        return start
    }
  }

  const fieldset = element('fieldset', { class: 'plain' }, start.form)
  const { node } = createSection('sign-up', 'Sign up', fieldset)
  const render = ({ client }: Snapshot) => {
    fieldset.disabled = client === undefined
    if (!client) return
    const current = pick(client.signUp)
    watch.render(client.signUp)
    if (current !== code) code.clear()
    if (current !== start && start.form.parentElement) start.clear()
    showStep(fieldset, current.form)
  }
  return { node, render }
}
