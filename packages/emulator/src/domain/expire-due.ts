import type { Instance } from '../model/instance.ts'
import type { ClientRecord } from '../model/records/client.ts'
import type { IdentificationVerificationRecord } from '../model/records/identification.ts'
import type { SessionRecord } from '../model/records/session.ts'
import type { SignInRecord } from '../model/records/sign-in.ts'
import type { SignUpRecord } from '../model/records/sign-up.ts'
import { signedInSessionsOf } from './clients.ts'
import { closeSessions } from './sessions.ts'
import { moveTo } from './transitions.ts'

const isOver =
  (limit: keyof Pick<SessionRecord, 'expireAt' | 'abandonAt'>, now: number) =>
  (session: SessionRecord) =>
    session[limit] <= now

/**
 * Lets what was due by now happen to a client: sessions expire, attempts are abandoned. Called
 * before each look at it.
 */
export const expireDue = (instance: Instance, client: ClientRecord): void => {
  const now = instance.clock.now()
  const expired = signedInSessionsOf(instance, client).filter(isOver('expireAt', now))
  closeSessions(instance, client, expired, 'expired')
  const abandoned = signedInSessionsOf(instance, client).filter(isOver('abandonAt', now))
  closeSessions(instance, client, abandoned, 'abandoned')
  expireAttempts(instance, client, now)
  expireVerifications(instance, client, now)
}

/** Before somebody looks at all of them from outside. */
export const expireDueOfAll = (instance: Instance): void =>
  instance.change(() => {
    for (const client of instance.database.clients.where(() => true)) expireDue(instance, client)
  })

const expireAttempts = (instance: Instance, client: ClientRecord, now: number): void => {
  const { reverifications, signIns, signUps } = instance.database
  const signIn = signIns.get(client.signInId ?? '')
  const signUp = signUps.get(client.signUpId ?? '')
  const isAbandoned = (attempt: SignInRecord | SignUpRecord) => attempt.abandonAt <= now
  if (signIn && isAbandoned(signIn)) {
    moveTo(signIn, 'abandoned')
    client.signInId = null
  }
  if (signUp && isAbandoned(signUp)) {
    moveTo(signUp, 'abandoned')
    client.signUpId = null
  }
  const asked = client.sessionIds.flatMap(id => reverifications.get(id) ?? [])
  const verifications = [
    ...asked.flatMap(each => [each.firstFactorVerification, each.secondFactorVerification]),
    signIn?.firstFactorVerification,
    signIn?.secondFactorVerification,
    signUp?.emailVerification,
    signUp?.phoneVerification,
    signUp?.web3Verification,
    signUp?.externalVerification,
  ]
  for (const verification of verifications) {
    if (verification?.status !== 'unverified' || (verification.expireAt ?? Infinity) > now) continue
    verification.status = 'expired'
  }
}

// Those of the users that the client shows.
const expireVerifications = (instance: Instance, client: ClientRecord, now: number): void => {
  const { identificationVerifications, users } = instance.database
  if (identificationVerifications.count() === 0) return
  const shown = new Set(signedInSessionsOf(instance, client).map(({ userId }) => userId))
  const isDue = ({
    userId,
    verification: { status, expireAt },
  }: Readonly<IdentificationVerificationRecord>) =>
    shown.has(userId) && status === 'unverified' && (expireAt ?? Infinity) <= now
  for (const { userId, verification } of identificationVerifications.where(isDue)) {
    const user = users.get(userId)
    if (!user) continue
    verification.status = 'expired'
  }
}
