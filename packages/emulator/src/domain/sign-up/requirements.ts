import type { Instance } from '../../model/instance.ts'
import type { SignUpRecord } from '../../model/records/sign-up.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'

/** The fields of a sign-up by what is still to be done about them. */
export interface SignUpFields {
  readonly required: string[]
  readonly optional: string[]
  readonly missing: string[]
  readonly unverified: string[]
}

// Each field with the setting that governs it and what tells that it was supplied.
const fields = [
  ['email_address', 'emailAddress', (signUp: SignUpRecord) => signUp.emailAddress],
  ['phone_number', 'phoneNumber', (signUp: SignUpRecord) => signUp.phoneNumber],
  ['web3_wallet', 'web3Wallet', (signUp: SignUpRecord) => signUp.web3Wallet],
  ['username', 'username', (signUp: SignUpRecord) => signUp.username],
  ['password', 'password', (signUp: SignUpRecord) => signUp.passwordHash],
  ['first_name', 'firstName', (signUp: SignUpRecord) => signUp.firstName],
  ['last_name', 'lastName', (signUp: SignUpRecord) => signUp.lastName],
] as const

const isProven = (verification: VerificationRecord | null): boolean =>
  verification?.status === 'verified'

const unverifiedOf = ({ settings }: Instance, signUp: SignUpRecord): string[] => {
  const {
    emailAddress,
    emailVerification,
    phoneNumber,
    phoneVerification,
    web3Wallet,
    web3Verification,
  } = signUp
  const isOpen = (
    mustVerify: boolean,
    value: string | null,
    verification: VerificationRecord | null,
  ) => mustVerify && value !== null && !isProven(verification)
  return [
    ...(isOpen(settings.verifyEmailAtSignUp, emailAddress, emailVerification)
      ? ['email_address']
      : []),
    ...(isOpen(settings.verifyPhoneAtSignUp, phoneNumber, phoneVerification)
      ? ['phone_number']
      : []),
    ...(isOpen(true, web3Wallet, web3Verification) ? ['web3_wallet'] : []),
  ]
}

/** What a sign-up still needs. It is complete when nothing is missing and nothing unverified. */
export const fieldsOf = (instance: Instance, signUp: SignUpRecord): SignUpFields => {
  const { settings } = instance
  const required = fields.filter(([, setting]) => settings[setting] === 'required')
  // Who proved an account elsewhere needs no password here.
  const isEnough = (name: string) => name === 'password' && isProven(signUp.externalVerification)
  const missing = required
    .filter(([name, , read]) => read(signUp) === null && !isEnough(name))
    .map(([name]) => name)
  const needsConsent = settings.legalConsent
  return {
    required: [...required.map(([name]) => name), ...(needsConsent ? ['legal_accepted'] : [])],
    optional: fields.filter(([, setting]) => settings[setting] === 'on').map(([name]) => name),
    missing: [
      ...missing,
      ...(needsConsent && signUp.legalAcceptedAt === null ? ['legal_accepted'] : []),
    ],
    unverified: unverifiedOf(instance, signUp),
  }
}
