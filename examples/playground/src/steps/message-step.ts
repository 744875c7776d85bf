import type { Step } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'
import type { MessageStep as Message } from '../model/attempt-step.ts'

export interface MessageStepOptions {
  readonly onGoOn: (button: HTMLButtonElement) => void
  readonly onStartOver: () => void
}

/** Something to read, and a button to go on where there is one. */
export interface MessageStep {
  readonly render: (step: Message) => Step
}

export const createMessageStep = ({ onGoOn, onStartOver }: MessageStepOptions): MessageStep => {
  const message = element('p')
  const button = createButton('', onGoOn, { kind: 'primary' })
  const form = element(
    'form',
    { class: 'form' },
    message,
    element(
      'div',
      { class: 'actions' },
      button,
      createButton('Start over', onStartOver, { kind: 'quiet' }),
    ),
  )
  form.addEventListener('submit', event => event.preventDefault())
  const step: Step = { form }
  return {
    render: ({ text, goOn }) => {
      fill(message, text)
      fill(button, goOn ?? '')
      button.hidden = goOn === null
      return step
    },
  }
}
