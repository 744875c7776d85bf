import type { SignUpRecord, VerificationRecord } from '../database.ts'
import type { Instance } from '../instance.ts'
import { fieldsOf } from '../state/sign-up/requirements.ts'
import { toVerificationJson } from './verification.ts'

const blank: VerificationRecord = {
  strategy: 'email_code',
  status: 'unverified',
  attempts: null,
  expireAt: null,
  code: null,
  sentAt: null,
  identificationId: null,
}

const nextAction = (verification: VerificationRecord | null): string => {
  if (verification?.status === 'verified') return ''
  return verification?.status === 'unverified' ? 'needs_attempt' : 'needs_prepare'
}

const toEmailVerificationJson = ({ emailAddress, emailVerification, abandonAt }: SignUpRecord) =>
  emailAddress === null
    ? null
    : {
        // Before the first code there is nothing that expires, yet a number is due: the end of the sign-up itself.
        ...toVerificationJson(emailVerification ?? { ...blank, expireAt: abandonAt }),
        next_action: nextAction(emailVerification),
        supported_strategies: ['email_code'],
      }

/** A sign-up as section 3.8 has it. */
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
    verifications: {
      email_address: toEmailVerificationJson(signUp),
      phone_number: null,
      web3_wallet: null,
      external_account: null,
    },
    username: signUp.username,
    email_address: signUp.emailAddress,
    phone_number: null,
    web3_wallet: null,
    // The description has the first name, the SDK reads the second.
    password_enabled: signUp.passwordHash !== null,
    has_password: signUp.passwordHash !== null,
    first_name: signUp.firstName,
    last_name: signUp.lastName,
    unsafe_metadata: signUp.unsafeMetadata,
    public_metadata: {},
    custom_action: false,
    external_id: null,
    created_session_id: signUp.createdSessionId,
    created_user_id: signUp.createdUserId,
    abandon_at: signUp.abandonAt,
    legal_accepted_at: signUp.legalAcceptedAt,
    locale: signUp.locale,
  }
}
