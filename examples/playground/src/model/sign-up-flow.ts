import type { OAuthStrategy, SignInNext, SignUpNext } from '@clientele/core'
import type { Action } from './action.ts'
import { activateSession } from './activate-session.ts'
import { isCode } from './factors.ts'
import { needClient } from './need-client.ts'
import type { Page } from './page.ts'
import { linkReturnUrl, providerReturnUrl } from './return-urls.ts'

/** Values by the names of fields. */
export type Filled = Readonly<Record<string, string | boolean>>

/** What the forms of a sign-up ask for. Each action resolves to what the sign-up needs next. */
export interface SignUpFlow {
  readonly begin: (filled: Filled) => Action
  /** Adds what was missing. */
  readonly update: (filled: Filled) => Action
  readonly prepare: (strategy: string) => Action
  /** Sends again what is waited for. */
  readonly resend: () => Action
  readonly attempt: (code: string) => Action
  /** Leaves for the provider's page. */
  readonly leave: (strategy: OAuthStrategy) => Action
  /** Looks whether the link was opened. */
  readonly check: () => Action
  /** The account exists: goes on as a sign-in. */
  readonly transfer: () => Action
  readonly startOver: () => Action
  /** Enters, when nothing is left to do; sends the code, when one is to be typed. */
  readonly settle: () => Promise<(SignInNext | SignUpNext)['kind']>
}

/** What was left empty is not sent. */
const toParams = (filled: Filled): Filled =>
  Object.fromEntries(Object.entries(filled).filter(([, value]) => value !== ''))

/**
 * The orders of a sign-up that every example follows; what they show meanwhile is their own.
 *
 * @param onSignedUp is told the new address, empty when there is none
 */
export const createSignUpFlow = (
  { store, welcome }: Pick<Page, 'store' | 'welcome'>,
  onSignedUp: (address: string) => void,
): SignUpFlow => {
  const signUp = () => needClient(store).signUp
  const pending = (): string => {
    const { next } = signUp()
    return (next.kind === 'verify' && next.pending?.strategy) || ''
  }
  const send = async (strategy: string) => {
    if (strategy === 'email_link')
      await signUp().prepareVerification({ strategy, redirectUrl: linkReturnUrl() })
    else if (isCode(strategy)) await signUp().prepareVerification({ strategy })
    return signUp().next.kind
  }
  const prepare = (strategy: string): Action => ({
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
    return activateSession(store, next, () => {
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
        await signUp().create(toParams(filled))
        return settle()
      },
    }),
    update: filled => ({
      label: 'signUp.update()',
      run: async () => {
        await signUp().update(toParams(filled))
        return settle()
      },
    }),
    attempt: code => ({
      label: 'signUp.attemptVerification()',
      run: async () => {
        const strategy = pending()
        if (isCode(strategy)) await signUp().attemptVerification({ strategy, code })
        return settle()
      },
    }),
    leave: strategy => ({
      label: 'signUp.authenticateWithRedirect()',
      run: async () => {
        const redirectUrl = providerReturnUrl()
        await signUp().authenticateWithRedirect({
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
        await signUp().reload()
        return settle()
      },
    }),
    transfer: () => ({
      label: 'signIn.create({ transfer: true })',
      run: async () => {
        const { next } = await needClient(store).signIn.create({ transfer: true })
        return activateSession(store, next, welcome)
      },
    }),
    startOver: () => ({
      label: 'client.resetSignUp()',
      run: () => {
        needClient(store).resetSignUp()
        return 'start'
      },
    }),
  }
}
