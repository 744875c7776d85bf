import type { Source } from '@clientele/core'
import type { SignInForm, SignUpForm } from '@clientele/core/attempt-form'
import { createButton } from '../dom/button.ts'

/** Offers the other form, for as long as the last answer had that error. */
export const createOffer = (
  { get, subscribe }: Source<SignInForm | SignUpForm>,
  code: string,
  text: string,
  onPress: () => void,
): HTMLButtonElement => {
  const button = createButton(text, onPress)
  button.hidden = true
  subscribe(() => {
    button.hidden = !get().errors.all.some(error => error.code === code)
  })
  return button
}
