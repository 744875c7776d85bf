import type {
  FirstFactor,
  OAuthStrategy,
  RedirectStrategy,
  SecondFactor,
  SignIn,
  SignInNext,
  SignUpNext,
} from '@clientele/core'
import { passkeys } from '@clientele/core/passkeys'
import type { Action } from './action.ts'
import { activateSession } from './activate-session.ts'
import { keyOfFactor, type SignInMethod } from './attempt-step.ts'
import { isFirstCode, isProvider, isSecondCode } from './factors.ts'
import { needClient } from './need-client.ts'
import type { Page } from './page.ts'
import { linkReturnUrl, providerReturnUrl } from './return-urls.ts'

/** What a sign-in begins with. */
export interface Beginning {
  readonly identifier: string
  /** `reset` is for who forgot the password; `other` lets the server say which methods there are. */
  readonly method: 'password' | 'email_code' | 'reset' | 'other'
  readonly password: string
}

/** What the forms of a sign-in ask for. Each action resolves to what the sign-in needs next. */
export interface SignInFlow {
  readonly begin: (beginning: Beginning) => Action
  /** Has what the factor needs sent, asks the device for it, or leaves for the provider's page. */
  readonly prepare: (method: SignInMethod) => Action
  /** Sends again what is waited for. */
  readonly resend: () => Action
  /** Leaves for the provider's page. */
  readonly leave: (strategy: OAuthStrategy) => Action
  /** @param proof the code, or the password */
  readonly attempt: (strategy: string, proof: string) => Action
  readonly resetPassword: (password: string, signOutOfOtherSessions: boolean) => Action
  readonly byPasskey: () => Action
  /** Looks whether the link was opened. */
  readonly check: () => Action
  /** The account does not exist: goes on as a sign-up. */
  readonly transfer: () => Action
  readonly startOver: () => Action
  /** Enters, when nothing is left to do. */
  readonly settle: () => Promise<(SignInNext | SignUpNext)['kind']>
}

const isSecond = ({ next }: SignIn): boolean =>
  next.kind === 'second_factor' || next.kind === 'client_trust'

/** The orders of a sign-in that every example follows; what they show meanwhile is their own. */
export const createSignInFlow = ({
  store,
  welcome,
}: Pick<Page, 'store' | 'welcome'>): SignInFlow => {
  const signIn = () => needClient(store).signIn
  const settle = () => activateSession(store, signIn().next, welcome)

  const leaveBy = async (strategy: RedirectStrategy, enterpriseConnectionId?: string) => {
    const { identifier } = signIn()
    await signIn().authenticateWithRedirect({
      strategy,
      redirectUrl: providerReturnUrl(),
      redirectUrlComplete: providerReturnUrl(),
      // A company's provider is found by the address; another asks for the account itself.
      ...(strategy === 'enterprise_sso' && identifier !== null && { identifier }),
      enterpriseConnectionId,
    })
    return signIn().next.kind
  }
  const usePasskey = async () => {
    await store.use(passkeys()).authenticate()
    return settle()
  }
  const sendFirst = async (factor: FirstFactor) => {
    if (factor.strategy === 'password') return signIn().next.kind
    if (factor.strategy === 'passkey') return usePasskey()
    if (isProvider(factor))
      return leaveBy(
        factor.strategy,
        'enterpriseConnectionId' in factor ? factor.enterpriseConnectionId : undefined,
      )
    await (factor.strategy === 'email_link'
      ? signIn().prepareFirstFactor({ ...factor, redirectUrl: linkReturnUrl() })
      : signIn().prepareFirstFactor(factor))
    return settle()
  }
  const sendSecond = async (factor: SecondFactor) => {
    if (factor.strategy === 'email_link')
      await signIn().prepareSecondFactor({ ...factor, redirectUrl: linkReturnUrl() })
    else if (factor.strategy !== 'totp' && factor.strategy !== 'backup_code')
      await signIn().prepareSecondFactor(factor)
    return settle()
  }
  /** Has sent what the first method that fits needs. */
  const send = async (fits: (method: SignInMethod) => boolean) => {
    const { next } = signIn()
    if (next.kind === 'first_factor') {
      const factor = next.factors.find(fits)
      return factor ? sendFirst(factor) : next.kind
    }
    const factor = 'factors' in next ? next.factors.find(fits) : undefined
    return factor ? sendSecond(factor) : next.kind
  }
  const sendBy = (strategy: string) => send(method => method.strategy === strategy)
  const prepare = (run: () => Promise<string>): Action => ({
    label: `signIn.${isSecond(signIn()) ? 'prepareSecondFactor' : 'prepareFirstFactor'}()`,
    run,
  })
  const prove = (strategy: string, proof: string) => {
    if (isSecond(signIn()) && isSecondCode(strategy))
      return signIn().attemptSecondFactor({ strategy, code: proof })
    if (strategy === 'password') return signIn().attemptFirstFactor({ strategy, password: proof })
    if (isFirstCode(strategy)) return signIn().attemptFirstFactor({ strategy, code: proof })
    throw new Error(`This page does not know how to prove ${strategy}`)
  }

  return {
    settle,
    prepare: method => prepare(() => send(each => keyOfFactor(each) === keyOfFactor(method))),
    begin: ({ identifier, method, password }) => ({
      label: 'signIn.create()',
      run: async () => {
        await signIn().create(
          method === 'password' ? { strategy: method, identifier, password } : { identifier },
        )
        if (method === 'email_code') return sendBy('email_code')
        return method === 'reset' ? sendBy('reset_password_email_code') : settle()
      },
    }),
    resend: () => {
      const { next } = signIn()
      const strategy = 'pending' in next ? next.pending?.strategy : undefined
      return strategy === undefined
        ? { label: 'signIn.reload()', run: settle }
        : prepare(() => sendBy(strategy))
    },
    leave: strategy => ({
      label: 'signIn.authenticateWithRedirect()',
      run: () => leaveBy(strategy),
    }),
    byPasskey: () => ({ label: 'passkeys().authenticate()', run: usePasskey }),
    attempt: (strategy, proof) => ({
      label: `signIn.${isSecond(signIn()) ? 'attemptSecondFactor' : 'attemptFirstFactor'}()`,
      run: async () => {
        await prove(strategy, proof)
        return settle()
      },
    }),
    resetPassword: (password, signOutOfOtherSessions) => ({
      label: 'signIn.resetPassword()',
      run: async () => {
        await signIn().resetPassword({ password, signOutOfOtherSessions })
        return settle()
      },
    }),
    check: () => ({
      label: 'signIn.reload()',
      run: async () => {
        await signIn().reload()
        return settle()
      },
    }),
    transfer: () => ({
      label: 'signUp.create({ transfer: true })',
      run: async () => {
        const { next } = await needClient(store).signUp.create({ transfer: true })
        return activateSession(store, next, welcome)
      },
    }),
    startOver: () => ({
      label: 'client.resetSignIn()',
      run: () => {
        needClient(store).resetSignIn()
        return 'start'
      },
    }),
  }
}
