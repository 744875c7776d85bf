import type { SignUpRecord } from '../../database.ts'
import type { Params } from '../../http/params.ts'
import type { Instance } from '../../instance.ts'
import { alreadyVerified, paramDisabled, paramMissing, paramValueInvalid } from '../../refusals.ts'
import { proveCode, sendCode } from '../../strategies/one-time-code.ts'

/** A way to verify what a sign-up supplied: one entry each in the table below. */
interface SignUpVerification {
  send(instance: Instance, signUp: SignUpRecord): void
  prove(instance: Instance, signUp: SignUpRecord, params: Params, onCounted: () => void): void
}

const emailCode: SignUpVerification = {
  send: (instance, signUp) => {
    if (signUp.emailAddress === null) throw paramMissing('email_address')
    if (signUp.emailVerification?.status === 'verified') throw alreadyVerified()
    const recipient = { to: signUp.emailAddress, identificationId: null }
    signUp.emailVerification = sendCode(instance, 'email_code', recipient, signUp.emailVerification)
  },
  prove: (instance, signUp, params, onCounted) => {
    proveCode(instance, signUp.emailVerification, 'email_code', params.required('code'), onCounted)
  },
}

const verifications: ReadonlyMap<string, SignUpVerification> = new Map([['email_code', emailCode]])

const elsewhere = /^(email_link|phone_code|web3_\w+_signature|oauth_\w+|saml|enterprise_sso)$/

const verificationNamed = (strategy: string): SignUpVerification => {
  const found = verifications.get(strategy)
  if (found) return found
  throw elsewhere.test(strategy) ? paramDisabled('strategy') : paramValueInvalid('strategy')
}

/** Sends what proves an identifier of the sign-up. */
export const sendVerification = (instance: Instance, signUp: SignUpRecord, strategy: string): void =>
  verificationNamed(strategy).send(instance, signUp)

/** Takes the proof. */
export const proveVerification = (
  instance: Instance,
  signUp: SignUpRecord,
  strategy: string,
  params: Params,
  onCounted: () => void,
): void => verificationNamed(strategy).prove(instance, signUp, params, onCounted)
