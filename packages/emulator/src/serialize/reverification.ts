import { reverificationFactorsOf } from '../domain/factors/first-factors.ts'
import { secondFactorsOf } from '../domain/factors/second-factors.ts'
import type { Instance } from '../model/instance.ts'
import type { ReverificationRecord } from '../model/records/reverification.ts'
import { toSessionJson } from './session.ts'
import { toVerificationJson } from './verification.ts'

/**
 * How far the user of a session is with proving once more who it is; factors are listed for the
 * step they are of.
 */
export const toReverificationJson = (instance: Instance, reverification: ReverificationRecord) => {
  const { id, userId, level, status, firstFactorVerification, secondFactorVerification } =
    reverification
  const user = instance.database.users.get(userId)
  const session = instance.database.sessions.get(id)
  return {
    object: 'session_reverification',
    level,
    status,
    supported_first_factors:
      user && status === 'needs_first_factor' ? reverificationFactorsOf(instance, user) : null,
    supported_second_factors:
      user && status === 'needs_second_factor'
        ? secondFactorsOf(instance, user, 'needs_second_factor')
        : null,
    first_factor_verification: toVerificationJson(firstFactorVerification),
    second_factor_verification: toVerificationJson(secondFactorVerification),
    session: session && toSessionJson(instance, session),
  }
}
