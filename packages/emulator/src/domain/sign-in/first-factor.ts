import { paramValueInvalid, strategyInvalid } from '../../lib/api-errors.ts'
import type { SignInRecord } from '../../model/records/sign-in.ts'
import type { Context } from '../context.ts'
import { firstFactorNamed } from '../factors/first-factors.ts'
import { findStrategy } from '../factors/strategies.ts'
import type { Params } from '../params.ts'
import { assertNotSignedInOn } from '../sessions.ts'
import { readPassword } from '../sign-up/read-fields.ts'
import { completeFirstFactor } from './advance.ts'
import { assertUnfinished, factorContextOf, findSignIn } from './factor-context.ts'
import { resetPassword } from './reset-password.ts'

const begin = (context: Context, id: string, params: Params) => {
  const signIn = findSignIn(context, id)
  assertUnfinished(signIn)
  const strategy = params.required('strategy')
  const factor = firstFactorNamed(context.instance, strategy)
  if (!['needs_identifier', 'needs_first_factor'].includes(signIn.status)) throw strategyInvalid()
  return {
    signIn,
    factor,
    factorContext: factorContextOf(context, signIn, 'firstFactorVerification', strategy),
  }
}

/** Prepares a first factor: sends its code or link, or says where to go. */
export const prepareFirstFactor = (context: Context, id: string, params: Params): SignInRecord => {
  const { signIn, factor, factorContext } = begin(context, id, params)
  const prepared = factor?.prepare?.(factorContext, params)
  if (!prepared) throw paramValueInvalid('strategy')
  signIn.firstFactorVerification = prepared
  return signIn
}

const readPasswordOf = ({ instance }: Context, params: Params) =>
  findStrategy(params.text('strategy') ?? '')?.needsNewPassword
    ? readPassword(instance, params)
    : undefined

/** Takes the proof of a first factor; when it is right the sign-in goes on. */
export const attemptFirstFactor = (context: Context, id: string, params: Params): SignInRecord => {
  const { signIn, factor, factorContext } = begin(context, id, params)
  // Another attempt may have signed the same person in since this one began.
  assertNotSignedInOn(context.instance, signIn.clientId, signIn.userId)
  // A password that will not do is refused before the code is used up.
  readPasswordOf(context, params)
  const proven = factor?.attempt?.(factorContext, params)
  if (!proven) throw paramValueInvalid('strategy')
  assertNotSignedInOn(context.instance, signIn.clientId, signIn.userId)
  completeFirstFactor(context, signIn, proven)
  if (signIn.status === 'needs_new_password' && params.has('password'))
    return resetPassword(context, id, params)
  return signIn
}
