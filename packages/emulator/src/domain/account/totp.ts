import {
  alreadyVerified,
  codeIncorrect,
  featureNotEnabled,
  resourceNotFound,
  totpAlreadyEnabled,
} from '../../lib/api-errors.ts'
import type { Instance } from '../../model/instance.ts'
import type { PendingTotpRecord } from '../../model/records/pending-totp.ts'
import type { UserRecord } from '../../model/records/user.ts'
import type { SignedInContext } from '../context.ts'
import { isEnabled } from '../factors/strategies.ts'
import { newTotpSecret, periodOf, totp } from '../factors/totp.ts'
import type { Params } from '../params.ts'
import { firstBackupCodes, forgetUnusedBackupCodes } from './backup-codes.ts'

/** The app that a user is setting up, if there is one. */
export const pendingTotpOf = (
  { database }: Instance,
  user: UserRecord,
): PendingTotpRecord | undefined =>
  database.pendingTotps.where(({ userId }) => userId === user.id)[0]

/** Lets go of a secret that was never proven. */
export const forgetPendingTotp = (instance: Instance, user: UserRecord): void => {
  const pending = pendingTotpOf(instance, user)
  if (pending) instance.database.pendingTotps.delete(pending.id)
}

/** Makes a secret for an authenticator app, in place of one that was never proven. */
export const createTotp = ({ instance, user }: SignedInContext): PendingTotpRecord => {
  if (!isEnabled(instance, totp)) throw featureNotEnabled()
  if (user.totpSecret !== null) throw totpAlreadyEnabled()
  forgetPendingTotp(instance, user)
  const pending = {
    id: instance.ids.next('totp'),
    userId: user.id,
    secret: newTotpSecret(instance),
    createdAt: instance.clock.now(),
  }
  instance.database.pendingTotps.set(pending)
  return pending
}

/**
 * Takes what the app shows: from now on it is a second factor.
 *
 * @returns the app, and the backup codes that came with a first second factor.
 */
export const attemptTotp = ({ instance, user }: SignedInContext, params: Params) => {
  const code = params.required('code')
  const pending = pendingTotpOf(instance, user)
  if (!pending) throw user.totpSecret === null ? resourceNotFound('TOTP') : alreadyVerified()
  const period = periodOf(instance, pending.secret, code)
  if (period === null) throw codeIncorrect()
  user.totpSecret = pending.secret
  user.totpUsedPeriod = period
  instance.database.pendingTotps.delete(pending.id)
  return { pending, backupCodes: firstBackupCodes(instance, user) }
}

/** Lets go of the authenticator app. */
export const deleteTotp = ({ instance, user }: SignedInContext): void => {
  if (user.totpSecret === null) throw resourceNotFound('TOTP')
  user.totpSecret = null
  user.totpUsedPeriod = null
  forgetUnusedBackupCodes(instance, user)
}
