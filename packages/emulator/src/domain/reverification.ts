import {
  paramValueInvalid,
  reverificationMissing,
  reverificationRequired,
  reverificationStepInvalid,
  signedOut,
} from '../lib/api-errors.ts'
import type { Instance } from '../model/instance.ts'
import type { ReverificationRecord } from '../model/records/reverification.ts'
import type { SessionRecord } from '../model/records/session.ts'
import type { UserRecord } from '../model/records/user.ts'
import type { VerificationRecord } from '../model/records/verification.ts'
import { isSignedIn } from './clients.ts'
import type { Context } from './context.ts'
import type { Factor, FactorContext } from './factors/factor.ts'
import { reverificationFactorNamed } from './factors/first-factors.ts'
import { secondFactorNamed, secondFactorsOf } from './factors/second-factors.ts'
import { assertMaySignIn, forgiveGuesses } from './lockout.ts'
import type { Params } from './params.ts'

const levels = ['first_factor', 'second_factor', 'multi_factor'] as const

type Step = 'firstFactor' | 'secondFactor'
const stepOf = {
  needs_first_factor: 'firstFactor',
  needs_second_factor: 'secondFactor',
  complete: null,
} as const

const partiesOf = ({ instance, client }: Context, id: string): [SessionRecord, UserRecord] => {
  const session = instance.database.sessions.get(id)
  const user = instance.database.users.get(session?.userId ?? '')
  if (!session || !user || session.clientId !== client?.id || !isSignedIn(session))
    throw signedOut()
  return [session, user]
}

/**
 * Asks the user of a session to prove once more who it is. Who has no second factor is asked for a
 * first one.
 *
 * @throws ApiError 401 unless the session is one of the caller's and signed in.
 */
export const startReverification = (
  context: Context,
  id: string,
  params: Params,
): ReverificationRecord => {
  const { instance } = context
  const [, user] = partiesOf(context, id)
  params.required('level')
  const asked = params.oneOf('level', levels) ?? 'first_factor'
  const level =
    secondFactorsOf(instance, user, 'needs_second_factor').length > 0 ? asked : 'first_factor'
  const reverification: ReverificationRecord = {
    id,
    userId: user.id,
    level,
    status: level === 'second_factor' ? 'needs_second_factor' : 'needs_first_factor',
    firstFactorVerification: null,
    secondFactorVerification: null,
  }
  instance.database.reverifications.set(reverification)
  return reverification
}

/**
 * What is sensitive is not for whoever finds a session open: asked is for the second factor, or the
 * first one where the session knows no other.
 *
 * @throws ApiError 403 when the last proof of that factor is too old.
 */
export const assertFresh = (
  { clock, settings: { reverificationAfter } }: Instance,
  { firstFactorVerifiedAt, secondFactorVerifiedAt }: SessionRecord,
): void => {
  const age = clock.now() - (secondFactorVerifiedAt ?? firstFactorVerifiedAt)
  if (reverificationAfter !== null && age >= reverificationAfter)
    throw reverificationRequired(reverificationAfter)
}

const begin = (context: Context, id: string, step: Step, params: Params) => {
  const { instance } = context
  const [session, user] = partiesOf(context, id)
  const strategy = params.required('strategy')
  const isFirst = step === 'firstFactor'
  const factor: Factor = isFirst
    ? reverificationFactorNamed(instance, strategy)
    : secondFactorNamed(instance, strategy, 'needs_second_factor')
  const reverification = instance.database.reverifications.get(id)
  if (!reverification) throw reverificationMissing()
  if (stepOf[reverification.status] !== step) throw reverificationStepInvalid()
  assertMaySignIn(instance, user)
  const factorContext: FactorContext = {
    context,
    owner: reverification,
    subject: user,
    verification: reverification[`${step}Verification`],
  }
  return { session, user, factor, reverification, factorContext }
}

/** Sends what a factor has to send. */
export const prepareReverification = (
  context: Context,
  id: string,
  step: Step,
  params: Params,
): ReverificationRecord => {
  const { factor, reverification, factorContext } = begin(context, id, step, params)
  const prepared = factor.prepare?.(factorContext, params)
  if (!prepared) throw paramValueInvalid('strategy')
  reverification[`${step}Verification`] = prepared
  return reverification
}

// The factor is as fresh as can be from now on, and tokens have to say so.
const prove = (
  { instance }: Context,
  session: SessionRecord,
  reverification: ReverificationRecord,
  step: Step,
  proven: VerificationRecord,
): void => {
  reverification[`${step}Verification`] = proven
  session[`${step}VerifiedAt`] = instance.clock.now()
  session.token = null
  const isMore = step === 'firstFactor' && reverification.level === 'multi_factor'
  reverification.status = isMore ? 'needs_second_factor' : 'complete'
}

/** Takes the proof of a factor: it counts for the session from now on. */
export const attemptReverification = (
  context: Context,
  id: string,
  step: Step,
  params: Params,
): ReverificationRecord => {
  const { session, user, factor, reverification, factorContext } = begin(context, id, step, params)
  const proven = factor.attempt?.(factorContext, params)
  if (!proven) throw paramValueInvalid('strategy')
  forgiveGuesses(user)
  prove(context, session, reverification, step, proven)
  return reverification
}
