import { type Call, signedInOf } from '../../http/call.ts'
import type { Params } from '../../http/params.ts'
import {
  alreadyVerified,
  olderAttempt,
  resourceNotFound,
  sessionExists,
} from '../../lib/api-errors.ts'
import { markChanged } from '../../model/changes.ts'
import type { SignUpRecord } from '../../model/records/attempts.ts'
import type { ClientRecord } from '../../model/records/client.ts'
import { isExternal } from '../factors/external.ts'
import { completeIfReady } from './complete.ts'
import { readSupplied } from './supply.ts'
import { proveVerification, readStrategy, sendVerification } from './verification.ts'

/**
 * A sign-up of the caller's client, whatever became of it, and that client.
 *
 * @throws ApiError 404 for one that is not the caller's.
 */
export const findSignUp = (
  { instance, client }: Call,
  id: string,
): [SignUpRecord, ClientRecord] => {
  const signUp = instance.database.signUps.get(id)
  if (!client || signUp?.clientId !== client.id) throw resourceNotFound('Sign up', id)
  return [signUp, client]
}

const currentSignUp = (call: Call, id: string): [SignUpRecord, ClientRecord] => {
  const [signUp, client] = findSignUp(call, id)
  if (signUp.status === 'abandoned') throw olderAttempt('sign up')
  if (signUp.status === 'complete') throw alreadyVerified()
  if (call.instance.settings.singleSession && signedInOf(call).length > 0) throw sessionExists()
  return [signUp, client]
}

const markProgress = ({ instance }: Call, signUp: SignUpRecord, client: ClientRecord): void => {
  signUp.abandonAt = instance.clock.now() + instance.settings.attemptLifetime
  markChanged(instance, client)
}

/** Supplies more fields to a sign-up, or other values of them. */
export const updateSignUp = (call: Call, id: string, params: Params): SignUpRecord => {
  const [signUp, client] = currentSignUp(call, id)
  const strategy = readStrategy(call, params)
  Object.assign(signUp, readSupplied(call.instance, params, signUp))
  if (strategy !== null && isExternal(strategy)) sendVerification(call, signUp, strategy, params)
  markProgress(call, signUp, client)
  completeIfReady(call, signUp)
  return signUp
}

/** Sends the code of a verification. */
export const prepareVerification = (call: Call, id: string, params: Params): SignUpRecord => {
  const [signUp, client] = currentSignUp(call, id)
  sendVerification(call, signUp, params.required('strategy'), params)
  markProgress(call, signUp, client)
  return signUp
}

/** Takes the proof of a verification; a sign-up with nothing left to do completes. */
export const attemptVerification = (call: Call, id: string, params: Params): SignUpRecord => {
  const [signUp, client] = currentSignUp(call, id)
  const counted = () => markChanged(call.instance, client)
  proveVerification(call, signUp, params.required('strategy'), params, counted)
  markProgress(call, signUp, client)
  completeIfReady(call, signUp)
  return signUp
}
