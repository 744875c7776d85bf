import { newVerification } from '../domain/factors/new-verification.ts'
import { proofsOf } from '../domain/factors/strategies.ts'
import type { IdentifierName } from '../domain/factors/strategy.ts'
import { fieldsOf } from '../domain/sign-up/requirements.ts'
import type { Instance } from '../model/instance.ts'
import type { SignUpRecord } from '../model/records/sign-up.ts'
import type { VerificationRecord } from '../model/records/verification.ts'
import { toVerificationJson } from './verification.ts'

const nextAction = (verification: VerificationRecord | null): string => {
  if (verification?.status === 'verified') return ''
  return verification?.status === 'unverified' ? 'needs_attempt' : 'needs_prepare'
}

// Before the first code there is nothing that expires, yet a number is due: the end of the sign-up
// itself.
const toSlotJson = (
  instance: Instance,
  { abandonAt }: SignUpRecord,
  identifier: string | null,
  verification: VerificationRecord | null,
  kind: IdentifierName,
) => {
  if (identifier === null) return null
  const supported = proofsOf(instance, kind).map(({ name }) => name)
  const blank = newVerification(supported[0] ?? '', { attempts: null, expireAt: abandonAt })
  return {
    ...toVerificationJson(verification ?? blank),
    // Clerk's forms take an unverified strategy for one whose code is on its way, and send none.
    ...(verification ? {} : { strategy: null }),
    next_action: nextAction(verification),
    supported_strategies: supported,
  }
}

const toVerificationsJson = (instance: Instance, signUp: SignUpRecord) => {
  const {
    emailAddress,
    emailVerification,
    phoneNumber,
    phoneVerification,
    web3Wallet,
    web3Verification,
  } = signUp
  const slot = (
    identifier: string | null,
    verification: VerificationRecord | null,
    kind: IdentifierName,
  ) => toSlotJson(instance, signUp, identifier, verification, kind)
  return {
    email_address: slot(emailAddress, emailVerification, 'email_address'),
    phone_number: slot(phoneNumber, phoneVerification, 'phone_number'),
    web3_wallet: slot(web3Wallet, web3Verification, 'web3_wallet'),
    external_account: toVerificationJson(signUp.externalVerification),
  }
}

/** A sign-up as `GET /v1/client/sign_ups/{id}` answers it. */
export const toSignUpJson = (instance: Instance, signUp: SignUpRecord) => {
  const fields = fieldsOf(instance, signUp)
  return {
    object: 'sign_up_attempt',
    id: signUp.id,
    status: signUp.status,
    required_fields: fields.required,
    optional_fields: fields.optional,
    missing_fields: fields.missing,
    unverified_fields: fields.unverified,
    verifications: toVerificationsJson(instance, signUp),
    username: signUp.username,
    email_address: signUp.emailAddress,
    phone_number: signUp.phoneNumber,
    web3_wallet: signUp.web3Wallet,
    // The description has the first name, the SDK reads the second.
    password_enabled: signUp.passwordHash !== null,
    has_password: signUp.passwordHash !== null,
    first_name: signUp.firstName,
    last_name: signUp.lastName,
    unsafe_metadata: signUp.unsafeMetadata,
    public_metadata: signUp.publicMetadata,
    custom_action: signUp.customAction,
    external_id: signUp.externalId,
    created_session_id: signUp.createdSessionId,
    created_user_id: signUp.createdUserId,
    abandon_at: signUp.abandonAt,
    legal_accepted_at: signUp.legalAcceptedAt,
    locale: signUp.locale,
  }
}
