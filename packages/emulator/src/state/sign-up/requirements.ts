import type { SignUpRecord } from '../../database.ts'
import type { Instance } from '../../instance.ts'

/** The fields of a sign-up by what is still to be done about them (section 5.3). */
export interface SignUpFields {
  readonly required: string[]
  readonly optional: string[]
  readonly missing: string[]
  readonly unverified: string[]
}

// Each field with the setting that governs it and what tells that it was supplied.
const fields = [
  ['email_address', 'emailAddress', (signUp: SignUpRecord) => signUp.emailAddress],
  ['username', 'username', (signUp: SignUpRecord) => signUp.username],
  ['password', 'password', (signUp: SignUpRecord) => signUp.passwordHash],
  ['first_name', 'firstName', (signUp: SignUpRecord) => signUp.firstName],
  ['last_name', 'lastName', (signUp: SignUpRecord) => signUp.lastName],
] as const

/** What a sign-up still needs. It is complete when nothing is missing and nothing unverified. */
export const fieldsOf = ({ settings }: Instance, signUp: SignUpRecord): SignUpFields => {
  const required = fields.filter(([, setting]) => settings[setting] === 'required')
  const missing = required.filter(([, , read]) => read(signUp) === null).map(([name]) => name)
  const needsConsent = settings.legalConsent
  const isUnverified =
    settings.verifyEmailAtSignUp && signUp.emailAddress !== null && signUp.emailVerification?.status !== 'verified'
  return {
    required: [...required.map(([name]) => name), ...(needsConsent ? ['legal_accepted'] : [])],
    optional: fields.filter(([, setting]) => settings[setting] === 'on').map(([name]) => name),
    missing: [...missing, ...(needsConsent && signUp.legalAcceptedAt === null ? ['legal_accepted'] : [])],
    unverified: isUnverified ? ['email_address'] : [],
  }
}
