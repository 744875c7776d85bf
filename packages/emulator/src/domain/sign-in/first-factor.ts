import { paramValueInvalid, strategyInvalid } from '../../lib/api-errors.ts'
import { markChanged } from '../../model/changes.ts'
import type { SignInRecord } from '../../model/records/sign-in.ts'
import type { Context } from '../context.ts'
import { firstFactorNamed } from '../factors/first-factors.ts'
import type { Params } from '../params.ts'
import { refuseSignedInOn } from '../sessions.ts'
import { readPassword } from '../sign-up/read-fields.ts'
import { proveFirstFactor } from './advance.ts'
import { findSignIn, progressOf, refuseFinished } from './progress.ts'
import { resetPassword } from './reset-password.ts'

const begin = (context: Context, id: string, params: Params) => {
  const [signIn, client] = findSignIn(context, id)
  refuseFinished(signIn)
  const strategy = params.required('strategy')
  const factor = firstFactorNamed(context.instance, strategy)
  if (!['needs_identifier', 'needs_first_factor'].includes(signIn.status)) throw strategyInvalid()
  return {
    signIn,
    client,
    factor,
    progress: progressOf(context, signIn, 'firstFactorVerification', strategy),
  }
}

/** Prepares a first factor: sends its code or link, or says where to go. */
export const prepareFirstFactor = (context: Context, id: string, params: Params): SignInRecord => {
  const { signIn, client, factor, progress } = begin(context, id, params)
  const prepared = factor?.prepare?.(progress, params)
  if (!prepared) throw paramValueInvalid('strategy')
  signIn.firstFactorVerification = prepared
  markChanged(context.instance, client)
  return signIn
}

const readPasswordOf = ({ instance }: Context, params: Params) =>
  params.text('strategy')?.startsWith('reset_password_')
    ? readPassword(instance, params)
    : undefined

/** Takes the proof of a first factor; when it is right the sign-in goes on. */
export const attemptFirstFactor = (context: Context, id: string, params: Params): SignInRecord => {
  const { signIn, factor, progress } = begin(context, id, params)
  // Another attempt may have signed the same person in since this one began.
  refuseSignedInOn(context.instance, signIn.clientId, signIn.userId)
  // A password that will not do is refused before the code is used up.
  readPasswordOf(context, params)
  const proven = factor?.attempt?.(progress, params)
  if (!proven) throw paramValueInvalid('strategy')
  refuseSignedInOn(context.instance, signIn.clientId, signIn.userId)
  proveFirstFactor(context, signIn, proven)
  if (signIn.status === 'needs_new_password' && params.has('password'))
    return resetPassword(context, id, params)
  return signIn
}
