import { paramDisabled, paramValueInvalid } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { SignInRecord } from '../../model/records/sign-in.ts'
import type { UserRecord } from '../../model/records/user.ts'
import type { Factor, FactorJson } from './factor.ts'
import { findStrategy, isEnabled, strategies } from './strategies.ts'

// The second factors that a user set up, and those by which a client earns the user's trust.
const kinds = {
  needs_second_factor: 'secondFactor',
  needs_client_trust: 'trustFactor',
} as const

export type SecondStep = keyof typeof kinds

const enabled = (instance: Instance, step: SecondStep): readonly Factor[] =>
  strategies
    .filter(strategy => isEnabled(instance, strategy))
    .flatMap(strategy => strategy[kinds[step]] ?? [])

export const isSecondStep = (status: SignInRecord['status']): status is SecondStep =>
  Object.hasOwn(kinds, status)

/** The factors that a user can take this step with; none when it need not be taken. */
export const secondFactorsOf = (
  instance: Instance,
  user: UserRecord,
  step: SecondStep,
): FactorJson[] => {
  const factors = enabled(instance, step).flatMap(factor => factor.factorsOf(user))
  // Backup codes stand in for a second factor and are none by themselves.
  return factors.every(({ strategy }) => strategy === 'backup_code') ? [] : factors
}

/** @throws ApiError for a name that is not a strategy of this step, or one that is not enabled. */
export const secondFactorNamed = (instance: Instance, name: string, step: SecondStep): Factor => {
  const factor = enabled(instance, step).find(({ strategy }) => strategy === name)
  if (factor) return factor
  const known = findStrategy(name)
  const exists = known?.secondFactor !== undefined || known?.trustFactor !== undefined
  throw exists ? paramDisabled('strategy') : paramValueInvalid('strategy')
}
