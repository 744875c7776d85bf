import type { Call } from '../../http/call.ts'
import type { Params } from '../../http/params.ts'
import { paramValueInvalid, strategyInvalid } from '../../lib/api-errors.ts'
import { markChanged } from '../../model/changes.ts'
import type { SignInRecord } from '../../model/records/attempts.ts'
import { firstFactorNamed } from '../factors/first-factors.ts'
import { refuseSignedInOn } from '../sessions.ts'
import { readPassword } from '../sign-up/read-fields.ts'
import { proveFirstFactor } from './advance.ts'
import { findSignIn, progressOf, refuseFinished } from './progress.ts'
import { resetPassword } from './reset-password.ts'

const begin = (call: Call, id: string, params: Params) => {
  const [signIn, client] = findSignIn(call, id)
  refuseFinished(signIn)
  const strategy = params.required('strategy')
  const factor = firstFactorNamed(call.instance, strategy)
  if (!['needs_identifier', 'needs_first_factor'].includes(signIn.status)) throw strategyInvalid()
  return {
    signIn,
    client,
    factor,
    progress: progressOf(call, signIn, 'firstFactorVerification', strategy),
  }
}

/** Prepares a first factor: sends its code or link, or says where to go. */
export const prepareFirstFactor = (call: Call, id: string, params: Params): SignInRecord => {
  const { signIn, client, factor, progress } = begin(call, id, params)
  const prepared = factor?.prepare?.(progress, params)
  if (!prepared) throw paramValueInvalid('strategy')
  signIn.firstFactorVerification = prepared
  markChanged(call.instance, client)
  return signIn
}

const readPasswordOf = ({ instance }: Call, params: Params) =>
  params.text('strategy')?.startsWith('reset_password_')
    ? readPassword(instance, params)
    : undefined

/** Takes the proof of a first factor; when it is right the sign-in goes on. */
export const attemptFirstFactor = (call: Call, id: string, params: Params): SignInRecord => {
  const { signIn, factor, progress } = begin(call, id, params)
  // Another attempt may have signed the same person in since this one began.
  refuseSignedInOn(call.instance, signIn.clientId, signIn.userId)
  // A password that will not do is refused before the code is used up.
  readPasswordOf(call, params)
  const proven = factor?.attempt?.(progress, params)
  if (!proven) throw paramValueInvalid('strategy')
  refuseSignedInOn(call.instance, signIn.clientId, signIn.userId)
  proveFirstFactor(call, signIn, proven)
  if (signIn.status === 'needs_new_password' && params.has('password'))
    return resetPassword(call, id, params)
  return signIn
}
