import type { Step } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'
import { createKeyedList } from '../dom/keyed-list.ts'
import { type ChooseStep as Choose, keyOfFactor, type SignInMethod } from '../model/attempt-step.ts'
import { nameOfFactor } from '../model/factors.ts'

export interface ChooseStepOptions {
  readonly onChoose: (factor: SignInMethod, button: HTMLButtonElement) => void
  readonly onStartOver: () => void
}

/** The methods there are, as buttons. */
export interface ChooseStep {
  readonly render: (step: Choose) => Step
}

export const createChooseStep = ({ onChoose, onStartOver }: ChooseStepOptions): ChooseStep => {
  const title = element('p', { class: 'hint' })
  const list = element('ul', { class: 'choices-list' })
  const form = element(
    'form',
    { class: 'form' },
    title,
    list,
    element(
      'div',
      { class: 'actions' },
      createButton('Start over', onStartOver, { kind: 'quiet' }),
    ),
  )
  form.addEventListener('submit', event => event.preventDefault())
  const rows = createKeyedList<SignInMethod>(list, keyOfFactor, first => {
    let factor = first
    const button = createButton(nameOfFactor(first), pressed => onChoose(factor, pressed))
    const update = (next: SignInMethod) => {
      factor = next
      fill(button, nameOfFactor(next))
    }
    return { node: element('li', {}, button), update }
  })
  const step: Step = { form }
  return {
    render: ({ title: text, factors }) => {
      fill(title, text)
      rows.render(factors)
      return step
    },
  }
}
