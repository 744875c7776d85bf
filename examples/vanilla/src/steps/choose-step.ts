import type { FactorRecord } from '@clientele/core'
import { nameOfFactor } from '@clientele/example-shared'
import { createButton } from '../dom/button.ts'
import { element, fill } from '../dom/element.ts'
import { createKeyedList } from '../dom/keyed-list.ts'
import type { Step } from './step.ts'

export interface ChooseStepOptions {
  readonly onChoose: (factor: FactorRecord, button: HTMLButtonElement) => void
  readonly onStartOver: () => void
}

/** The ways there are, as buttons. */
export interface ChooseStep extends Step {
  readonly render: (title: string, factors: readonly FactorRecord[]) => void
}

const keyOf = ({ strategy, emailAddressId, phoneNumberId, web3WalletId, passkeyId }: FactorRecord): string =>
  [strategy, emailAddressId, phoneNumberId, web3WalletId, passkeyId].join(' ')

export const createChooseStep = ({ onChoose, onStartOver }: ChooseStepOptions): ChooseStep => {
  const title = element('p', { class: 'hint' })
  const list = element('ul', { class: 'ways' })
  const form = element(
    'form',
    { class: 'form' },
    title,
    list,
    element('div', { class: 'actions' }, createButton('Start over', onStartOver, { kind: 'quiet' })),
  )
  form.addEventListener('submit', event => event.preventDefault())
  const rows = createKeyedList<FactorRecord>(list, keyOf, first => {
    let factor = first
    const button = createButton(nameOfFactor(first), pressed => onChoose(factor, pressed))
    const update = (next: FactorRecord) => {
      factor = next
      fill(button, nameOfFactor(next))
    }
    return { node: element('li', {}, button), update }
  })
  return {
    form,
    render: (text, factors) => {
      fill(title, factors.length === 0 ? 'There is no way to go on here: start over.' : text)
      rows.render(factors)
    },
  }
}
