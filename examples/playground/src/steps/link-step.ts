import type { Step } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'
import type { SentStep } from '../model/attempt-step.ts'
import { createResendButton } from './resend-button.ts'

export interface LinkStepOptions {
  readonly onCheck: (button: HTMLButtonElement) => void
  readonly onResend: (button: HTMLButtonElement) => void
  readonly onOther: () => void
  readonly onStartOver: () => void
}

/** What to do while a link waits to be opened. */
export interface LinkStep {
  readonly render: (step: SentStep) => Step
}

export const createLinkStep = ({
  onCheck,
  onResend,
  onOther,
  onStartOver,
}: LinkStepOptions): LinkStep => {
  const sent = element('p', {})
  const resend = createResendButton(onResend)
  const form = element(
    'form',
    { class: 'form' },
    sent,
    element('p', { class: 'hint' }, 'Open it on any device. This page goes on by itself.'),
    element(
      'div',
      { class: 'actions' },
      createButton('I opened it', onCheck, { kind: 'primary' }),
      resend.button,
      createButton('Another method', onOther),
      createButton('Start over', onStartOver, { kind: 'quiet' }),
    ),
  )
  form.addEventListener('submit', event => event.preventDefault())
  const step: Step = { form }
  return {
    render: ({ address, cooldownUntil }) => {
      fill(sent, 'We sent a link to ', element('b', {}, address), '.')
      resend.render(cooldownUntil)
      return step
    },
  }
}
