import type { Way } from '@clientele/example-shared'
import { type ChooseStep as Choose, keyOfFactor, nameOfFactor } from '@clientele/example-shared'
import type { Step } from '../app.ts'
import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'
import { createKeyedList } from '../dom/keyed-list.ts'

export interface ChooseStepOptions {
  readonly onChoose: (factor: Way, button: HTMLButtonElement) => void
  readonly onStartOver: () => void
}

/** The ways there are, as buttons. */
export interface ChooseStep {
  readonly render: (step: Choose) => Step
}

export const createChooseStep = ({ onChoose, onStartOver }: ChooseStepOptions): ChooseStep => {
  const title = element('p', { class: 'hint' })
  const list = element('ul', { class: 'ways' })
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
  const rows = createKeyedList<Way>(list, keyOfFactor, first => {
    let factor = first
    const button = createButton(nameOfFactor(first), pressed => onChoose(factor, pressed))
    const update = (next: Way) => {
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
