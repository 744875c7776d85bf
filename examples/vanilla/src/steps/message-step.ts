import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'
import type { Step } from './step.ts'

export interface MessageStepOptions {
  readonly onGoOn: (button: HTMLButtonElement) => void
  readonly onStartOver: () => void
}

/** Something to read, and a way on where there is one. */
export interface MessageStep extends Step {
  /** @param goOn what the button says; without it one can only start over. */
  readonly render: (text: string, goOn?: string) => void
}

export const createMessageStep = ({ onGoOn, onStartOver }: MessageStepOptions): MessageStep => {
  const message = element('p')
  const button = createButton('', onGoOn, { kind: 'primary' })
  const form = element(
    'form',
    { class: 'form' },
    message,
    element('div', { class: 'actions' }, button, createButton('Start over', onStartOver, { kind: 'quiet' })),
  )
  form.addEventListener('submit', event => event.preventDefault())
  return {
    form,
    render: (text, goOn) => {
      fill(message, text)
      fill(button, goOn ?? '')
      button.hidden = goOn === undefined
    },
  }
}
