import { noSecondFactors, paramValueInvalid } from '../../lib/api-errors.ts'
import { markChanged } from '../../model/changes.ts'
import type { SignInRecord } from '../../model/records/sign-in.ts'
import type { Context } from '../context.ts'
import { isSecondStep, secondFactorNamed } from '../factors/second-factors.ts'
import type { Params } from '../params.ts'
import { refuseSignedInOn } from '../sessions.ts'
import { proveSecondFactor } from './advance.ts'
import { findSignIn, progressOf, refuseFinished } from './progress.ts'

const begin = (context: Context, id: string, params: Params) => {
  const [signIn, client] = findSignIn(context, id)
  refuseFinished(signIn)
  const strategy = params.required('strategy')
  if (!isSecondStep(signIn.status)) throw noSecondFactors()
  const factor = secondFactorNamed(context.instance, strategy, signIn.status)
  return {
    signIn,
    client,
    factor,
    progress: progressOf(context, signIn, 'secondFactorVerification', strategy),
  }
}

/** Prepares a second factor, or the step by which a client earns a user's trust. */
export const prepareSecondFactor = (context: Context, id: string, params: Params): SignInRecord => {
  const { signIn, client, factor, progress } = begin(context, id, params)
  const prepared = factor.prepare?.(progress, params)
  if (!prepared) throw paramValueInvalid('strategy')
  signIn.secondFactorVerification = prepared
  markChanged(context.instance, client)
  return signIn
}

/** Takes the proof of a second factor; when it is right the sign-in is complete. */
export const attemptSecondFactor = (context: Context, id: string, params: Params): SignInRecord => {
  const { signIn, factor, progress } = begin(context, id, params)
  refuseSignedInOn(context.instance, signIn.clientId, signIn.userId)
  const proven = factor.attempt?.(progress, params)
  if (!proven) throw paramValueInvalid('strategy')
  proveSecondFactor(context, signIn, proven)
  return signIn
}
