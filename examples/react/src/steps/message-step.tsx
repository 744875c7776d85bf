import type { MessageStep as Message } from '@clientele/example-shared'
import { Button } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import type { Leads } from './leads.ts'

interface MessageStepProps extends Leads {
  readonly step: Message
  readonly onGoOn: () => void
}

/** Something to read, and a way on where there is one. */
export const MessageStep = ({ step, onGoOn, onStartOver }: MessageStepProps) => (
  <Form>
    <p>{step.text}</p>
    <div className="actions">
      {step.goOn && (
        <Button kind="primary" onPress={onGoOn}>
          {step.goOn}
        </Button>
      )}
      <Button kind="quiet" onPress={onStartOver}>
        Start over
      </Button>
    </div>
  </Form>
)
