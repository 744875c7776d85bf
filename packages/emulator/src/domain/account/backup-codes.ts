import { backupCodesNotAvailable, featureNotEnabled } from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { UserRecord } from '../../model/records/user.ts'
import type { SignedInContext } from '../context.ts'
import { backupCode, digestBackupCode } from '../factors/backup-code.ts'
import { secondFactorsOf } from '../factors/second-factors.ts'
import { isEnabled } from '../factors/strategies.ts'

const amount = 10

const hasSecondFactor = (instance: Instance, user: UserRecord): boolean =>
  secondFactorsOf(instance, user, 'needs_second_factor').length > 0

const generate = (instance: Instance, user: UserRecord): readonly string[] => {
  const codes = Array.from({ length: amount }, () =>
    instance.ids.secret('backup-code').slice(0, 8).toLowerCase(),
  )
  user.backupCodes = codes.map(digestBackupCode)
  return codes
}

/** New backup codes in place of those before: told once, kept as digests. */
export const createBackupCodes = ({ instance, user }: SignedInContext): readonly string[] => {
  if (!isEnabled(instance, backupCode)) throw featureNotEnabled()
  if (!hasSecondFactor(instance, user)) throw backupCodesNotAvailable()
  return generate(instance, user)
}

/**
 * The backup codes that come with a first second factor; `null` when there are some, or there is
 * nothing to back up.
 */
export const firstBackupCodes = (
  instance: Instance,
  user: UserRecord,
): readonly string[] | null => {
  const isDue =
    isEnabled(instance, backupCode) &&
    user.backupCodes.length === 0 &&
    hasSecondFactor(instance, user)
  return isDue ? generate(instance, user) : null
}

/** Backup codes go with the last second factor. */
export const forgetUnusedBackupCodes = (instance: Instance, user: UserRecord): void => {
  if (!hasSecondFactor(instance, user)) user.backupCodes = []
}
