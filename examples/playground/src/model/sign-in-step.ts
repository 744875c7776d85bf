import type { FirstFactor, SecondFactor, SignIn, SignInNext } from '@clientele/core'
import {
  type ChooseStep,
  chooseStep,
  type MessageStep,
  type SentStep,
  transferSteps,
  unsupportedStep,
} from './attempt-step.ts'
import { type Choice, choiceForSignIn } from './choice.ts'
import { isTypedStrategy, type TypedStrategy } from './factors.ts'

/** Which form a sign-in shows, and with what. */
export type SignInStep =
  | { readonly form: 'start' }
  | { readonly form: 'typed'; readonly strategy: TypedStrategy; readonly identifier: string }
  | { readonly form: 'new_password'; readonly identifier: string }
  | SentStep
  | ChooseStep
  | MessageStep

type FactorNext = Extract<SignInNext, { readonly factors: unknown }>

/** What was sent to where: all of the address when it is the one that was typed in. */
const addressOf = (
  { identifier, next }: SignIn,
  factors: readonly (FirstFactor | SecondFactor)[],
  strategy: string,
): string => {
  const typed =
    identifier !== null &&
    (strategy.includes('email') ? identifier.includes('@') : identifier[0] === '+')
  if (typed && next.kind === 'first_factor') return identifier
  const factor = factors.find(each => each.strategy === strategy)
  return (factor && 'safeIdentifier' in factor && factor.safeIdentifier) || 'you'
}

const sentBy = (strategy = ''): SentStep['form'] | undefined => {
  if (strategy === 'email_link') return 'link'
  return strategy.endsWith('_code') ? 'code' : undefined
}

const proofStep = (
  signIn: SignIn,
  { kind, pending, factors }: FactorNext,
  made: Choice,
): SignInStep => {
  const { strategy, isOpen } = choiceForSignIn(signIn, made)
  if (isTypedStrategy(strategy))
    return { form: 'typed', strategy, identifier: signIn.identifier ?? '' }
  const form = isOpen ? undefined : sentBy(pending?.strategy)
  if (pending && form) {
    const address = addressOf(signIn, factors, pending.strategy)
    const { strategy, cooldownUntil } = pending
    return { form, strategy, address, cooldownUntil } as SentStep // as: one of the two forms
  }
  // A wallet signs in another program; these pages have none.
  const offered = factors.filter(factor => !factor.strategy.startsWith('web3_'))
  return chooseStep(kind === 'first_factor' ? 'Choose a sign-in method' : 'Second factor:', offered)
}

/**
 * Follows from the sign-in alone, also after the page was reloaded, and from what was chosen on
 * this page.
 */
export const signInStep = (signIn: SignIn | undefined, choice: Choice): SignInStep => {
  if (!signIn) return { form: 'start' }
  const { next } = signIn
  switch (next.kind) {
    case 'first_factor':
    case 'second_factor':
    case 'client_trust':
      return proofStep(signIn, next, choice)
    case 'new_password':
      return { form: 'new_password', identifier: signIn.identifier ?? '' }
    case 'transfer':
      return transferSteps.signUp
    case 'unsupported':
      return unsupportedStep(next)
    default:
      return { form: 'start' }
  }
}
