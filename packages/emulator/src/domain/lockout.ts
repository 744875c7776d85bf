import { ApiError } from '../lib/api-error.ts'
import { lockoutWarning, userBanned, userLocked } from '../lib/api-errors.ts'
import type { Instance } from '../model/instance.ts'
import type { UserRecord } from '../model/records/user.ts'

// Tries that are left when people are told so.
const warnAt = 3

const isLocked = (
  instance: Instance,
  user: UserRecord,
): user is UserRecord & { lockedUntil: number } =>
  user.lockedUntil !== null && user.lockedUntil > instance.clock.now()

/** Whole seconds a user stays locked; `null` when it is not. */
export const lockedFor = (instance: Instance, user: UserRecord): number | null =>
  isLocked(instance, user) ? Math.ceil((user.lockedUntil - instance.clock.now()) / 1000) : null

/** @throws ApiError 403 for a user that may not sign in at all now. */
export const assertMaySignIn = (instance: Instance, user: UserRecord): void => {
  if (user.banned) throw userBanned()
  const seconds = lockedFor(instance, user)
  if (seconds !== null) throw userLocked(seconds)
}

/**
 * Counts a wrong password or second factor.
 *
 * @returns the refusal that is due: `wrong`, with a warning when few tries are left, or that the
 * user is locked now.
 */
export const assertMayGuess = (instance: Instance, user: UserRecord, wrong: ApiError): ApiError => {
  const { lockoutAttempts, lockoutDuration } = instance.settings
  if (lockoutAttempts === 0 || user.id === '') return wrong
  if (user.lockedUntil !== null && !isLocked(instance, user)) forgiveGuesses(user)
  user.failedAttempts += 1
  const left = lockoutAttempts - user.failedAttempts
  if (left > warnAt) return wrong
  if (left > 0) return new ApiError(wrong.status, [...wrong.faults, lockoutWarning(left)])
  user.lockedUntil = instance.clock.now() + lockoutDuration
  return userLocked(Math.ceil(lockoutDuration / 1000))
}

/** After a proof, or when an administrator unlocks: the count begins anew. */
export const forgiveGuesses = (user: UserRecord): void => {
  user.failedAttempts = 0
  user.lockedUntil = null
}

/** Locks a user from now on, as after too many wrong tries. */
export const lockUser = ({ clock, settings }: Instance, user: UserRecord): void => {
  user.failedAttempts = settings.lockoutAttempts
  user.lockedUntil = clock.now() + settings.lockoutDuration
}
