import { paramDisabled, paramValueInvalid } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'
import type { Factor, FactorJson } from './factor.ts'
import { firstFactorNamed, firstFactorsOf } from './first-factors.ts'

// Of the ways to sign in, those by which somebody who is signed in is asked again.
const strategies = new Set(['password', 'email_code', 'phone_code', 'passkey'])

/** The first factors by which a user can prove once more who it is. */
export const reverificationFactorsOf = (instance: Instance, user: UserRecord): FactorJson[] =>
  firstFactorsOf(instance, user).filter(({ strategy }) => strategies.has(strategy))

/** @throws ApiError for a name that is no such strategy, or one that is not enabled. */
export const reverificationFactorNamed = (instance: Instance, name: string): Factor => {
  if (name === 'enterprise_sso') throw paramDisabled('strategy') // described, and not emulated here
  const factor = strategies.has(name) ? firstFactorNamed(instance, name) : null
  if (!factor) throw paramValueInvalid('strategy')
  return factor
}
