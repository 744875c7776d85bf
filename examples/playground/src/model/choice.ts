import type { SignIn, SignInNext, SignUpNext } from '@clientele/core'
import { isTypedStrategy } from './factors.ts'

interface Attempt {
  readonly id: string | undefined
  readonly next: SignInNext | SignUpNext
}

/** What a person chose on this page for the step that an attempt is at. */
export interface Choice {
  /** The step it was made for; for any other one it counts for nothing. */
  readonly step: string
  /** What is typed at once, and so leaves no trace at the server. */
  readonly strategy?: string | undefined
  /** Whether the methods are shown although something was sent. */
  readonly isOpen: boolean
}

export const noChoice: Choice = { step: '', isOpen: false }

const stepOf = ({ id, next }: Attempt): string => `${id} ${next.kind}`

/** Shows the methods that there are. */
export const openMethods = (attempt: Attempt): Choice => ({ step: stepOf(attempt), isOpen: true })

/** Shows what was sent. */
export const closeMethods = (attempt: Attempt): Choice => ({ step: stepOf(attempt), isOpen: false })

/** Shows the field for what is typed at once. */
export const chooseMethod = (attempt: Attempt, strategy: string): Choice => ({
  step: stepOf(attempt),
  isOpen: false,
  ...(isTypedStrategy(strategy) && { strategy }),
})

/** Who has an authenticator app is asked for its code first. */
const preselect = (signIn: SignIn): Choice => {
  const { next } = signIn
  const second = next.kind === 'second_factor' && !next.pending
  const totp = second && next.factors.some(({ strategy }) => strategy === 'totp')
  return totp ? chooseMethod(signIn, 'totp') : closeMethods(signIn)
}

/** The choice that counts for a sign-in as it is now. */
export const choiceForSignIn = (signIn: SignIn, made: Choice): Choice =>
  made.step === stepOf(signIn) ? made : preselect(signIn)

/** The choice that counts for a sign-up as it is now. */
export const choiceForSignUp = (signUp: Attempt, made: Choice): Choice =>
  made.step === stepOf(signUp) ? made : closeMethods(signUp)
