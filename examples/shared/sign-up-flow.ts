import type { Next } from '@clientele/core'
import { type SignUpActions, signUpForm } from '@clientele/core/attempt-form'
import type { Deed } from './deed.ts'
import { enter } from './enter.ts'
import { needClient } from './need-client.ts'
import type { Page } from './page.ts'
import { linkReturnUrl, providerReturnUrl } from './return-urls.ts'

/** Values by the API's names of fields. */
export type Filled = Readonly<Record<string, string | boolean>>

/** What the forms of a sign-up ask for. Each deed resolves to what the sign-up needs next. */
export interface SignUpFlow {
  readonly begin: (filled: Filled) => Deed
  /** Adds what was missing. */
  readonly update: (filled: Filled) => Deed
  readonly prepare: (strategy: string) => Deed
  /** Sends again what is waited for. */
  readonly resend: () => Deed
  readonly attempt: (code: string) => Deed
  /** Leaves for the provider's page. */
  readonly leave: (strategy: string) => Deed
  /** Looks whether the link was opened. */
  readonly check: () => Deed
  /** The account exists: goes on as a sign-in. */
  readonly transfer: () => Deed
  readonly startOver: () => Deed
  /** Enters, when nothing is left to do; sends the code, when one is to be typed. */
  readonly settle: () => Promise<Next['kind']>
}

const toParams = ({
  email_address,
  phone_number,
  first_name,
  last_name,
  legal_accepted,
  ...rest
}: Filled) => ({
  ...rest,
  ...(email_address && { emailAddress: String(email_address) }),
  ...(phone_number && { phoneNumber: String(phone_number) }),
  ...(first_name && { firstName: String(first_name) }),
  ...(last_name && { lastName: String(last_name) }),
  ...(legal_accepted !== undefined && { legalAccepted: legal_accepted === true }),
})

/**
 * The orders of a sign-up that every example follows; what they show meanwhile is their own.
 *
 * @param onSignedUp is told the new address, empty when there is none
 */
export const createSignUpFlow = (
  { clientele, welcome }: Pick<Page, 'clientele' | 'welcome'>,
  onSignedUp: (address: string) => void,
): SignUpFlow => {
  const actions: SignUpActions = signUpForm(clientele).get()
  const signUp = () => needClient(clientele).signUp
  const pending = (): string => {
    const { next } = signUp()
    return (next.kind === 'verify' && next.pending?.strategy) || ''
  }
  const send = async (strategy: string) => {
    await actions.prepareVerification({
      strategy,
      ...(strategy === 'email_link' && { redirectUrl: linkReturnUrl() }),
    })
    return signUp().next.kind
  }
  const prepare = (strategy: string): Deed => ({
    label: 'signUp.prepareVerification()',
    run: () => send(strategy),
  })
  const settle = async () => {
    const { next, emailAddress } = signUp()
    const code =
      next.kind === 'verify' &&
      !next.pending &&
      next.strategies.find(strategy => strategy.endsWith('_code'))
    if (code) return send(code)
    return enter(clientele, next, () => {
      onSignedUp(emailAddress ?? '')
      welcome()
    })
  }

  return {
    settle,
    prepare,
    resend: () => prepare(pending()),
    begin: filled => ({
      label: 'signUp.create()',
      run: async () => {
        await actions.create(toParams(filled))
        return settle()
      },
    }),
    update: filled => ({
      label: 'signUp.update()',
      run: async () => {
        await actions.update(toParams(filled))
        return settle()
      },
    }),
    attempt: code => ({
      label: 'signUp.attemptVerification()',
      run: async () => {
        await actions.attemptVerification({ strategy: pending(), code })
        return settle()
      },
    }),
    leave: strategy => ({
      label: 'signUp.authenticateWithRedirect()',
      run: async () => {
        const redirectUrl = providerReturnUrl()
        await actions.authenticateWithRedirect({
          strategy,
          redirectUrl,
          redirectUrlComplete: redirectUrl,
        })
        return signUp().next.kind
      },
    }),
    check: () => ({
      label: 'signUp.reload()',
      run: async () => {
        await actions.reload()
        return settle()
      },
    }),
    transfer: () => ({
      label: 'signIn.create({ transfer: true })',
      run: async () => {
        const { next } = await needClient(clientele).signIn.create({ transfer: true })
        return enter(clientele, next, welcome)
      },
    }),
    startOver: () => ({
      label: 'client.resetSignUp()',
      run: () => {
        actions.reset()
        return 'start'
      },
    }),
  }
}
