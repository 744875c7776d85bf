import type { FactorRecord, Next, SignIn } from '@clientele/core'
import { passkeys } from '@clientele/core/passkeys'
import { isProvider } from '@clientele/example-shared'
import type { App } from '../app.ts'
import { needClient } from '../panels/need-client.ts'
import { fromLink, fromProvider } from '../return-urls.ts'
import type { Beginning } from './start-step.ts'

type Kind = Next['kind']

/** What the forms of a sign-in ask for. Each resolves to what the sign-in needs next. */
export interface SignInFlow {
  readonly signIn: () => SignIn
  readonly begin: (beginning: Beginning) => Promise<Kind>
  /** Has what the factor needs sent, asks the device for it, or leaves for the provider's page. */
  readonly prepare: (factor: FactorRecord) => Promise<Kind>
  /** Leaves for the provider's page. */
  readonly leave: (factor: FactorRecord) => Promise<Kind>
  /** @param proof the code, or the password */
  readonly attempt: (strategy: string, proof: string) => Promise<Kind>
  readonly resetPassword: (password: string, signOutOfOtherSessions: boolean) => Promise<Kind>
  readonly byPasskey: () => Promise<Kind>
  readonly reload: () => Promise<Kind>
  /** The account does not exist: goes on as a sign-up. */
  readonly transfer: () => Promise<Kind>
  /** Enters, when nothing is left to do. */
  readonly settle: () => Promise<Kind>
}

const isSecond = ({ kind }: Next): boolean => kind === 'second_factor' || kind === 'client_trust'

export const createSignInFlow = ({ clientele }: App, onSignedIn: () => Promise<void>): SignInFlow => {
  const signIn = () => needClient(clientele).signIn

  const settle = async () => {
    const { next } = signIn()
    if (next.kind === 'complete' && next.sessionId) {
      await clientele.setActive({ session: next.sessionId })
      await onSignedIn()
    }
    return next.kind
  }
  const leave = async ({ strategy, enterpriseConnectionId }: FactorRecord) => {
    const { identifier } = signIn()
    await signIn().authenticateWithRedirect({
      strategy,
      redirectUrl: fromProvider(),
      redirectUrlComplete: fromProvider(),
      // A company's provider is found by the address; another asks for the account itself.
      ...(strategy === 'enterprise_sso' && identifier !== null && { identifier }),
      ...(enterpriseConnectionId !== undefined && { enterpriseConnectionId }),
    })
    return signIn().next.kind
  }
  const byPasskey = async () => {
    await clientele.use(passkeys()).authenticate()
    return settle()
  }
  const prepare = async (factor: FactorRecord) => {
    if (factor.strategy === 'passkey') return byPasskey()
    if (isProvider(factor.strategy)) return leave(factor)
    const params = { ...factor, ...(factor.strategy === 'email_link' && { redirectUrl: fromLink() }) }
    await (isSecond(signIn().next) ? signIn().prepareSecondFactor(params) : signIn().prepareFirstFactor(params))
    return settle()
  }
  const prepareFirst = async (strategy: string) => {
    const factor = signIn().supportedFirstFactors?.find(each => each.strategy === strategy)
    return factor ? prepare(factor) : signIn().next.kind
  }

  return {
    signIn,
    settle,
    prepare,
    leave,
    byPasskey,
    begin: async ({ identifier, method, password }) => {
      await signIn().create(method === 'password' ? { strategy: method, identifier, password } : { identifier })
      if (method === 'email_code') return prepareFirst('email_code')
      return method === 'reset' ? prepareFirst('reset_password_email_code') : settle()
    },
    attempt: async (strategy, proof) => {
      const { next, attemptFirstFactor, attemptSecondFactor } = signIn()
      if (strategy === 'password') await attemptFirstFactor({ strategy, password: proof })
      else await (isSecond(next) ? attemptSecondFactor : attemptFirstFactor)({ strategy, code: proof })
      return settle()
    },
    resetPassword: async (password, signOutOfOtherSessions) => {
      await signIn().resetPassword({ password, signOutOfOtherSessions })
      return settle()
    },
    reload: async () => {
      await signIn().reload()
      return settle()
    },
    transfer: async () => {
      const { next } = await needClient(clientele).signUp.create({ transfer: true })
      if (next.kind === 'complete' && next.sessionId) {
        await clientele.setActive({ session: next.sessionId })
        await onSignedIn()
      }
      return next.kind
    },
  }
}
