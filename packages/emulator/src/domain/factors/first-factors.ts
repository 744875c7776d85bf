import { paramDisabled, paramValueInvalid } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'
import { externalStrategiesOf } from './external.ts'
import type { Factor, FactorJson } from './factor.ts'
import { assertEnabled, findStrategy, isEnabled, strategies, strategyNamed } from './strategies.ts'
import type { Strategy } from './strategy.ts'

/**
 * The strategy of this name; `null` for none.
 *
 * @throws ApiError for a name that is not a strategy, or one that is not enabled.
 */
export const firstFactorNamed = (instance: Instance, name: string | null): Factor | null => {
  if (name === null) return null
  const strategy = strategyNamed(name)
  if (!strategy.firstFactor) throw paramValueInvalid('strategy')
  assertEnabled(instance, strategy)
  return strategy.firstFactor
}

const factorsOf = (instance: Instance, user: UserRecord, which: readonly Strategy[]) =>
  which
    .filter(strategy => isEnabled(instance, strategy))
    .flatMap(({ firstFactor }) => firstFactor?.factorsOf(user) ?? [])

/** The first factors that a user can sign in with. */
export const firstFactorsOf = (instance: Instance, user: UserRecord): FactorJson[] => [
  ...factorsOf(instance, user, strategies),
  ...externalStrategiesOf(instance, user).map(strategy => ({ strategy })),
]

/** The first factors by which a user can prove once more who it is. */
export const reverificationFactorsOf = (instance: Instance, user: UserRecord): FactorJson[] =>
  factorsOf(
    instance,
    user,
    strategies.filter(({ reverifies }) => reverifies),
  )

/** @throws ApiError for a name that is no such strategy, or one that is not enabled. */
export const reverificationFactorNamed = (instance: Instance, name: string): Factor => {
  if (name === 'enterprise_sso') throw paramDisabled('strategy') // described, and not emulated here
  const factor = findStrategy(name)?.reverifies ? firstFactorNamed(instance, name) : null
  if (!factor) throw paramValueInvalid('strategy')
  return factor
}
