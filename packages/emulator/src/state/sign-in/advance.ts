import type { ClientRecord, SignInRecord, VerificationRecord } from '../../database.ts'
import type { Instance } from '../../instance.ts'
import { resourceNotFound } from '../../refusals.ts'
import { startSession } from '../sessions.ts'

/**
 * Takes a sign-in on from a proven first factor. There being no second factors yet, it completes: the session starts and
 * the client lets go of the attempt, which stays readable by its id.
 */
export const advance = (
  instance: Instance,
  client: ClientRecord,
  signIn: SignInRecord,
  proven: VerificationRecord,
): void => {
  const user = instance.database.users.get(signIn.userId ?? '')
  if (!user) throw resourceNotFound('User')
  signIn.firstFactorVerification = proven
  signIn.status = 'complete'
  client.signInId = null
  signIn.createdSessionId = startSession(instance, client, user, proven.strategy).id
}
