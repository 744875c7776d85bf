import { isEnterpriseEmail } from '../domain/factors/external.ts'
import { firstFactorsOf } from '../domain/factors/first-factors.ts'
import { isSecondStep, secondFactorsOf } from '../domain/factors/second-factors.ts'
import { imageUrlOf } from '../domain/image-url.ts'
import { shownSubjectOf } from '../domain/sign-in/subject.ts'
import type { Instance } from '../model/instance.ts'
import type { SignInRecord } from '../model/records/sign-in.ts'
import { toVerificationJson } from './verification.ts'

const toUserDataJson = (instance: Instance, signIn: SignInRecord) => {
  const user = instance.database.users.get(signIn.userId ?? '')
  if (!user || instance.settings.enumerationProtection) return null
  return {
    first_name: user.firstName,
    last_name: user.lastName,
    image_url: imageUrlOf(instance, user),
    has_image: user.image !== null,
    profile_image_url: imageUrlOf(instance, user),
  }
}

// Factors are listed for the step at which they can be used.
const factorsOf = (instance: Instance, signIn: SignInRecord) => {
  const { status, identifier, userId } = signIn
  const user = instance.database.users.get(userId ?? '')
  const shown = status === 'needs_first_factor' ? shownSubjectOf(instance, signIn) : null
  const isCompany = identifier !== null && isEnterpriseEmail(instance, identifier)
  const first =
    shown && (isCompany ? [{ strategy: 'enterprise_sso' }] : firstFactorsOf(instance, shown))
  return {
    first,
    second: user && isSecondStep(status) ? secondFactorsOf(instance, user, status) : null,
  }
}

const supportedIdentifiers = ({ settings }: Instance): string[] => [
  'email_address',
  ...(settings.phoneNumber === 'off' ? [] : ['phone_number']),
  ...(settings.username === 'off' ? [] : ['username']),
  ...(settings.web3Wallet === 'off' ? [] : ['web3_wallet']),
]

/** A sign-in as `GET /v1/client/sign_ins/{id}` answers it. */
export const toSignInJson = (instance: Instance, signIn: SignInRecord) => {
  const { first, second } = factorsOf(instance, signIn)
  return {
    object: 'sign_in_attempt',
    id: signIn.id,
    status: signIn.status,
    supported_identifiers: supportedIdentifiers(instance),
    supported_first_factors: first,
    supported_second_factors: second,
    first_factor_verification: toVerificationJson(signIn.firstFactorVerification),
    second_factor_verification: toVerificationJson(signIn.secondFactorVerification),
    identifier: signIn.identifier,
    user_data: toUserDataJson(instance, signIn),
    created_session_id: signIn.createdSessionId,
    abandon_at: signIn.abandonAt,
    ...(signIn.clientTrustState === null ? {} : { client_trust_state: signIn.clientTrustState }),
  }
}
