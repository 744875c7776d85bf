import type { SignIn } from '@clientele/core'
import { sendSignInCode, waitsForSignInCode } from '@clientele/example-shared'
import { useClient, useClientele } from '@clientele/react'
import { CodeForm } from '../parts/code-form.tsx'
import { Panel } from '../parts/panel.tsx'
import { SignInDetails } from './sign-in-details.tsx'

/** Sign-in by password or e-mail code; which step is shown follows from the sign-in, also after the page was reloaded. */
export const SignInPanel = () => {
  const clientele = useClientele()
  const signIn = useClient(client => client?.signIn)
  const finish = async ({ createdSessionId, status }: SignIn) => {
    if (!createdSessionId) throw new Error(`This page does not know what to do next: ${status}`)
    await clientele.setActive({ session: createdSessionId })
  }
  return (
    <Panel id="sign-in" title="Sign in">
      <fieldset className="plain" disabled={!signIn}>
        {signIn && waitsForSignInCode(signIn) ? (
          <CodeForm
            id="sign-in-code"
            address={signIn.identifier}
            submitText="Sign in"
            onSubmit={code => signIn.attemptFirstFactor({ strategy: 'email_code', code }).then(finish)}
            onSendAgain={() => sendSignInCode(signIn)}
            onStartOver={() => clientele.client?.resetSignIn()}
          />
        ) : (
          <SignInDetails signIn={signIn} onComplete={finish} />
        )}
      </fieldset>
    </Panel>
  )
}
