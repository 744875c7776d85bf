import {
  identifierNotFound,
  paramDisabled,
  signUpIfMissingNotAllowed,
  ticketInvalid,
  transferInvalid,
} from '../../lib/api-errors.ts'
import type { SignInRecord } from '../../model/records/sign-in.ts'
import type { UserRecord } from '../../model/records/user.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import { detach, makeCurrent } from '../attempts.ts'
import { checkCaptchaSolved } from '../captcha.ts'
import { type Context, ensureClient } from '../context.ts'
import { isEnterpriseEmail } from '../factors/external.ts'
import type { FactorContext } from '../factors/factor.ts'
import { firstFactorNamed } from '../factors/first-factors.ts'
import { verifiedBy } from '../factors/new-verification.ts'
import { assertMaySignIn } from '../lockout.ts'
import type { Params } from '../params.ts'
import { ownerOf } from '../provider-accounts.ts'
import { assertNotSignedInOn } from '../sessions.ts'
import { redeemTicket, usableTicket } from '../tickets.ts'
import { moveTo } from '../transitions.ts'
import { blankUser, findUserBy } from '../users.ts'
import { completeFirstFactor } from './advance.ts'
import { subjectOf } from './subject.ts'

const blankSignIn = ({ instance }: Context): SignInRecord => {
  const now = instance.clock.now()
  return {
    id: instance.ids.next('sia'),
    clientId: '',
    status: 'needs_identifier',
    identifier: null,
    userId: null,
    pretendedId: null,
    firstFactorVerification: null,
    secondFactorVerification: null,
    secondFactorVerifiedAt: null,
    clientTrustState: null,
    providerAccountId: null,
    ticketId: null,
    createdSessionId: null,
    abandonAt: now + instance.settings.attemptLifetime,
    createdAt: now,
  }
}

const welcome = (context: Context, user: UserRecord): UserRecord => {
  assertMaySignIn(context.instance, user)
  assertNotSignedInOn(context.instance, context.client?.id ?? null, user.id)
  return user
}

// Refusals come before the first change, so that a refused sign-in leaves no trace: no client, no
// attempt.
const identify = (context: Context, identifier: string): UserRecord | null => {
  const user = findUserBy(context.instance, identifier)
  if (user) return welcome(context, user)
  // A company's provider may know people that the instance has not met.
  const mayBeMet =
    context.instance.settings.enumerationProtection ||
    isEnterpriseEmail(context.instance, identifier)
  if (!mayBeMet) throw identifierNotFound()
  return null
}

const nameSubject = (context: Context, signIn: SignInRecord, identifier: string): void => {
  const user = identify(context, identifier)
  moveTo(signIn, 'needs_first_factor')
  signIn.identifier = identifier
  signIn.userId = user?.id ?? null
  if (!user) signIn.pretendedId = context.instance.ids.next('idn')
}

/** A sign-in with what proves it, if the request did that already. */
interface StartedSignIn {
  readonly signIn: SignInRecord
  readonly proven: VerificationRecord | null
}

// The one-time tokens of the Backend API, and invitations of who has an account by now.
const byTicket = (context: Context, params: Params): StartedSignIn => {
  const ticket = usableTicket(context.instance, params.required('ticket'))
  const { users } = context.instance.database
  const user =
    users.get(ticket.userId ?? '') ??
    (ticket.emailAddress && findUserBy(context.instance, ticket.emailAddress))
  if (!user) throw ticketInvalid()
  const userId = welcome(context, user).id
  const signIn = { ...blankSignIn(context), userId, ticketId: ticket.id }
  redeemTicket(context.instance, ticket, user)
  return { signIn, proven: verifiedBy('ticket') }
}

// A sign-up by a provider whose account has an owner: he is signed in instead.
const byTransfer = (context: Context): StartedSignIn => {
  const signUp = context.instance.database.signUps.get(context.client?.signUpId ?? '')
  const verification = signUp?.externalVerification
  const account = context.instance.database.providerAccounts.get(signUp?.providerAccountId ?? '')
  const user = account && ownerOf(context.instance, account)
  if (!signUp || verification?.status !== 'transferable' || !user) throw transferInvalid()
  const signIn = {
    ...blankSignIn(context),
    userId: welcome(context, user).id,
    providerAccountId: account.id,
  }
  detach(context.client, 'signUpId', signUp)
  return { signIn, proven: { ...verification, status: 'verified', error: null } }
}

const byFactor = (context: Context, params: Params): StartedSignIn => {
  const name = params.text('strategy') ?? (params.has('password') ? 'password' : null)
  const factor = firstFactorNamed(context.instance, name)
  const identifier =
    factor && !factor.identifies ? params.required('identifier') : params.text('identifier')
  const signIn = blankSignIn(context)
  if (identifier !== null) nameSubject(context, signIn, identifier)
  if (!factor) return { signIn, proven: null }
  const subject = subjectOf(context.instance, signIn) ?? blankUser('', signIn.createdAt)
  const factorContext: FactorContext = {
    context,
    owner: signIn,
    subject,
    verification: null,
  }
  if (!factor.prepare) return { signIn, proven: factor.attempt?.(factorContext, params) ?? null }
  if (!factor.isPreparedLater?.(params))
    signIn.firstFactorVerification = factor.prepare(factorContext, params)
  return { signIn, proven: null }
}

const begin = (context: Context, params: Params): StartedSignIn => {
  if (params.flag('transfer')) return byTransfer(context)
  if (params.text('strategy') === 'ticket' || params.has('ticket')) return byTicket(context, params)
  return byFactor(context, params)
}

/**
 * Creates the caller's sign-in, in place of the current one, and goes as far as the parameters
 * allow.
 */
export const createSignIn = (context: Context, params: Params): SignInRecord => {
  const { instance } = context
  checkCaptchaSolved(context)
  if (params.flag('sign_up_if_missing')) throw signUpIfMissingNotAllowed()
  if (params.text('token') !== null) throw paramDisabled('token')
  assertNotSignedInOn(instance, context.client?.id ?? null, null)
  const { signIn, proven } = begin(context, params)
  const client = ensureClient(context)
  makeCurrent(client, instance.database.signIns, 'signInId', signIn)
  if (proven) completeFirstFactor(context, signIn, proven)
  return signIn
}
