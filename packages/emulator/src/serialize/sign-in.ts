import type { SignInRecord } from '../database.ts'
import type { Instance } from '../instance.ts'
import { firstFactorsOf, subjectOf } from '../state/sign-in/subject.ts'
import { toVerificationJson } from './verification.ts'

const toUserDataJson = (instance: Instance, signIn: SignInRecord) => {
  const user = instance.database.users.get(signIn.userId ?? '')
  if (!user || instance.settings.enumerationProtection) return null
  return {
    first_name: user.firstName,
    last_name: user.lastName,
    image_url: '',
    has_image: false,
    profile_image_url: '',
  }
}

/** A sign-in as section 3.5 has it. */
export const toSignInJson = (instance: Instance, signIn: SignInRecord) => {
  const subject = signIn.status === 'needs_first_factor' ? subjectOf(instance, signIn) : null
  return {
    object: 'sign_in_attempt',
    id: signIn.id,
    status: signIn.status,
    supported_identifiers: instance.settings.username === 'off' ? ['email_address'] : ['email_address', 'username'],
    supported_first_factors: subject && firstFactorsOf(subject),
    supported_second_factors: null,
    first_factor_verification: toVerificationJson(signIn.firstFactorVerification),
    second_factor_verification: null,
    identifier: signIn.identifier,
    user_data: toUserDataJson(instance, signIn),
    created_session_id: signIn.createdSessionId,
    abandon_at: signIn.abandonAt,
  }
}
