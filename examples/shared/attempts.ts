import type { SignIn, SignUp } from '@clientele/core'

/** The sign-up waits for the proof of its address: also after the page was reloaded in the middle of it. */
export const waitsForSignUpCode = ({ status, unverifiedFields }: SignUp): boolean =>
  status === 'missing_requirements' && unverifiedFields.includes('email_address')

/** A code was sent for the sign-in: also after the page was reloaded in the middle of it. */
export const waitsForSignInCode = ({ status, firstFactorVerification }: SignIn): boolean =>
  status === 'needs_first_factor' &&
  firstFactorVerification.strategy === 'email_code' &&
  firstFactorVerification.status === 'unverified'

export const sendSignInCode = (signIn: SignIn): Promise<SignIn> => {
  const factor = signIn.supportedFirstFactors?.find(({ strategy }) => strategy === 'email_code')
  if (!factor?.emailAddressId) throw new Error('This account cannot sign in by e-mail code.')
  return signIn.prepareFirstFactor({ strategy: 'email_code', emailAddressId: factor.emailAddressId })
}
