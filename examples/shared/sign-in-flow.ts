import type { FactorRecord, Next, SignIn } from '@clientele/core'
import { type SignInActions, signInForm } from '@clientele/core/attempt-form'
import { passkeys } from '@clientele/core/passkeys'
import type { Deed } from './deed.ts'
import { enter } from './enter.ts'
import { isProvider } from './factors.ts'
import { needClient } from './need-client.ts'
import type { Page } from './page.ts'
import { linkReturnUrl, providerReturnUrl } from './return-urls.ts'

/** What a sign-in begins with. */
export interface Beginning {
  readonly identifier: string
  /** `reset` is for who forgot the password; `other` lets the server say which ways there are. */
  readonly method: 'password' | 'email_code' | 'reset' | 'other'
  readonly password: string
}

/** What the forms of a sign-in ask for. Each deed resolves to what the sign-in needs next. */
export interface SignInFlow {
  readonly begin: (beginning: Beginning) => Deed
  /** Has what the factor needs sent, asks the device for it, or leaves for the provider's page. */
  readonly prepare: (factor: FactorRecord) => Deed
  /** Sends again what is waited for. */
  readonly resend: () => Deed
  /** Leaves for the provider's page. */
  readonly leave: (strategy: string) => Deed
  /** @param proof the code, or the password */
  readonly attempt: (strategy: string, proof: string) => Deed
  readonly resetPassword: (password: string, signOutOfOtherSessions: boolean) => Deed
  readonly byPasskey: () => Deed
  /** Looks whether the link was opened. */
  readonly check: () => Deed
  /** The account does not exist: goes on as a sign-up. */
  readonly transfer: () => Deed
  readonly startOver: () => Deed
  /** Enters, when nothing is left to do. */
  readonly settle: () => Promise<Next['kind']>
}

const isSecond = ({ next }: SignIn): boolean =>
  next.kind === 'second_factor' || next.kind === 'client_trust'

/** The orders of a sign-in that every example follows; what they show meanwhile is their own. */
export const createSignInFlow = ({
  clientele,
  welcome,
}: Pick<Page, 'clientele' | 'welcome'>): SignInFlow => {
  const actions: SignInActions = signInForm(clientele).get()
  const signIn = () => needClient(clientele).signIn
  const settle = () => enter(clientele, signIn().next, welcome)

  const leaveBy = async ({ strategy, enterpriseConnectionId }: FactorRecord) => {
    const { identifier } = signIn()
    await actions.authenticateWithRedirect({
      strategy,
      redirectUrl: providerReturnUrl(),
      redirectUrlComplete: providerReturnUrl(),
      // A company's provider is found by the address; another asks for the account itself.
      ...(strategy === 'enterprise_sso' && identifier !== null && { identifier }),
      ...(enterpriseConnectionId !== undefined && { enterpriseConnectionId }),
    })
    return signIn().next.kind
  }
  const usePasskey = async () => {
    await clientele.use(passkeys()).authenticate()
    return settle()
  }
  const send = async (factor: FactorRecord) => {
    if (factor.strategy === 'passkey') return usePasskey()
    if (isProvider(factor.strategy)) return leaveBy(factor)
    const params = {
      ...factor,
      ...(factor.strategy === 'email_link' && { redirectUrl: linkReturnUrl() }),
    }
    await (isSecond(signIn())
      ? actions.prepareSecondFactor(params)
      : actions.prepareFirstFactor(params))
    return settle()
  }
  const sendFirst = async (strategy: string) => {
    const factor = signIn().supportedFirstFactors?.find(each => each.strategy === strategy)
    return factor ? send(factor) : signIn().next.kind
  }
  const prepare = (factor: FactorRecord): Deed => ({
    label: `signIn.${isSecond(signIn()) ? 'prepareSecondFactor' : 'prepareFirstFactor'}()`,
    run: () => send(factor),
  })

  return {
    settle,
    prepare,
    begin: ({ identifier, method, password }) => ({
      label: 'signIn.create()',
      run: async () => {
        await actions.create(
          method === 'password' ? { strategy: method, identifier, password } : { identifier },
        )
        if (method === 'email_code') return sendFirst('email_code')
        return method === 'reset' ? sendFirst('reset_password_email_code') : settle()
      },
    }),
    resend: () => {
      const { next } = signIn()
      const strategy = 'pending' in next ? next.pending?.strategy : undefined
      const factor =
        'factors' in next ? next.factors.find(each => each.strategy === strategy) : undefined
      return factor ? prepare(factor) : { label: 'signIn.reload()', run: settle }
    },
    leave: strategy => ({
      label: 'signIn.authenticateWithRedirect()',
      run: () => leaveBy({ strategy }),
    }),
    byPasskey: () => ({ label: 'passkeys().authenticate()', run: usePasskey }),
    attempt: (strategy, proof) => {
      const second = isSecond(signIn())
      return {
        label: `signIn.${second ? 'attemptSecondFactor' : 'attemptFirstFactor'}()`,
        run: async () => {
          if (strategy === 'password')
            await actions.attemptFirstFactor({ strategy, password: proof })
          else
            await actions[second ? 'attemptSecondFactor' : 'attemptFirstFactor']({
              strategy,
              code: proof,
            })
          return settle()
        },
      }
    },
    resetPassword: (password, signOutOfOtherSessions) => ({
      label: 'signIn.resetPassword()',
      run: async () => {
        await actions.resetPassword({ password, signOutOfOtherSessions })
        return settle()
      },
    }),
    check: () => ({
      label: 'signIn.reload()',
      run: async () => {
        await actions.reload()
        return settle()
      },
    }),
    transfer: () => ({
      label: 'signUp.create({ transfer: true })',
      run: async () => {
        const { next } = await needClient(clientele).signUp.create({ transfer: true })
        return enter(clientele, next, welcome)
      },
    }),
    startOver: () => ({
      label: 'client.resetSignIn()',
      run: () => {
        actions.reset()
        return 'start'
      },
    }),
  }
}
