import type { Way } from '@clientele/example-shared'
import {
  closeWays,
  createSignUpFlow,
  noChoice,
  openWays,
  signUpStep,
} from '@clientele/example-shared'
import { useSignUp } from '@clientele/react'
import { useMemo, useState } from 'react'
import { useLinkWatch } from '../hooks/use-link-watch.ts'
import { usePage } from '../hooks/use-page.ts'
import { useStepFocus } from '../hooks/use-step-focus.ts'
import { useTask } from '../hooks/use-task.ts'
import { Panel } from '../parts/panel.tsx'
import { ChooseStep } from '../steps/choose-step.tsx'
import { CodeStep } from '../steps/code-step.tsx'
import { LinkStep } from '../steps/link-step.tsx'
import { MessageStep } from '../steps/message-step.tsx'
import { FieldsStep } from './fields-step.tsx'
import { StartStep } from './start-step.tsx'

interface SignUpPanelProps {
  /** Is told the new address, and stays the same. */
  readonly onSignedUp: (address: string) => void
}

/**
 * Sign-up with whatever the instance asks for; which form is shown follows from the sign-up, also
 * after a reload.
 */
export const SignUpPanel = ({ onSignedUp }: SignUpPanelProps) => {
  const page = usePage()
  const { signUp, errors } = useSignUp()
  const flow = useMemo(() => createSignUpFlow(page, onSignedUp), [page, onSignedUp])
  const { isBusy, act } = useTask()
  const [choice, choose] = useState(noChoice)
  useLinkWatch('signUp', signUp, flow.settle)

  const step = signUpStep(signUp, choice)
  const place = useStepFocus(signUp && step.form)
  const take = async ({ strategy }: Way) => {
    await act(flow.prepare(strategy))
    if (page.store.client) choose(closeWays(page.store.client.signUp))
  }
  const leads = {
    errors,
    onStartOver: () => void act(flow.startOver()),
    onOther: () => signUp && choose(openWays(signUp)),
    onResend: () => void act(flow.resend()),
  }

  const form = () => {
    switch (step.form) {
      case 'start':
        return (
          <StartStep
            // What was typed goes once there is a sign-up of it.
            key={signUp?.id}
            errors={errors}
            onSubmit={filled => act(flow.begin(filled), ['emailAddress', 'password'])}
            onProvider={strategy => act(flow.leave(strategy))}
          />
        )
      case 'fields':
        return (
          <FieldsStep
            {...leads}
            fields={step.fields}
            onSubmit={filled => act(flow.update(filled), step.fields)}
          />
        )
      case 'code':
        return (
          <CodeStep
            {...leads}
            // A code to the phone is another one than the code to the address before it.
            key={step.address}
            id="sign-up"
            step={step}
            submitText="Verify"
            onSubmit={code => act(flow.attempt(code), ['code'])}
          />
        )
      case 'link':
        return <LinkStep {...leads} step={step} onCheck={() => act(flow.check())} />
      case 'choose':
        return <ChooseStep {...leads} step={step} onChoose={take} />
      case 'message':
        return <MessageStep {...leads} step={step} onGoOn={() => act(flow.transfer())} />
    }
  }
  return (
    <Panel id="sign-up" title="Sign up">
      <fieldset className="plain" aria-busy={isBusy || undefined} disabled={!signUp} ref={place}>
        {form()}
      </fieldset>
    </Panel>
  )
}
