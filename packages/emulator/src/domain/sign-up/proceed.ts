import {
  alreadyVerified,
  olderAttempt,
  resourceNotFound,
  sessionExists,
} from '../../lib/api-errors.ts'
import { touch } from '../../model/changes.ts'
import type { ClientRecord } from '../../model/records/client.ts'
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
export const findSignUp = (
  { instance, client }: Context,
  id: string,
): [SignUpRecord, ClientRecord] => {
  const signUp = instance.database.signUps.get(id)
  if (!client || signUp?.clientId !== client.id) throw resourceNotFound('Sign up', id)
  return [signUp, client]
}

const currentSignUp = (context: Context, id: string): [SignUpRecord, ClientRecord] => {
  const [signUp, client] = findSignUp(context, id)
  if (signUp.status === 'abandoned') throw olderAttempt('sign up')
  if (signUp.status === 'complete') throw alreadyVerified()
  if (context.instance.settings.singleSession && signedInOf(context).length > 0)
    throw sessionExists()
  return [signUp, client]
}

const markProgress = ({ instance }: Context, signUp: SignUpRecord, client: ClientRecord): void => {
  signUp.abandonAt = instance.clock.now() + instance.settings.attemptLifetime
  touch(instance, client)
}

/** Supplies more fields to a sign-up, or other values of them. */
export const updateSignUp = (context: Context, id: string, params: Params): SignUpRecord => {
  const [signUp, client] = currentSignUp(context, id)
  const strategy = readStrategy(context, params)
  Object.assign(signUp, readSupplied(context.instance, params, signUp))
  if (strategy !== null && isExternal(strategy)) sendVerification(context, signUp, strategy, params)
  markProgress(context, signUp, client)
  completeIfReady(context, signUp)
  return signUp
}

/** Sends the code of a verification. */
export const prepareVerification = (context: Context, id: string, params: Params): SignUpRecord => {
  const [signUp, client] = currentSignUp(context, id)
  sendVerification(context, signUp, params.required('strategy'), params)
  markProgress(context, signUp, client)
  return signUp
}

/** Takes the proof of a verification; a sign-up with nothing left to do completes. */
export const attemptVerification = (context: Context, id: string, params: Params): SignUpRecord => {
  const [signUp, client] = currentSignUp(context, id)
  const counted = () => touch(context.instance, client)
  verifyProof(context, signUp, params.required('strategy'), params, counted)
  markProgress(context, signUp, client)
  completeIfReady(context, signUp)
  return signUp
}
