import { useSignIn, useSignUp } from '@clientele/react'

interface OtherFormProps {
  /** The error that the other form mends. */
  readonly code: string
  readonly errors: ReturnType<typeof useSignIn>['errors']
  readonly text: string
  readonly onPress: () => unknown
}

const Offer = ({ code, errors, text, onPress }: OtherFormProps) =>
  errors.all.some(error => error.code === code) && (
    <button type="button" className="button" onClick={onPress}>
      {text}
    </button>
  )

/** What was typed into a field of the form. */
const read = (name: string) => document.querySelector<HTMLInputElement>(`#${name}`)?.value ?? ''

/** For an account that is missing, or taken: goes on in the other form, with the same address. */
export const OtherForm = () => {
  const signIn = useSignIn()
  const signUp = useSignUp()
  const signUpWithIt = async () => {
    await signUp.create({ emailAddress: read('identifier') })
    signIn.reset()
    location.assign('#sign-up')
  }
  const signInWithIt = async () => {
    await signIn.create({ identifier: read('emailAddress') })
    signUp.reset()
    location.assign('#sign-in')
  }
  return (
    <>
      <Offer
        code="form_identifier_not_found"
        errors={signIn.errors}
        text="Sign up with this address"
        onPress={signUpWithIt}
      />
      <Offer
        code="form_identifier_exists"
        errors={signUp.errors}
        text="Sign in with this address"
        onPress={signInWithIt}
      />
    </>
  )
}
