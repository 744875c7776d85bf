import type { SignUp } from '@clientele/core'
import {
  type ChooseStep,
  chooseStep,
  type MessageStep,
  type SentStep,
  transferSteps,
  unsupportedStep,
} from './attempt-step.ts'
import { type Choice, choiceForSignUp } from './choice.ts'

/** Which form a sign-up shows, and with what. */
export type SignUpStep =
  | { readonly form: 'start' }
  | { readonly form: 'fields'; readonly fields: readonly string[] }
  | SentStep
  | ChooseStep
  | MessageStep

const addressOf = ({ next, emailAddress, phoneNumber }: SignUp): string =>
  (next.kind === 'verify' && next.field === 'phoneNumber' ? phoneNumber : emailAddress) ?? 'you'

/**
 * Follows from the sign-up alone, also after the page was reloaded, and from what was chosen on
 * this page.
 */
export const signUpStep = (signUp: SignUp | undefined, choice: Choice): SignUpStep => {
  if (!signUp) return { form: 'start' }
  const { next } = signUp
  switch (next.kind) {
    case 'fields':
      return { form: 'fields', fields: next.fields }
    case 'verify': {
      const { pending, strategies } = next
      const address = addressOf(signUp)
      if (!pending || choiceForSignUp(signUp, choice).isOpen)
        return chooseStep(
          `How would you like to verify ${address}?`,
          strategies.map(strategy => ({ strategy })),
        )
      const { strategy, cooldownUntil } = pending
      return { form: strategy === 'email_link' ? 'link' : 'code', strategy, address, cooldownUntil }
    }
    case 'transfer':
      return transferSteps.signIn
    case 'unsupported':
      return unsupportedStep(next)
    default:
      return { form: 'start' }
  }
}
