import type { Way } from '@clientele/example-shared'
import { type ChooseStep as Choose, keyOfFactor, nameOfFactor } from '@clientele/example-shared'
import { Button } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import type { Leads } from './leads.ts'

interface ChooseStepProps extends Leads {
  readonly step: Choose
  readonly onChoose: (factor: Way) => void
}

/** The ways there are, as buttons. */
export const ChooseStep = ({ step, onChoose, onStartOver }: ChooseStepProps) => (
  <Form>
    <p className="hint">{step.title}</p>
    <ul className="ways">
      {step.factors.map(factor => (
        <li key={keyOfFactor(factor)}>
          <Button onPress={() => onChoose(factor)}>{nameOfFactor(factor)}</Button>
        </li>
      ))}
    </ul>
    <div className="actions">
      <Button kind="quiet" onPress={onStartOver}>
        Start over
      </Button>
    </div>
  </Form>
)
