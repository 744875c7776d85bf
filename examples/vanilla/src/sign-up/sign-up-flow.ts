import type { Next, SignUp } from '@clientele/core'
import type { App } from '../app.ts'
import { needClient } from '../panels/need-client.ts'
import { fromLink, fromProvider } from '../return-urls.ts'

type Kind = Next['kind']

/** Values by the API's names of fields. */
export type Filled = Readonly<Record<string, string | boolean>>

/** What the forms of a sign-up ask for. Each resolves to what the sign-up needs next. */
export interface SignUpFlow {
  readonly signUp: () => SignUp
  readonly begin: (filled: Filled) => Promise<Kind>
  /** Adds what was missing. */
  readonly update: (filled: Filled) => Promise<Kind>
  readonly prepare: (strategy: string) => Promise<Kind>
  readonly attempt: (strategy: string, code: string) => Promise<Kind>
  /** Leaves for the provider's page. */
  readonly leave: (strategy: string) => Promise<Kind>
  readonly reload: () => Promise<Kind>
  /** The account exists: goes on as a sign-in. */
  readonly transfer: () => Promise<Kind>
  /** Enters, when nothing is left to do; sends the code, when one is to be typed. */
  readonly settle: () => Promise<Kind>
}

const toParams = ({ email_address, phone_number, first_name, last_name, legal_accepted, ...rest }: Filled) => ({
  ...rest,
  ...(email_address && { emailAddress: String(email_address) }),
  ...(phone_number && { phoneNumber: String(phone_number) }),
  ...(first_name && { firstName: String(first_name) }),
  ...(last_name && { lastName: String(last_name) }),
  ...(legal_accepted !== undefined && { legalAccepted: legal_accepted === true }),
})

export const createSignUpFlow = ({ clientele }: App, onSignedUp: (address: string) => Promise<void>): SignUpFlow => {
  const signUp = () => needClient(clientele).signUp

  const prepare = async (strategy: string) => {
    await signUp().prepareVerification({ strategy, ...(strategy === 'email_link' && { redirectUrl: fromLink() }) })
    return signUp().next.kind
  }
  const settle = async () => {
    const { next, emailAddress } = signUp()
    if (next.kind === 'complete' && next.sessionId) {
      await clientele.setActive({ session: next.sessionId })
      await onSignedUp(emailAddress ?? '')
    }
    const code = next.kind === 'verify' && !next.pending && next.strategies.find(strategy => strategy.endsWith('_code'))
    return code ? prepare(code) : next.kind
  }

  return {
    signUp,
    settle,
    prepare,
    begin: async filled => {
      await signUp().create(toParams(filled))
      return settle()
    },
    update: async filled => {
      await signUp().update(toParams(filled))
      return settle()
    },
    attempt: async (strategy, code) => {
      await signUp().attemptVerification({ strategy, code })
      return settle()
    },
    leave: async strategy => {
      const urls = { redirectUrl: fromProvider(), redirectUrlComplete: fromProvider() }
      await signUp().authenticateWithRedirect({ strategy, ...urls })
      return signUp().next.kind
    },
    reload: async () => {
      await signUp().reload()
      return settle()
    },
    transfer: async () => {
      const { next } = await needClient(clientele).signIn.create({ transfer: true })
      if (next.kind === 'complete' && next.sessionId) {
        await clientele.setActive({ session: next.sessionId })
        await onSignedUp('')
      }
      return next.kind
    },
  }
}
