import {
  alreadyVerified,
  olderAttempt,
  resourceNotFound,
  sessionExists,
} from '../../lib/api-errors.ts'
import type { SignUpRecord } from '../../model/records/sign-up.ts'
import { type Context, signedInOf } from '../context.ts'
import { isExternal } from '../factors/external.ts'
import type { Params } from '../params.ts'
import { completeIfReady } from './complete.ts'
import { readSupplied } from './supply.ts'
import { readStrategy, sendVerification, verifyProof } from './verification.ts'

/**
 * A sign-up of the caller's client, whatever became of it, and that client.
 *
 * @throws ApiError 404 for one that is not the caller's.
 */
export const findSignUp = ({ instance, client }: Context, id: string): SignUpRecord => {
  const signUp = instance.database.signUps.get(id)
  if (!client || signUp?.clientId !== client.id) throw resourceNotFound('Sign up', id)
  return signUp
}

const currentSignUp = (context: Context, id: string): SignUpRecord => {
  const signUp = findSignUp(context, id)
  if (signUp.status === 'abandoned') throw olderAttempt('sign up')
  if (signUp.status === 'complete') throw alreadyVerified()
  if (context.instance.settings.singleSession && signedInOf(context).length > 0)
    throw sessionExists()
  return signUp
}

const markProgress = ({ instance }: Context, signUp: SignUpRecord): void => {
  signUp.abandonAt = instance.clock.now() + instance.settings.attemptLifetime
}

/** Supplies more fields to a sign-up, or other values of them. */
export const updateSignUp = (context: Context, id: string, params: Params): SignUpRecord => {
  const signUp = currentSignUp(context, id)
  const strategy = readStrategy(context, params)
  Object.assign(signUp, readSupplied(context.instance, params, signUp))
  if (strategy !== null && isExternal(strategy)) sendVerification(context, signUp, strategy, params)
  markProgress(context, signUp)
  completeIfReady(context, signUp)
  return signUp
}

/** Sends the code of a verification. */
export const prepareVerification = (context: Context, id: string, params: Params): SignUpRecord => {
  const signUp = currentSignUp(context, id)
  sendVerification(context, signUp, params.required('strategy'), params)
  markProgress(context, signUp)
  return signUp
}

/** Takes the proof of a verification; a sign-up with nothing left to do completes. */
export const attemptVerification = (context: Context, id: string, params: Params): SignUpRecord => {
  const signUp = currentSignUp(context, id)
  verifyProof(context, signUp, params.required('strategy'), params)
  markProgress(context, signUp)
  completeIfReady(context, signUp)
  return signUp
}
