import {
  alreadyVerified,
  olderAttempt,
  resourceNotFound,
  verificationMissing,
} from '../../lib/api-errors.ts'
import type { SignInRecord } from '../../model/records/sign-in.ts'
import type { Context } from '../context.ts'
import type { FactorContext } from '../factors/factor.ts'
import { findStrategy } from '../factors/strategies.ts'
import { assertMaySignIn } from '../lockout.ts'
import { blankUser } from '../users.ts'
import { subjectOf } from './subject.ts'

/**
 * A sign-in of the caller's client, whatever became of it, and that client.
 *
 * @throws ApiError 404 for one that is not the caller's.
 */
export const findSignIn = ({ instance, client }: Context, id: string): SignInRecord => {
  const signIn = instance.database.signIns.get(id)
  if (!client || signIn?.clientId !== client.id) throw resourceNotFound('Sign in', id)
  return signIn
}

/** @throws ApiError 403 for a sign-in that another has replaced, 400 for one that is complete. */
export const assertUnfinished = ({ status }: SignInRecord): void => {
  if (status === 'abandoned') throw olderAttempt('sign in')
  if (status === 'complete') throw alreadyVerified()
}

/**
 * A factor of a sign-in, ready to be worked on.
 *
 * @throws ApiError 400 without an identifier (only a passkey needs none), 403 for a user that may
 * not sign in now.
 */
export const factorContextOf = (
  context: Context,
  signIn: SignInRecord,
  slot: 'firstFactorVerification' | 'secondFactorVerification',
  strategy: string,
): FactorContext => {
  const subject = subjectOf(context.instance, signIn)
  if (!subject && !findStrategy(strategy)?.firstFactor?.identifies) throw verificationMissing()
  if (subject) assertMaySignIn(context.instance, subject)
  return {
    context,
    owner: signIn,
    subject: subject ?? blankUser('', signIn.createdAt),
    verification: signIn[slot],
  }
}
