import { waitsForCode } from '@clientele/example-shared'
import { useClient } from '@clientele/react'
import { Panel } from '../parts/panel.tsx'
import { SignUpCode } from './sign-up-code.tsx'
import { SignUpDetails } from './sign-up-details.tsx'

/** Sign-up by e-mail code, in two steps; which one is shown follows from the sign-up, also after the page was reloaded. */
export const SignUpPanel = () => {
  const signUp = useClient(client => client?.signUp)
  return (
    <Panel id="sign-up" title="Sign up">
      <fieldset className="plain" disabled={!signUp}>
        {signUp && waitsForCode(signUp) ? <SignUpCode signUp={signUp} /> : <SignUpDetails signUp={signUp} />}
      </fieldset>
    </Panel>
  )
}
