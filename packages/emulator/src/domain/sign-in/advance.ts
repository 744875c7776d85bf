import { resourceNotFound } from '../../lib/api-errors.ts'
import type { ClientRecord } from '../../model/records/client.ts'
import type { SignInRecord } from '../../model/records/sign-in.ts'
import type { UserRecord } from '../../model/records/user.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import type { Context } from '../context.ts'
import { secondFactorsOf } from '../factors/second-factors.ts'
import { findStrategy } from '../factors/strategies.ts'
import { forgiveGuesses } from '../lockout.ts'
import { startSession } from '../sessions.ts'
import { moveTo } from '../transitions.ts'

const partiesOf = ({ instance }: Context, signIn: SignInRecord): [ClientRecord, UserRecord] => {
  const client = instance.database.clients.get(signIn.clientId)
  const user = instance.database.users.get(signIn.userId ?? '')
  if (!client || !user) throw resourceNotFound('User')
  return [client, user]
}

const ticketOf = ({ instance }: Context, { ticketId }: SignInRecord) =>
  instance.database.tickets.get(ticketId ?? '')

// The strategy of its first factor.
const byOf = ({ firstFactorVerification }: SignInRecord) =>
  findStrategy(firstFactorVerification?.strategy ?? '')

// The session starts and the client lets go of the attempt, which stays readable by its id.
const complete = (context: Context, signIn: SignInRecord): void => {
  const [client, user] = partiesOf(context, signIn)
  moveTo(signIn, 'complete')
  if (signIn.clientTrustState !== null) signIn.clientTrustState = 'known'
  client.signInId = null
  const strategy = signIn.firstFactorVerification?.strategy ?? ''
  const isOwn = context.client === client
  const session = startSession(context.instance, client, user, strategy, { isOwn })
  session.secondFactorVerifiedAt = signIn.secondFactorVerifiedAt
  const ticket = ticketOf(context, signIn)
  session.actor = ticket?.actor ?? null
  if (ticket?.sessionLifetime != null) session.expireAt = session.createdAt + ticket.sessionLifetime
  signIn.createdSessionId = session.id
}

const isUntrustedClient = (
  { instance }: Context,
  client: ClientRecord,
  user: UserRecord,
  signIn: SignInRecord,
): boolean =>
  instance.settings.clientTrust &&
  !user.bypassClientTrust &&
  byOf(signIn)?.needsTrust === true &&
  !client.trustedUserIds.includes(user.id) &&
  secondFactorsOf(instance, user, 'needs_client_trust').length > 0

/**
 * What comes after a first factor, and after a new password: a second factor, the client's trust,
 * or nothing more.
 */
export const afterFirstFactor = (context: Context, signIn: SignInRecord): void => {
  const { instance } = context
  const [client, user] = partiesOf(context, signIn)
  // Who acts for a user has none of the user's factors.
  const isEnough =
    ticketOf(context, signIn)?.kind === 'actor_token' ||
    byOf(signIn)?.isBothFactors?.(instance.settings) === true
  if (!isEnough && secondFactorsOf(instance, user, 'needs_second_factor').length > 0) {
    moveTo(signIn, 'needs_second_factor')
  } else if (isUntrustedClient(context, client, user, signIn)) {
    moveTo(signIn, 'needs_client_trust')
    signIn.clientTrustState = 'new'
  } else {
    complete(context, signIn)
  }
}

/** Takes a sign-in on from a proven first factor. */
export const completeFirstFactor = (
  context: Context,
  signIn: SignInRecord,
  proven: VerificationRecord,
): void => {
  const [, user] = partiesOf(context, signIn)
  signIn.firstFactorVerification = proven
  forgiveGuesses(user)
  if (byOf(signIn)?.needsNewPassword) {
    moveTo(signIn, 'needs_new_password')
  } else {
    afterFirstFactor(context, signIn)
  }
}

/** Takes a sign-in on from a proven second factor. */
export const completeSecondFactor = (
  context: Context,
  signIn: SignInRecord,
  proven: VerificationRecord,
): void => {
  const [, user] = partiesOf(context, signIn)
  const isTrust = signIn.status === 'needs_client_trust'
  signIn.secondFactorVerification = proven
  if (!isTrust) signIn.secondFactorVerifiedAt = context.instance.clock.now()
  forgiveGuesses(user)
  complete(context, signIn)
}
