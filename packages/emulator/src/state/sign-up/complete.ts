import type { ClientRecord, SignUpRecord } from '../../database.ts'
import type { Instance } from '../../instance.ts'
import { identificationClaimed } from '../../refusals.ts'
import { startSession } from '../sessions.ts'
import { createUser, findUserBy } from '../users.ts'
import { fieldsOf } from './requirements.ts'

const lastStrategy = (signUp: SignUpRecord): string => signUp.emailVerification?.strategy ?? 'password'

/** Makes the user and the session of a sign-up once nothing is missing or unverified. */
export const completeIfReady = (instance: Instance, client: ClientRecord, signUp: SignUpRecord): void => {
  const { missing, unverified } = fieldsOf(instance, signUp)
  const identifiers = [signUp.emailAddress, signUp.username].filter(identifier => identifier !== null)
  if (missing.length > 0 || unverified.length > 0 || identifiers.length === 0) return
  if (identifiers.some(identifier => findUserBy(instance, identifier))) throw identificationClaimed()
  const user = createUser(instance, {
    emailAddress: signUp.emailAddress,
    emailVerified: signUp.emailVerification?.status === 'verified',
    passwordHash: signUp.passwordHash,
    username: signUp.username,
    firstName: signUp.firstName,
    lastName: signUp.lastName,
    unsafeMetadata: signUp.unsafeMetadata,
    legalAcceptedAt: signUp.legalAcceptedAt,
  })
  signUp.status = 'complete'
  signUp.createdUserId = user.id
  client.signUpId = null
  signUp.createdSessionId = startSession(instance, client, user, lastStrategy(signUp)).id
}
