import { isPasskeySupported } from '@clientele/core/passkeys'
import { Show, useSignIn } from '@clientele/react'
import { useEffect, useState } from 'react'
import { OtherForm } from './other-form.tsx'
import { authenticate, backFrom, createPasskey, links } from './store.ts'

const toText = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Ways in that the form has no field for: providers, links, passkeys. */
const SignInWays = ({ run }: { run: (action: Promise<unknown>) => void }) => {
  const signIn = useSignIn()
  const { next } = signIn
  const { factors = [], pending = null } = next?.kind === 'first_factor' ? next : {}
  const link = factors.find(factor => factor.strategy === 'email_link')
  const isSent = pending?.strategy === 'email_link'
  useEffect(() => {
    if (!isSent) return
    const waiting = new AbortController()
    // Once it was opened the form goes on; what was wrong with it is among the errors there.
    links.wait({ kind: 'signIn', signal: waiting.signal }).catch(() => {})
    return () => waiting.abort()
  }, [isSent])

  const leave = (strategy: 'oauth_google' | 'oauth_github' | 'enterprise_sso') =>
    signIn.authenticateWithRedirect({
      strategy,
      redirectUrl: backFrom('provider'),
      redirectUrlComplete: backFrom('provider'),
      // A company's provider is found by the address; another one asks for the account itself.
      ...(strategy === 'enterprise_sso' && { identifier: signIn.signIn?.identifier ?? '' }),
    })
  const send = () => link && signIn.prepareFirstFactor({ ...link, redirectUrl: backFrom('link') })
  const isStart = next?.kind === 'start'
  const isCompany = factors.some(({ strategy }) => strategy === 'enterprise_sso')
  const canUsePasskey =
    isPasskeySupported() && (isStart || factors.some(({ strategy }) => strategy === 'passkey'))
  const ways: readonly (readonly [isOffered: boolean, text: string, run: () => unknown])[] = [
    [isStart, 'Google', () => leave('oauth_google')],
    [isStart, 'GitHub', () => leave('oauth_github')],
    [isCompany, 'Company sign-in', () => leave('enterprise_sso')],
    [link !== undefined && !isSent, 'Link by email', send],
    [canUsePasskey, 'Passkey', () => run(authenticate())],
  ]
  return (
    <>
      {isSent && <p>Open the link that was sent: this page goes on by itself.</p>}
      {ways.map(
        ([isOffered, text, go]) =>
          isOffered && (
            <button key={text} type="button" className="button" onClick={go}>
              {text}
            </button>
          ),
      )}
    </>
  )
}

/** @param cameBack resolves to what is to be said about a link or a provider */
export const OtherWays = ({ cameBack }: { cameBack: Promise<string> }) => {
  const [said, say] = useState('')
  const run = (action: Promise<unknown>) => {
    say('')
    action.catch(error => say(toText(error)))
  }
  useEffect(() => void cameBack.catch(toText).then(say), [cameBack])
  const addPasskey = () => run(createPasskey().then(() => say('The passkey was added.')))
  return (
    <section className="card other-ways" aria-label="Other ways">
      <p role="status">{said}</p>
      <div className="actions">
        <OtherForm />
        <Show when="signed-out">
          <SignInWays run={run} />
        </Show>
        <Show when="signed-in">
          {isPasskeySupported() && (
            <button type="button" className="button" onClick={addPasskey}>
              Add a passkey
            </button>
          )}
        </Show>
      </div>
    </section>
  )
}
