import { createClientele } from '@clientele/core'
import { signInForm, signUpForm } from '@clientele/core/attempt-form'
import { whenLoaded } from '@clientele/core/when-loaded'

// No type is written here: all of them have to be named by the compiler.
export const open = (publishableKey: string) => {
  const clientele = createClientele({ publishableKey })
  return {
    clientele,
    signIn: signInForm(clientele),
    signUp: signUpForm(clientele),
    known: () => whenLoaded(clientele),
  }
}
