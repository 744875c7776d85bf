import { type Call, ensureClient } from '../../http/call.ts'
import type { Params } from '../../http/params.ts'
import {
  identifierNotFound,
  paramDisabled,
  signUpIfMissingNotAllowed,
  ticketInvalid,
  transferInvalid,
} from '../../lib/api-errors.ts'
import type { SignInRecord } from '../../model/records/attempts.ts'
import type { UserRecord } from '../../model/records/user.ts'
import type { VerificationRecord } from '../../model/records/verification.ts'
import { adopt, release } from '../attempts.ts'
import { checkCaptchaSolved } from '../captcha.ts'
import { isEnterprise, isEnterpriseEmail, isExternal } from '../factors/external.ts'
import type { Factor, Progress } from '../factors/factor.ts'
import { firstFactorNamed } from '../factors/first-factors.ts'
import { verifiedBy } from '../factors/new-verification.ts'
import { refuseUnwelcome } from '../lockout.ts'
import { ownerOf } from '../provider-accounts.ts'
import { refuseSignedInOn } from '../sessions.ts'
import { usableTicket } from '../tickets.ts'
import { blankUser, findUserBy } from '../users.ts'
import { proveFirstFactor } from './advance.ts'
import { subjectOf } from './subject.ts'

const blankSignIn = ({ instance }: Call): SignInRecord => {
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
    createdSessionId: null,
    abandonAt: now + instance.settings.attemptLifetime,
    createdAt: now,
  }
}

const welcome = (call: Call, user: UserRecord): UserRecord => {
  refuseUnwelcome(call.instance, user)
  refuseSignedInOn(call.instance, call.client?.id ?? null, user.id)
  return user
}

// Refusals come before the first change, so that a refused sign-in leaves no trace: no client, no
// attempt.
const identify = (call: Call, identifier: string): UserRecord | null => {
  const user = findUserBy(call.instance, identifier)
  if (user) return welcome(call, user)
  // A company's provider may know people that the instance has not met.
  const mayBeMet =
    call.instance.settings.enumerationProtection || isEnterpriseEmail(call.instance, identifier)
  if (!mayBeMet) throw identifierNotFound()
  return null
}

const nameSubject = (call: Call, signIn: SignInRecord, identifier: string): void => {
  const user = identify(call, identifier)
  signIn.status = 'needs_first_factor'
  signIn.identifier = identifier
  signIn.userId = user?.id ?? null
  if (!user) signIn.pretendedId = call.instance.ids.next('idn')
}

/** A sign-in with what proves it, if the request did that already. */
interface Begun {
  readonly signIn: SignInRecord
  readonly proven: VerificationRecord | null
}

// The one-time tokens of the Backend API, and invitations of who has an account by now.
const byTicket = (call: Call, params: Params): Begun => {
  const ticket = usableTicket(call.instance, params.required('ticket'))
  const { users } = call.instance.database
  const user =
    users.get(ticket.userId ?? '') ??
    (ticket.emailAddress && findUserBy(call.instance, ticket.emailAddress))
  if (!user) throw ticketInvalid()
  const signIn = { ...blankSignIn(call), userId: welcome(call, user).id }
  ticket.status = 'used'
  return { signIn, proven: verifiedBy('ticket') }
}

// A sign-up by a provider whose account has an owner: he is signed in instead (section 5.4).
const byTransfer = (call: Call): Begun => {
  const signUp = call.instance.database.signUps.get(call.client?.signUpId ?? '')
  const verification = signUp?.externalVerification
  const account = call.instance.database.providerAccounts.get(signUp?.providerAccountId ?? '')
  const user = account && ownerOf(call.instance, account)
  if (!signUp || verification?.status !== 'transferable' || !user) throw transferInvalid()
  const signIn = {
    ...blankSignIn(call),
    userId: welcome(call, user).id,
    providerAccountId: account.id,
  }
  release(call.client, 'signUpId', signUp)
  return { signIn, proven: { ...verification, status: 'verified', error: null } }
}

const needsIdentifier = (factor: Factor): boolean =>
  factor.strategy !== 'passkey' && (!isExternal(factor.strategy) || isEnterprise(factor.strategy))

/**
 * The factor is only chosen: a link needs to know where to lead back, and a company's provider is
 * asked for by `POST /v1/client/sign_ins/{id}/prepare_first_factor`.
 */
const isPreparedLater = ({ strategy }: Factor, params: Params): boolean =>
  isEnterprise(strategy) || (strategy === 'email_link' && !params.has('redirect_url'))

const byFactor = (call: Call, params: Params): Begun => {
  const name = params.text('strategy') ?? (params.has('password') ? 'password' : null)
  const factor = firstFactorNamed(call.instance, name)
  const identifier =
    factor && needsIdentifier(factor) ? params.required('identifier') : params.text('identifier')
  const signIn = blankSignIn(call)
  if (identifier !== null) nameSubject(call, signIn, identifier)
  if (!factor) return { signIn, proven: null }
  const subject = subjectOf(call.instance, signIn) ?? blankUser('', signIn.createdAt)
  const progress: Progress = {
    call,
    proving: signIn,
    subject,
    verification: null,
    onCounted: () => undefined,
  }
  if (!factor.prepare) return { signIn, proven: factor.attempt?.(progress, params) ?? null }
  if (!isPreparedLater(factor, params))
    signIn.firstFactorVerification = factor.prepare(progress, params)
  return { signIn, proven: null }
}

const begin = (call: Call, params: Params): Begun => {
  if (params.flag('transfer')) return byTransfer(call)
  if (params.text('strategy') === 'ticket' || params.has('ticket')) return byTicket(call, params)
  return byFactor(call, params)
}

/**
 * Creates the caller's sign-in, in place of the current one, and goes as far as the parameters
 * allow (section 5.2).
 */
export const createSignIn = (call: Call, params: Params): SignInRecord => {
  const { instance } = call
  checkCaptchaSolved(call)
  if (params.flag('sign_up_if_missing')) throw signUpIfMissingNotAllowed()
  if (params.text('token') !== null) throw paramDisabled('token')
  refuseSignedInOn(instance, call.client?.id ?? null, null)
  const { signIn, proven } = begin(call, params)
  const client = ensureClient(call)
  adopt(instance, client, instance.database.signIns, 'signInId', signIn)
  if (proven) proveFirstFactor(call, signIn, proven)
  return signIn
}
