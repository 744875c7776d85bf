import type { ClientRecord, SignInRecord } from '../../database.ts'
import type { Call } from '../../http/call.ts'
import { alreadyVerified, olderAttempt, resourceNotFound, userBanned, verificationMissing } from '../../refusals.ts'
import type { SignInProgress } from '../../strategies/first-factor.ts'
import { markChanged } from '../changes.ts'
import { subjectOf } from './subject.ts'

/**
 * A sign-in of the caller's client, whatever became of it, and that client.
 *
 * @throws ApiError 404 for one that is not the caller's.
 */
export const findSignIn = ({ instance, client }: Call, id: string): [SignInRecord, ClientRecord] => {
  const signIn = instance.database.signIns.get(id)
  if (!client || signIn?.clientId !== client.id) throw resourceNotFound('Sign in', id)
  return [signIn, client]
}

/**
 * The caller's current sign-in, ready to be worked on.
 *
 * @throws ApiError 403 for one that another has replaced, 400 for one that is complete or has no identifier yet.
 */
export const signInProgress = ({ instance }: Call, signIn: SignInRecord, client: ClientRecord): SignInProgress => {
  if (signIn.status === 'abandoned') throw olderAttempt('sign in')
  if (signIn.status === 'complete') throw alreadyVerified()
  const subject = subjectOf(instance, signIn)
  if (!subject) throw verificationMissing()
  if (subject.banned) throw userBanned()
  return { instance, signIn, subject, onCounted: () => markChanged(instance, client) }
}
