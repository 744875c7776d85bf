import type { SignUp } from '@clientele/core'
import { waitsForSignUpCode } from '@clientele/example-shared'
import { useClient, useClientele } from '@clientele/react'
import { CodeForm } from '../parts/code-form.tsx'
import { Panel } from '../parts/panel.tsx'
import { SignUpDetails } from './sign-up-details.tsx'

/** Sign-up by e-mail code, in two steps; which one is shown follows from the sign-up, also after the page was reloaded. */
export const SignUpPanel = () => {
  const clientele = useClientele()
  const signUp = useClient(client => client?.signUp)
  const finish = async ({ createdSessionId, missingFields }: SignUp) => {
    if (!createdSessionId) throw new Error(`Still needed: ${missingFields.join(', ')}`)
    await clientele.setActive({ session: createdSessionId })
  }
  return (
    <Panel id="sign-up" title="Sign up">
      <fieldset className="plain" disabled={!signUp}>
        {signUp && waitsForSignUpCode(signUp) ? (
          <CodeForm
            id="sign-up-code"
            address={signUp.emailAddress}
            submitText="Verify"
            onSubmit={code => signUp.attemptEmailAddressVerification({ code }).then(finish)}
            onSendAgain={() => signUp.prepareEmailAddressVerification()}
            onStartOver={() => clientele.client?.resetSignUp()}
          />
        ) : (
          <SignUpDetails signUp={signUp} />
        )}
      </fieldset>
    </Panel>
  )
}
