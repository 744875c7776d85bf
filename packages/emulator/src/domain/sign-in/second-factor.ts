import { noSecondFactors, paramValueInvalid } from '../../lib/api-errors.ts'
import type { SignInRecord } from '../../model/records/sign-in.ts'
import type { Context } from '../context.ts'
import { isSecondStep, secondFactorNamed } from '../factors/second-factors.ts'
import type { Params } from '../params.ts'
import { assertNotSignedInOn } from '../sessions.ts'
import { completeSecondFactor } from './advance.ts'
import { assertUnfinished, factorContextOf, findSignIn } from './factor-context.ts'

const begin = (context: Context, id: string, params: Params) => {
  const signIn = findSignIn(context, id)
  assertUnfinished(signIn)
  const strategy = params.required('strategy')
  if (!isSecondStep(signIn.status)) throw noSecondFactors()
  const factor = secondFactorNamed(context.instance, strategy, signIn.status)
  return {
    signIn,
    factor,
    factorContext: factorContextOf(context, signIn, 'secondFactorVerification', strategy),
  }
}

/** Prepares a second factor, or the step by which a client earns a user's trust. */
export const prepareSecondFactor = (context: Context, id: string, params: Params): SignInRecord => {
  const { signIn, factor, factorContext } = begin(context, id, params)
  const prepared = factor.prepare?.(factorContext, params)
  if (!prepared) throw paramValueInvalid('strategy')
  signIn.secondFactorVerification = prepared
  return signIn
}

/** Takes the proof of a second factor; when it is right the sign-in is complete. */
export const attemptSecondFactor = (context: Context, id: string, params: Params): SignInRecord => {
  const { signIn, factor, factorContext } = begin(context, id, params)
  assertNotSignedInOn(context.instance, signIn.clientId, signIn.userId)
  const proven = factor.attempt?.(factorContext, params)
  if (!proven) throw paramValueInvalid('strategy')
  completeSecondFactor(context, signIn, proven)
  return signIn
}
