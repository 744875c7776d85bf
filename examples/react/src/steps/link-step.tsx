import type { SentStep } from '@clientele/example-shared'
import { Button } from '../parts/button.tsx'
import { Form } from '../parts/form.tsx'
import type { Leads } from './leads.ts'
import { ResendButton } from './resend-button.tsx'

interface LinkStepProps extends Leads {
  readonly step: SentStep
  readonly onCheck: () => void
  readonly onResend: () => void
}

/** What to do while a link waits to be opened. */
export const LinkStep = ({ step, onCheck, onResend, onOther, onStartOver }: LinkStepProps) => (
  <Form>
    <p>
      We sent a link to <b>{step.address}</b>.
    </p>
    <p className="hint">Open it on any device. This page goes on by itself.</p>
    <div className="actions">
      <Button kind="primary" onPress={onCheck}>
        I opened it
      </Button>
      <ResendButton cooldownUntil={step.cooldownUntil} onResend={onResend} />
      <Button onPress={onOther}>Another way</Button>
      <Button kind="quiet" onPress={onStartOver}>
        Start over
      </Button>
    </div>
  </Form>
)
