import type { Way } from '@clientele/example-shared'
import {
  closeWays,
  createSignInFlow,
  isTypedStrategy,
  noChoice,
  openWays,
  signInStep,
  takeWay,
} from '@clientele/example-shared'
import { useSignIn } from '@clientele/react'
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
import { NewPasswordStep } from './new-password-step.tsx'
import { StartStep } from './start-step.tsx'
import { TypedStep } from './typed-step.tsx'

interface SignInPanelProps {
  readonly identifier: string
  readonly onIdentifier: (identifier: string) => void
}

/**
 * Sign-in by every way that the server offers; which form is shown follows from the sign-in, also
 * after a reload.
 */
export const SignInPanel = ({ identifier, onIdentifier }: SignInPanelProps) => {
  const page = usePage()
  const { signIn, errors } = useSignIn()
  const flow = useMemo(() => createSignInFlow(page), [page])
  const { isBusy, act } = useTask()
  const [choice, choose] = useState(noChoice)
  useLinkWatch('signIn', signIn, flow.settle)

  const step = signInStep(signIn, choice)
  const place = useStepFocus(signIn && step.form)
  const take = async (factor: Way) => {
    if (!signIn) return
    if (isTypedStrategy(factor.strategy)) return choose(takeWay(signIn, factor.strategy))
    await act(flow.prepare(factor))
    choose(closeWays(page.store.client?.signIn ?? signIn))
  }
  const leads = {
    errors,
    onStartOver: () => void act(flow.startOver()),
    onOther: () => signIn && choose(openWays(signIn)),
    onResend: () => void act(flow.resend()),
  }

  const form = () => {
    switch (step.form) {
      case 'start':
        return (
          <StartStep
            // What was typed goes once there is a sign-in of it.
            key={signIn?.id}
            errors={errors}
            identifier={identifier}
            onIdentifier={onIdentifier}
            onSubmit={beginning => act(flow.begin(beginning), ['identifier', 'password'])}
            onProvider={strategy => act(flow.leave(strategy))}
            onPasskey={() => act(flow.byPasskey())}
          />
        )
      case 'typed':
        return (
          <TypedStep
            {...leads}
            step={step}
            onSubmit={(proof, param) => act(flow.attempt(step.strategy, proof), [param])}
          />
        )
      case 'code':
        return (
          <CodeStep
            {...leads}
            id="sign-in"
            step={step}
            submitText="Sign in"
            onSubmit={code => act(flow.attempt(step.strategy, code), ['code'])}
          />
        )
      case 'new_password':
        return (
          <NewPasswordStep
            {...leads}
            identifier={step.identifier}
            onSubmit={(password, signOutOthers) =>
              act(flow.resetPassword(password, signOutOthers), ['password'])
            }
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
    <Panel id="sign-in" title="Sign in">
      <fieldset className="plain" aria-busy={isBusy || undefined} disabled={!signIn} ref={place}>
        {form()}
      </fieldset>
    </Panel>
  )
}
