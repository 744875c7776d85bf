import { paramDisabled, paramValueInvalid } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'
import {
  emailCodeFactor,
  phoneCodeFactor,
  resetByEmailFactor,
  resetByPhoneFactor,
} from './codes.ts'
import { emailLinkFactor } from './email-link.ts'
import { beginRedirect, externalStrategiesOf, hasProvider, isExternal } from './external.ts'
import type { Factor, FactorJson } from './factor.ts'
import { passkeyFactor } from './passkey.ts'
import { passwordFactor } from './password.ts'
import { web3Factors } from './web3.ts'

// In the order in which a sign-in offers them.
const table: readonly Factor[] = [
  passwordFactor,
  emailCodeFactor,
  emailLinkFactor,
  phoneCodeFactor,
  passkeyFactor,
  ...web3Factors,
  resetByEmailFactor,
  resetByPhoneFactor,
]

// A provider proves who one is by what it answers: there is nothing to attempt.
const externalFactor = (strategy: string): Factor => ({
  strategy,
  factorsOf: () => [{ strategy }],
  prepare: ({ context, owner }, params) => beginRedirect(context, owner.id, strategy, params),
})

const isEnabled = ({ settings }: Instance, strategy: string): boolean =>
  !settings.disabledStrategies.some(disabled => disabled === strategy)

// Strategies that the Frontend API has and the emulator has not.
const elsewhere = /^(oauth_token_[a-z0-9_]+|google_one_tap|trusted_device)$/

/**
 * The strategy of this name; `null` for none.
 *
 * @throws ApiError for a name that is not a strategy, or one that is not enabled.
 */
export const firstFactorNamed = (instance: Instance, name: string | null): Factor | null => {
  if (name === null) return null
  const external = isExternal(name)
  const factor = external ? externalFactor(name) : table.find(({ strategy }) => strategy === name)
  if (!factor)
    throw elsewhere.test(name) ? paramDisabled('strategy') : paramValueInvalid('strategy')
  if (!isEnabled(instance, name) || (external && !hasProvider(instance, name)))
    throw paramDisabled('strategy')
  return factor
}

/** The first factors that a user can sign in with. */
export const firstFactorsOf = (instance: Instance, user: UserRecord): FactorJson[] => [
  ...table
    .filter(({ strategy }) => isEnabled(instance, strategy))
    .flatMap(factor => factor.factorsOf(user)),
  ...externalStrategiesOf(instance, user).map(strategy => ({ strategy })),
]
