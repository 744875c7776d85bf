import { paramDisabled, paramValueInvalid } from '../../refusals.ts'
import type { FirstFactor } from '../../strategies/first-factor.ts'
import { firstFactors } from '../../strategies/first-factors.ts'

// Strategies that the Frontend API has (section 5.1) and this instance has not enabled.
const elsewhere =
  /^(email_link|phone_code|passkey|reset_password_(email|phone)_code|web3_[a-z_]+_signature|oauth_[a-z0-9_]+|google_one_tap|enterprise_sso|saml|ticket|trusted_device)$/

/**
 * The strategy of this name; `null` for none.
 *
 * @throws ApiError for a name that is not a strategy, or one that is not enabled.
 */
export const factorNamed = (name: string | null): FirstFactor | null => {
  if (name === null) return null
  const factor = firstFactors.find(({ strategy }) => strategy === name)
  if (factor) return factor
  throw elsewhere.test(name) ? paramDisabled('strategy') : paramValueInvalid('strategy')
}
