import type {
  FirstFactor,
  Newer,
  SecondFactor,
  SignInNext,
  SignUpNext,
  VerificationStrategy,
} from '@clientele/core'
import { isPasskeySupported } from '@clientele/core/passkeys'

/** One method: a factor of a sign-in, or how a sign-up verifies a field. */
export type SignInMethod =
  | FirstFactor
  | SecondFactor
  | { readonly strategy: VerificationStrategy | Newer }

interface Sent<Form> {
  readonly form: Form
  readonly strategy: string
  /** Where to, as far as it is known. */
  readonly address: string
  readonly cooldownUntil: Date | null
}

/** A code or a link was sent, and is waited for. */
export type SentStep = Sent<'code'> | Sent<'link'>

/** There are several methods. */
export interface ChooseStep {
  readonly form: 'choose'
  readonly title: string
  readonly factors: readonly SignInMethod[]
}

/** Something to read, and a button to go on where there is one. */
export interface MessageStep {
  readonly form: 'message'
  readonly text: string
  /** What the button says; `null` where one can only start over. */
  readonly goOn: string | null
}

/** Passkeys are offered only where they can work. */
const canBeUsed = ({ strategy }: SignInMethod): boolean =>
  strategy !== 'passkey' || isPasskeySupported()

export const chooseStep = (title: string, offered: readonly SignInMethod[]): ChooseStep => {
  const factors = offered.filter(canBeUsed)
  return {
    form: 'choose',
    title: factors.length === 0 ? 'There is no method that works here: start over.' : title,
    factors,
  }
}

export const transferSteps: Readonly<Record<'signIn' | 'signUp', MessageStep>> = {
  signIn: { form: 'message', text: 'That account exists already.', goOn: 'Sign in with it' },
  signUp: {
    form: 'message',
    text: 'Nobody is known here under that account.',
    goOn: 'Sign up with it',
  },
}

export const unsupportedStep = ({
  status,
}: Extract<SignInNext | SignUpNext, { kind: 'unsupported' }>): MessageStep => ({
  form: 'message',
  text: `This page does not know how to go on: the server says “${status}”.`,
  goOn: null,
})

/** What tells a method from the others. */
export const keyOfFactor = (method: SignInMethod): string =>
  [
    method.strategy,
    'emailAddressId' in method && method.emailAddressId,
    'phoneNumberId' in method && method.phoneNumberId,
    'web3WalletId' in method && method.web3WalletId,
    'passkeyId' in method && method.passkeyId,
  ].join(' ')
